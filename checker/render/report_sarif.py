"""Compliance reports as SARIF 2.1.0, the format in which checkers hand findings to one another.

A Word document has no lines, so a place is a *logical* location: the headings above it and the
number of the paragraph as Word prints it.  Nothing tells of the computer or its user: no path,
no account, no time of day.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from ...schemas.comparison import Gone
from ...schemas.compliance import CheckOutcome, ComplianceReport, Finding, Spot
from ...schemas.rule import Level
from ...schemas.several import NotChecked
from ..masking import TOKENS
from ..version import VERSION
from .compared_text import HOW, about
from .report_machine import names, told, worded
from .sarif_places import Places
from .settings_text import about_settings, why

Node = dict[str, Any]
SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
FINGERPRINT, WORDS = "contentHash/v1", "wordsHash/v1"
"""The names of the two fingerprints of ``checker/fingerprints.py``."""
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LEVELS = {Level.MUST.value: "error", Level.SHOULD.value: "warning", Level.MAY.value: "note"}
_KINDS = {
    CheckOutcome.PASS: "pass",
    CheckOutcome.FAIL: "fail",
    CheckOutcome.REVIEW: "review",
    CheckOutcome.NOT_APPLICABLE: "notApplicable",
}
"""A check that broke or was turned off is no result: it is told among the notifications."""


def render(
    reports: Sequence[ComplianceReport], not_checked: Sequence[tuple[str, NotChecked]] = ()
) -> str:
    """One SARIF log with one run, which holds every draft that was checked.

    ``not_checked`` is what each draft that could not be checked is called, and why.  The same
    reports give the same bytes.
    """
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_Run(reports, not_checked).made()]}
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


class _Run:
    """One run over one or more drafts; rules, drafts and headings are listed once each."""

    def __init__(
        self, reports: Sequence[ComplianceReport], not_checked: Sequence[tuple[str, NotChecked]]
    ) -> None:
        self._reports, self._not_checked = reports, not_checked
        self._places = Places([_uri(name) for name in names(reports)])
        self._rules = {one.rule: one for report in reports for one in report.findings}
        self._index = {rule: at for at, rule in enumerate(self._rules)}

    def made(self) -> Node:
        """The run."""
        results = [
            result
            for number, report in enumerate(self._reports)
            for one in report.findings
            for result in self._results(number, report, one)
        ]
        results += [
            self._absent(number, one)
            for number, report in enumerate(self._reports)
            if report.compared is not None
            for one in report.compared.gone
        ]
        hidden = all(report.masked for report in self._reports)
        return {
            "tool": {
                "driver": {
                    "name": "dhr-checker",
                    "semanticVersion": VERSION,
                    "shortDescription": _text(
                        "Holds drafts of domestic homicide reviews against their template."
                    ),
                    "rules": [_rule(one) for one in self._rules.values()],
                }
            },
            "language": "en-GB",
            "invocations": [self._invocation()],
            "artifacts": [
                _artifact(report, uri)
                for report, uri in zip(self._reports, self._places.uris, strict=True)
            ],
            "logicalLocations": self._places.listed,
            **({"redactionTokens": list(dict.fromkeys(TOKENS))} if hidden else {}),
            "results": results,
        }

    def _invocation(self) -> Node:
        """How the run went: what was not looked at, and which checks broke."""
        notes: list[Node] = []
        configured: list[Node] = []
        for number, report in enumerate(self._reports):
            at = {"locations": [self._places.location(number, None)]}
            for one in report.of(CheckOutcome.ERROR):
                text = f"This check broke: {one.title}. {one.why}".rstrip()
                rule = {"id": one.rule, "index": self._index[one.rule]}
                notes.append(
                    {"level": "error", "message": _text(text), "associatedRule": rule} | at
                )
            notes += [
                {"level": "note", "message": _text(text)} | at
                for text in (*report.not_checked, *report.warnings)
            ]
            configured += [
                {
                    "level": "warning" if one.set_by_hand == "off" or one.eased else "note",
                    "message": _text(" ".join((f"{one.title}.", why(one)))),
                    "associatedRule": {"id": one.rule, "index": self._index[one.rule]},
                }
                | at
                for one in report.set_by_hand
            ]
            configured += [
                {"level": "note", "message": _text(text)} | at
                for text in (
                    *about_settings(report),
                    *report.settings.without_effect,
                    *(about(report.compared) if report.compared else ()),
                )
            ]
        for name, reason in self._not_checked:
            text = f"{name} was not checked: {reason.what} {reason.mend}".rstrip()
            notes.append(
                {"level": "error", "message": _text(text), "descriptor": {"id": reason.code}}
            )
        broken = any(report.counts.error for report in self._reports)
        whole = not broken and not self._not_checked
        made: Node = {"executionSuccessful": whole, "toolExecutionNotifications": notes}
        if configured:
            made["toolConfigurationNotifications"] = configured
        if overrides := self._overrides():
            made["ruleConfigurationOverrides"] = overrides
        return made

    def _overrides(self) -> list[Node]:
        """Rules that were not checked in any of the drafts, because they are off."""
        found = [one for report in self._reports for one in report.findings]
        checked = {one.rule for one in found if one.outcome is not CheckOutcome.OFF}
        off = dict.fromkeys(one.rule for one in found if one.rule not in checked)
        return [
            {
                "descriptor": {"id": rule, "index": self._index[rule]},
                "configuration": {"enabled": False},
            }
            for rule in off
        ]

    def _absent(self, number: int, gone: Gone) -> Node:
        """A result of the earlier report that is none of this one."""
        quoted = f" It stood at {gone.where}." if gone.where else ""
        said = f"Gone since the earlier report, {HOW[gone.how]}: {gone.title}.{quoted}"
        failed = gone.was == CheckOutcome.FAIL.value
        return {
            "ruleId": gone.rule,
            **({"ruleIndex": self._index[gone.rule]} if gone.rule in self._index else {}),
            "kind": "fail" if failed else "review",
            "level": _LEVELS.get(gone.level, "note") if failed else "none",
            "message": _text(said),
            "locations": [self._places.location(number, None)],
            "partialFingerprints": {FINGERPRINT: gone.fingerprint} if gone.fingerprint else {},
            "baselineState": "absent",
        }

    def _results(self, number: int, report: ComplianceReport, one: Finding) -> Iterator[Node]:
        """A result for each place to be put right or looked at; one where there is none."""
        if one.outcome in (CheckOutcome.ERROR, CheckOutcome.OFF):
            return
        open_ = one.outcome in (CheckOutcome.FAIL, CheckOutcome.REVIEW, CheckOutcome.SET_ASIDE)
        places = (*one.places, *one.set_aside) if open_ else ()
        set_aside = one.outcome is CheckOutcome.SET_ASIDE
        for spot in places or (None,):
            outcome = one.was if set_aside and one.was else one.outcome
            result: Node = {
                "ruleId": one.rule,
                "ruleIndex": self._index[one.rule],
                "kind": _KINDS[outcome],
                # By the standard, only what fails has a level.
                "level": _LEVELS[one.level] if outcome is CheckOutcome.FAIL else "none",
                "message": _text(" ".join(told(one, (spot,) if spot else ()))),
                "locations": [self._places.location(number, spot)],
                "partialFingerprints": _prints(one, spot),
            }
            if spot is not None and spot.reason:
                result["suppressions"] = [_suppression(spot.reason, spot.set_where)]
            elif set_aside:
                result["suppressions"] = [_suppression(one.reason, one.set_where)]
            if spot is None and one.places:
                result["relatedLocations"] = self._places.locations(number, one.places)
            if one.more_places:
                result["properties"] = {"morePlacesNotListed": one.more_places}
            if report.compared is not None:
                result["baselineState"] = _state(one, spot)
            yield result


def _state(one: Finding, spot: Spot | None) -> str:
    """How a result stands to the earlier report, in the words of the standard."""
    state = spot.state if spot is not None else ""
    if state:
        return {"new": "new", "changed": "updated"}.get(state, "unchanged")
    if one.state == "new" or not one.outcome_before:
        return "new"
    return "unchanged" if one.outcome_before == one.outcome.value else "updated"


def _prints(one: Finding, spot: Spot | None) -> Node:
    if spot is None:
        return {FINGERPRINT: one.fingerprint}
    return {FINGERPRINT: spot.fingerprint, WORDS: spot.words_fingerprint}


def _suppression(reason: str, where: str) -> Node:
    """Set aside by a person, outside the draft."""
    said = f"Set aside {where}: {reason}"
    return {"kind": "external", "status": "accepted", "justification": said}


def _text(text: str) -> Node:
    """A message; braces and links mean something in one, so neither comes through by accident."""
    return {"text": text.replace("{", "{{").replace("}", "}}").replace("](", "] (")}


def _uri(name: str) -> str:
    """A file's name as a reference; never a path, whatever it was called."""
    return quote(name.replace("\\", "/").rpartition("/")[2] or "draft", safe="")


def _artifact(report: ComplianceReport, uri: str) -> Node:
    seen, counts = report.document, report.counts
    return {
        "location": {"uri": uri},
        "roles": ["analysisTarget"],
        "mimeType": _WORD,
        "length": seen.size,
        "hashes": {"sha-256": seen.sha256},
        "description": _text(report.headline),
        "properties": {
            "kind": seen.kind,
            "edition": seen.edition,
            "words": seen.words,
            "masked": report.masked,
            "caseRecord": report.case_record,
            "asOf": report.as_of.isoformat() if report.as_of else None,
            "rulesSha256": report.provenance.rules_sha256,
            "counts": counts.model_dump(),
        },
    }


def _rule(one: Finding) -> Node:
    """What a rule asks, whatever came of it."""
    return {
        "id": one.rule,
        "shortDescription": _text(f"{one.title}."),
        "help": _text("\n".join(worded(one))),
        "defaultConfiguration": {"level": _LEVELS[one.level]},
        "properties": {
            "tags": [one.group],
            "asked": one.level,
            "section": one.section_title,
            "onlyAPersonCanJudge": one.human,
            "citations": [
                cite.model_dump(include={"source", "title", "at", "checked"})
                for cite in one.citations
            ],
        },
    }
