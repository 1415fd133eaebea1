"""What every schema shares: three-valued answers and a strict model."""

from __future__ import annotations

from enum import Enum

from pydantic import BaseModel, ConfigDict


class Answer(str, Enum):
    """A proposition's value in strong Kleene logic.

    ``OPEN`` is not ``NO``: it means that the record does not settle the point, and an
    open proposition always says why (a fact is missing, or a judgement is needed).
    """

    YES = "yes"
    NO = "no"
    OPEN = "open"

    def __str__(self) -> str:
        return self.value


class Strict(BaseModel):
    """A frozen model that refuses unknown keys and silent type coercion."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        use_attribute_docstrings=True,
        # What is written out has every key, and its JSON Schema says so.
        json_schema_serialization_defaults_required=True,
    )
