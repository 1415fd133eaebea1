"""From an answer to the case record: the way back over the bridge that ``facts`` builds.

``facts`` turns what a record says into facts.  Here an answer about a fact becomes a field of
the record, so that an interview leaves behind nothing but an ordinary record.  What is written
is read again at once: an answer that the record would not give back is refused, because then
another field already decides the point.

Records are changed as plain data and validated afresh, so that no half-made record can exist.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

import yaml

from ..schemas.case import CaseRecord
from ..schemas.common import Answer
from ..schemas.dates import PartialDate
from ..schemas.rule import FactSpec, Scope
from .errors import InputError
from .facts import facts_of, subjects
from .record_fields import WRITERS, Data, put
from .records import load_case

_PEOPLE = {Scope.PERSON: "alleged_perpetrators", Scope.CHILD: "children"}


def as_data(record: CaseRecord) -> Data:
    """The record as plain data, everything in it that somebody wrote.

    An empty list that was written stays: ``children: []`` says that there are none, and
    leaving it out says nothing.
    """
    return record.model_dump(mode="json", by_alias=True, exclude_unset=True)


def as_yaml(record: CaseRecord, head: Sequence[str] = ()) -> str:
    """The record as YAML that reads back as the same record; ``head`` stands above it as comments.

    Comments of the file that the record came from are not kept: it is written anew.
    """
    comments = "".join(f"# {line}".rstrip() + "\n" for line in head)
    body = yaml.dump(  # pyright: ignore[reportUnknownMemberType]
        as_data(record),
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=False,
        width=96,
    )
    return comments + body


class _Dumper(yaml.SafeDumper):
    """Quotes whatever is not plainly a word: our reader takes more for a number than PyYAML's."""


def _text(dumper: Any, text: str) -> yaml.ScalarNode:
    style = None if _PLAIN_WORD.fullmatch(text) else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_PLAIN_WORD = re.compile("[A-Za-z][A-Za-z ,_-]*[A-Za-z]", re.ASCII)
_Dumper.add_representer(str, _text)


def write_fact(
    record: CaseRecord, specs: Mapping[str, FactSpec], fact: str, ref: str, value: Any
) -> CaseRecord:
    """The record with an answer about one fact in it.

    ``value`` is plain: True or False, a number, a word or words of the fact's vocabulary, a
    date as text or :class:`PartialDate`, or text.  ``ref`` names the person it is about.

    Raises InputError where no field can hold the answer, or another field already decides the
    point, and RecordError where the answer contradicts the rest of the record.
    """
    spec = specs[fact]
    data = as_data(record)
    part = _part(data, record, spec.scope, ref)
    plain = str(value) if isinstance(value, PartialDate) else value
    if spec.path is not None:
        put(part, spec.path, list(plain) if spec.type == "choices" else plain)
    elif fact in WRITERS:
        WRITERS[fact](data, part, plain)
    else:
        raise InputError(
            f"no one field of the record holds the answer on {spec.label}.",
            mend="Put it into the record by hand.",
            code="record.no-field",
        )
    _forget(data, fact, ref)
    made = load_case(data)
    if _read(made, specs, spec, ref) != _expected(spec, value):
        raise InputError(
            f"another field of the record already decides {spec.label}.",
            where=_PEOPLE.get(spec.scope, ""),
            mend="Correct that field in the record itself.",
            code="record.decided-elsewhere",
        )
    return made


def write_not_known(record: CaseRecord, fact: str, ref: str = "") -> CaseRecord:
    """The record with a note that a fact was asked for and cannot be known."""
    data = as_data(record)
    listed: list[str] = data.setdefault("not_known", [])
    name = not_known_name(fact, ref)
    if name not in listed:
        listed.append(name)
    return load_case(data)


def not_known_name(fact: str, ref: str) -> str:
    """How ``not_known`` names a fact: ``person.links@P1`` for one about a person."""
    return f"{fact}@{ref}" if ref else fact


def write_judgement(
    record: CaseRecord,
    name: str,
    ref: str,
    answer: Answer,
    *,
    by: str = "",
    date: str = "",
    reason: str = "",
) -> CaseRecord:
    """The record with a judgement on a point, in place of an earlier one on the same point.

    Raises RecordError where the date or the text cannot stand in a record.
    """
    data = as_data(record)
    kept = [
        one
        for one in cast("list[Data]", data.get("judgements", []))
        if one["on"] != name or one.get("about", ref) != ref
    ]
    made: Data = {"on": name, "about": ref or None, "answer": str(answer)}
    made |= {"by": by or None, "date": date or None, "reason": reason or None}
    data["judgements"] = [*kept, {key: value for key, value in made.items() if value is not None}]
    return load_case(data)


def write_people(record: CaseRecord, known: str, number: int) -> CaseRecord:
    """The record with so many more people who may have caused the death.

    ``known`` says whether that is everyone: ``all``, ``some`` or ``none``.
    """
    data = as_data(record)
    people: list[Data] = data.setdefault("alleged_perpetrators", [])
    people += [{} for _ in range(number)]
    data["perpetrators_known"] = known
    _forget(data, "perpetrators.identified", "")
    return load_case(data)


def _part(data: Data, record: CaseRecord, scope: Scope, ref: str) -> Data:
    """The part of the data that a fact of this scope is about."""
    if scope is Scope.CASE:
        return data
    if scope is Scope.APPOINTEE:
        return data["review"][ref]
    place = [one.ref for one in subjects(record, scope)].index(ref)
    return data[_PEOPLE[scope]][place]


def _forget(data: Data, fact: str, ref: str) -> None:
    """What is answered is no longer among what cannot be known."""
    listed: list[str] = data.get("not_known", [])
    kept = [one for one in listed if one not in (fact, not_known_name(fact, ref))]
    if kept != listed:
        data["not_known"] = kept


def _read(record: CaseRecord, specs: Mapping[str, FactSpec], spec: FactSpec, ref: str) -> Any:
    subject = next(one for one in subjects(record, spec.scope) if one.ref == ref)
    return facts_of(record, {spec.id: specs[spec.id]}, spec.scope, subject)[spec.id].value


_PLAIN: dict[str, Callable[[Any], Any]] = {
    "choices": lambda value: frozenset(cast("Sequence[str]", value)),
    "date": lambda value: value if isinstance(value, PartialDate) else PartialDate.parse(value),
}


def _expected(spec: FactSpec, value: Any) -> Any:
    return _PLAIN[spec.type](value) if spec.type in _PLAIN else value
