"""Nothing that a user wrote in free text reaches an output: a canary in every such field.

The fields are found in the JSON Schema of the case record, so a field that is added later is
tested too.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from dhr_checker.checker.decision import decide
from dhr_checker.checker.errors import DhrError
from dhr_checker.checker.render.decision_text import render
from dhr_checker.checker.yamlio import load_yaml
from dhr_checker.schemas.case import CaseRecord
from dhr_checker.schemas.decision import Decision

EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "cases"
SCHEMA = CaseRecord.model_json_schema(by_alias=True)
DAY = date(2026, 11, 21)

SHOWN_ON_PURPOSE = {
    "local_agreement_on_lead": "the CSP that the areas agreed on",
    "csps[].name": "a CSP that may lead",
    "deceased.residences[].csp": "the CSP of the home",
    "deceased.last_known_areas[].csp": "the CSP of the area last lived in",
    "decisions[].answer": "the CSP that a recorded decision made the lead",
    "judgements[].by": "the role of whoever decided",
}
"""Fields that an output has to name, and whose documentation asks for no personal name."""


def resolved(part: dict[str, Any]) -> dict[str, Any]:
    """A part of the schema, without its reference and without the choice of null."""
    while "$ref" in part:
        part = SCHEMA["$defs"][part["$ref"].rsplit("/", 1)[1]]
    choices = [one for one in part.get("anyOf", []) if one.get("type") != "null"]
    return resolved(choices[0]) if len(choices) == 1 else part


def is_free_text(part: dict[str, Any]) -> bool:
    """Text without a vocabulary or a narrow alphabet, or with a number as another way to say it."""
    kinds = [resolved(one) for one in part.get("anyOf", [part])]
    return any(one.get("type") == "string" and one.get("maxLength", 0) >= 300 for one in kinds)


def fields(part: dict[str, Any], path: str = "") -> Iterator[tuple[str, str]]:
    """Every field of free text, as ``deceased.residences[].csp``, and where to put it."""
    part = resolved(part)
    if is_free_text(part):
        yield path, path
    elif part.get("type") == "array":
        yield from fields(part["items"], f"{path}[]")
    elif part.get("type") == "object":
        for name, inner in part.get("properties", {}).items():
            yield from fields(inner, f"{path}.{name}".lstrip("."))


FREE_TEXT = sorted(path for path, _ in fields(SCHEMA))
PATHS = [path for path in FREE_TEXT if path not in SHOWN_ON_PURPOSE]


def canary(path: str) -> str:
    """A name that stands for one field and for no other."""
    return f"Quill{FREE_TEXT.index(path):03d}feather"


def planted(record: Any, path: str, word: str) -> Any:
    """A copy of a record with ``word`` in one field, in every part that it has already."""
    head, _, rest = path.partition(".")
    name = head.removesuffix("[]")
    mapping = dict(record or {})
    if not head.endswith("[]"):
        mapping[name] = planted(mapping.get(name), rest, word) if rest else word
    elif rest:
        mapping[name] = [planted(one, rest, word) for one in mapping.get(name) or [{}]]
    else:
        mapping[name] = [word]
    return mapping


def rich() -> dict[str, Any]:
    """A record that has something of everything, so that every part of the output is used."""
    found: dict[str, Any] = load_yaml(
        (EXAMPLES / "under-way.yaml").read_bytes(), name="under-way.yaml"
    ).data
    return {
        **found,
        "judgements": [
            {"on": "appointee.independent", "about": "chair", "answer": "yes", "date": "2024-12-10"}
        ],
        "decisions": [{"what": "hold-review"}, {"what": "publication"}],
        "csps": [{}],
        "safeguarding_boards": [{}],
    }


def outputs(made: Decision) -> str:
    return render(made) + made.model_dump_json()


def all_that_is_said(record: Any) -> str:
    """The outputs of a record; or, where it is refused, the message."""
    try:
        return outputs(decide(record, as_of=DAY, engine="plain"))
    except DhrError as error:
        return str(error)


def test_the_schema_was_read_to_its_leaves() -> None:
    for known in (
        "deceased.cause_found",
        "deceased.names[]",
        "alleged_perpetrators[].pseudonym",
        "alleged_perpetrators[].abuse[].known_to[]",
        "review.chair.employment[].employer",
        "review.panel[].name",
        "judgements[].reason",
        "review.guidance_cited[]",
    ):
        assert known in FREE_TEXT
    assert set(SHOWN_ON_PURPOSE) <= set(FREE_TEXT)


@pytest.mark.parametrize("path", PATHS)
def test_free_text_is_never_shown(path: str) -> None:
    record = planted(rich(), path, canary(path))
    assert canary(path) in outputs_of_the_record(record)
    assert canary(path) not in all_that_is_said(record)


def outputs_of_the_record(record: Any) -> str:
    """The record itself as text: a canary that was never planted would prove nothing."""
    return CaseRecord.model_validate(record).model_dump_json()


def test_all_at_once_in_an_open_case_too() -> None:
    record: Any = {"reference": "OPEN-1", "alleged_perpetrators": [{}], "children": [{"age": 3}]}
    # A reference to a person has to exist, and a decision may not be about nobody.
    for path in PATHS:
        if not path.startswith(("judgements", "decisions", "selection")):
            record = planted(record, path, canary(path))
    made = decide(record, as_of=DAY, engine="plain")
    assert str(made.outcome) == "open"
    assert "feather" not in outputs(made)


def test_what_is_shown_on_purpose_is_still_so() -> None:
    homes = planted(rich(), "deceased.residences[].csp", "Quillshire Partnership")
    assert "Quillshire Partnership" in outputs(decide(homes, as_of=DAY, engine="plain"))
    judged = planted(rich(), "judgements[].by", "chair of the board")
    assert "chair of the board" in outputs(decide(judged, as_of=DAY, engine="plain"))


def test_a_listed_name_is_masked_even_where_a_role_is_asked_for() -> None:
    record = planted(rich(), "judgements[].by", "Quill Feather, CSP chair")
    record = planted(record, "deceased.names[]", "quill feather")
    made = decide(record, as_of=DAY, engine="plain")
    assert "Quill" not in outputs(made)
    assert "[name]" in outputs(made)
