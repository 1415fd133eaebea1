"""A result as JSON: everything in it, the same bytes for the same result."""

from __future__ import annotations

from ...schemas.common import Strict


def render(result: Strict) -> str:
    """The result as JSON, indented, with a line end at its end."""
    return result.model_dump_json(indent=2) + "\n"
