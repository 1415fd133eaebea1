"""Numbers and addresses that lead to a person, and those that do not."""

from __future__ import annotations

import pytest
from dhr_checker.checker.detectors.base import Look, observe
from dhr_checker.checker.textdoc import text_document
from dhr_checker.schemas.common import Answer

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN

CASES = {
    "postcode": [
        ("at GL50 1AB in", YES),
        ("at SW1A 1AA in", YES),
        ("at M1 1AE in", YES),
        ("at GL501AB in", YES),
        ("at gl50 1ab in", OPEN),
        ("at MR7 4TD in", YES),
        ("at QQ501AB in", NO),
        ("at GL50 in", NO),
        ("section S9 of", NO),
        ("in 2023 12AB", NO),
        ("The Council offices, High Street, GL50 1AB", OPEN),
        ("2 Marsham Street, London, SW1P 4DF", OPEN),
        ("Her flat was opposite the council offices, GL50 1AB", YES),
    ],
    "telephone": [
        ("on 07700 900123 now", YES),
        ("on +44 7700 900123 now", YES),
        ("on +44 (0)7700 900123 now", YES),
        ("on 07700900123.", YES),
        ("on 01632 960123 now", OPEN),
        ("on (01632) 960123 now", OPEN),
        ("on 0808 2000 247 now", NO),
        ("on 0300 123 4567 now", NO),
        ("crime 13/123456/22", NO),
        ("on 01-02-2023 10:30", NO),
        ("in 2019 and 2020 12 people", NO),
        ("call 999", NO),
        ("on 01632 960123 12 people", OPEN),
    ],
    "e-mail": [
        ("to anna1982@gmail.com now", YES),
        ("to Anna.B@Hotmail.co.uk.", YES),
        ("to safety@council.gov.uk now", OPEN),
        ("at @home", NO),
        ("a@b", NO),
    ],
    "nhs-number": [
        ("NHS 943 476 5919", YES),
        ("943-476-5919", YES),
        ("NHS number: 9434765919", YES),
        ("number 9434765919", OPEN),
        ("943 476 5918", NO),
        ("07700 900123", NO),
    ],
    "ni-number": [
        ("AB123456C", YES),
        ("AB 12 34 56 C", YES),
        ("QQ123456C", NO),
        ("AB123456E", NO),
        ("GB123456C", NO),
    ],
    "vehicle": [
        ("a car, AB12 CDE, was", OPEN),
        ("vehicle A123 BCD", OPEN),
        ("form A123 BCD", NO),
        ("AB12 3CD", NO),
    ],
    "reference": [
        ("crime reference 13/123456/22", OPEN),
        ("ref 45AB/1234/22", OPEN),
        ("crime number: 45AB/1234/22", OPEN),
        ("custody record 12CD/345/19", OPEN),
        ("CAD number 1234", OPEN),
        ("on 13/12/2022", NO),
        ("the police record 2019", NO),
    ],
    "street-address": [
        ("at 14 Larkspur Avenue", OPEN),
        ("at Flat 3, 14a Larkspur Road", OPEN),
        ("on 14 October 2023", NO),
        ("14 High Street, the Council offices", NO),
        ("on page 3 High expectations", NO),
    ],
}


@pytest.mark.parametrize(
    ("kind", "text", "answer"), [(k, t, a) for k, cases in CASES.items() for t, a in cases]
)
def test_identifiers(kind: str, text: str, answer: Answer) -> None:
    look = Look(text_document(f"It was {text}"))
    assert observe(look, "identifiers", {"kinds": [kind]}).answer is answer


def test_each_is_found_where_it_stands() -> None:
    text = "She lived at GL50 1AB, and rang 07700 900123."
    look = Look(text_document(text))
    made = observe(look, "identifiers", {"kinds": ["postcode", "telephone"]})
    assert [text[h.start : h.end] for h in made.hits] == ["GL50 1AB", "07700 900123"]


CHILDREN = {"headings": ["background", "facts"]}


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("She lived with her son, 8, and", YES),
        ("She lived with her son aged 8.", YES),
        ("She lived with her son (8).", YES),
        ("She lived with her daughter, aged five.", YES),
        ("She lived with her daughter Ellis, aged 11.", YES),
        ("She lived with her daughter, who was 5, and", YES),
        ("She lived with her 8-year-old son.", YES),
        ("She lived with her eight-month-old daughter.", YES),
        ("She lived with her sons aged 8 and 11.", YES),
        ("She lived with her two young boys.", OPEN),
        ("She lived with a boy aged 8.", OPEN),
        ("She lived with her daughter, aged 17.", OPEN),
        ("She lived with her adult son, aged 24.", NO),
        ("She lived with her son and his wife.", NO),
        ("She told her daughter 5 times.", NO),
        ("She told her son, 3 weeks later, to leave.", NO),
        ("She had a son when she was 17.", NO),
        ("She lived with two children, aged 8 and 11.", NO),
        ("When she was a girl aged 8 she moved.", OPEN),
    ],
)
def test_the_sex_of_children(text: str, answer: Answer) -> None:
    look = Look(text_document(f"# Background information (the facts)\n{text}"))
    assert observe(look, "children-sex", CHILDREN).answer is answer
    assert observe(look, "children-sex", {**CHILDREN, "elsewhere": True}).answer is NO


def test_the_sex_of_children_elsewhere() -> None:
    look = Look(text_document("# Chronology\nThe school rang about her son, aged 8."))
    assert observe(look, "children-sex", CHILDREN).answer is NO
    assert observe(look, "children-sex", {**CHILDREN, "elsewhere": True}).answer is YES
