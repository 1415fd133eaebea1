"""Two drafts written as authors write: what is wrong is found, what is right is left alone."""

from __future__ import annotations

from functools import lru_cache

import pytest
from dhr_checker.checker.compliance import check
from dhr_checker.checker.document import read_document
from dhr_checker.checker.textdoc import text_document
from dhr_checker.schemas.compliance import CheckOutcome, ComplianceReport

from .drafts import text_of, word_file

FAIL, REVIEW, PASS = CheckOutcome.FAIL, CheckOutcome.REVIEW, CheckOutcome.PASS
NOT_APPLICABLE = CheckOutcome.NOT_APPLICABLE

FAILS = {
    # A title page without a name, a chair from the force that sits on the panel, the sex of
    # children, recommendation 5 that is not there, one without an owner.
    "homicide": {
        "OR16-TITLE-AUTHOR",
        "OR16-AUTHOR-EMPLOYMENT",
        "ID16-CHILDREN-SEX-FACTS",
        "CN-RECOMMENDATION-NUMBERS",
        "OR16-RECOMMENDATION-OWNER-BLANK",
    },
    "suicide": set(),
}
ASKED = {
    "homicide": {
        "OR16-CHRONOLOGY": "no heading of its own",  # told by agency
        "OR16-CHRONOLOGY-ORDER": "go back in time",  # 4.4 is of 2018, 4.3 of 2020
        "OR16-TERMS-EARLY": "",
        "OR16-ANALYSIS-BY-THEME": "",
        "OR16-FAMILY-LEAFLET": "not",  # "He enclosed no leaflet"
        "OR16-FAMILY-TERMS": "not",
        "OR16-FAMILY-PANEL": "not",
        "OR16-FAMILY-DRAFT-PRIVATE": "",  # it was read to her
        "OR16-FAMILY-DRAFT-COMMENTS": "",
        "OR16-FAMILY-UPDATES": "",
        "OR16-FAMILY-MEDIUM": "",
        "OR16-PSEUDONYMS-AGREED": "",  # the panel chose them
        "OR16-PANEL-LIST": "role or job title",
        "OR16-PANEL-SPECIALIST": "no member in the list",
        "OR16-PANEL-MEETINGS": "",  # "on several occasions, the last time in October 2023"
        "OR16-PANEL-BODIES": "adult social care",
        "OR16-IMR-INDEPENDENCE": "",  # senior is not independent
        "OR16-EQUALITY-NINE": "disability",
        "OR16-EQUALITY-TAKEN-UP": "disability",
        "OR16-EQUALITY-BARRIERS": "",  # only the introduction's boilerplate has the word
        "OR16-ANALYSIS-COVID": "",  # told, and asked in the terms, and not analysed
        "OR16-COERCIVE-DEFINED": "",
        "OR16-RECIPIENT-DAC": "",
        "OR16-RECIPIENT-PCC": "",
        "OR16-PARAGRAPHS-FINISHED": "break off",
        "WD16-FAILED-TO-LEAVE": "",
        "WD16-MINIMISING": "",
        "WD16-PREVENTABLE": "",
    },
    "suicide": {
        "OR16-CONTENTS": "no list under it",
        "OR16-TERMS-SUICIDE": "",
        "OR16-TERMS-COERCIVE": "",
        "OR16-AUTHOR-BOTH": "of the author: career",  # "an independent safeguarding consultant"
        "OR16-PANEL-BODIES": "probation",
        "OR16-EQUALITY-TAKEN-UP": "pregnancy",
        "OR16-ANALYSIS-COVID": "",  # "to the date of death"
        "OR16-RECOMMENDATION-FOCUSED": "",
    },
}
IN_ORDER = {
    "homicide": {
        "OR16-TIMESCALES-DELAY": PASS,
        "OR16-FACTS-CAUSE": PASS,
        "OR16-FACTS-TRIAL": PASS,
        "OR16-CONTRIBUTORS-LIST": PASS,  # "IMRs were received from:" says it for all
        "OR16-CONDOLENCES": PASS,
        "CN-LISTS": NOT_APPLICABLE,  # 1.12 is no number of things
        "OR16-SUICIDE-BASIS": NOT_APPLICABLE,
    },
    "suicide": {
        "OR16-TIMESCALES-DELAY": PASS,
        "OR16-FAMILY-LEAFLET": PASS,
        "OR16-FAMILY-ADVOCATE": PASS,
        "OR16-FAMILY-TERMS": PASS,
        "OR16-FAMILY-PANEL": PASS,
        "OR16-FAMILY-UPDATES": PASS,
        "OR16-FAMILY-DRAFT": PASS,
        "OR16-FAMILY-DRAFT-PRIVATE": PASS,
        "OR16-FAMILY-DRAFT-COMMENTS": PASS,
        "OR16-FAMILY-MEDIUM": PASS,
        "OR16-IMR-INDEPENDENCE": PASS,
        "OR16-PANEL-SPECIALIST": PASS,
        "OR16-PANEL-MEETINGS": PASS,
        "OR16-AUTHOR-ROLES": PASS,
        "OR16-AUTHOR-EMPLOYMENT": PASS,
        "OR16-SUICIDE-BASIS": PASS,
        "OR16-COERCIVE-DEFINED": PASS,
        "OR16-TRIBUTE": PASS,
        "OR16-FACTS-TRIAL": NOT_APPLICABLE,  # nobody was tried
        "OR16-RECIPIENT-DAC": PASS,
        "CN-LISTS": NOT_APPLICABLE,
    },
}


@lru_cache(maxsize=2)
def report(name: str) -> ComplianceReport:
    """The report on one draft, read from the markup."""
    return check(text_document(text_of(name)), kind="overview-report")


@pytest.mark.parametrize("name", FAILS)
def test_what_fails_is_at_fault_and_nothing_else(name: str) -> None:
    assert {f.rule for f in report(name).of(FAIL)} == FAILS[name]


@pytest.mark.parametrize(
    ("name", "rule", "why"),
    [(name, rule, why) for name, asked in ASKED.items() for rule, why in asked.items()],
)
def test_what_is_doubtful_is_asked(name: str, rule: str, why: str) -> None:
    finding = next(f for f in report(name).findings if f.rule == rule)
    assert finding.outcome is REVIEW
    assert not finding.human
    assert why.lower() in finding.why.lower()


@pytest.mark.parametrize(
    ("name", "rule", "outcome"),
    [(name, rule, o) for name, right in IN_ORDER.items() for rule, o in right.items()],
)
def test_what_is_in_order_is_left_alone(name: str, rule: str, outcome: CheckOutcome) -> None:
    finding = next(f for f in report(name).findings if f.rule == rule)
    assert finding.outcome is outcome, finding.why


@pytest.mark.parametrize("name", FAILS)
def test_a_word_file_of_it_gives_the_same(name: str) -> None:
    """All but what Word's own numbers and files bring: a list that counts on, a template's name."""
    made = check(read_document(word_file(text_of(name))), kind="overview-report")
    told = {f.rule: f.outcome for f in made.findings}
    expected = {f.rule: f.outcome for f in report(name).findings}
    differ = {rule for rule in expected if told[rule] is not expected[rule]}
    assert differ <= {
        "HK16-COMPANY",
        "HK16-AUTHORS",
        "CN-REFERENCES-RECOMMENDATIONS",
        "OR16-REAL-HEADINGS",
    }
