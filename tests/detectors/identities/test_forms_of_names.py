"""Names of many traditions, in every form in which people write them.

Certain or a question, each must be seen; and what is shown must not repeat it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from dhr_checker.checker.detectors.base import Look, Observation, observe
from dhr_checker.checker.masking import Masker
from dhr_checker.checker.records import load_case
from dhr_checker.checker.textdoc import text_document
from dhr_checker.schemas.case import CaseRecord
from dhr_checker.schemas.common import Answer

NAMES = (
    "Siân Llewelyn-Puw",
    "Angharad ap Rhys",
    "Mohammed Iqbal Hussain",
    "Chukwuemeka Okonkwo-Adebayo",
    "Małgorzata Wójcik",
    "Aoife O'Shaughnessy",
    "Niamh McGillicuddy",
    "Fergus MacAllister",
    "Jean-Luc D'Souza",
    "Nguyễn Thị Hoa",
    "Şebnem Yıldız",
    "Đorđe Đurić",
    "Tamsin van der Berg",
    "Parveen Akhtar Begum",
    "Harjit Kaur",
    "Ngozi",
)
_NO_MARKS = str.maketrans({"ł": "l", "đ": "d", "Đ": "D", "ı": "i"})


def unmarked(text: str) -> str:
    """Without accents, as many keyboards write it."""
    apart = unicodedata.normalize("NFKD", text.translate(_NO_MARKS))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def forms(name: str) -> Iterator[str]:
    """Every way of writing a name that is looked for."""
    words = name.split()
    first, last = words[0], words[-1]
    camel = "".join(word[0].upper() + word[1:] for word in words)
    yield from (name, name.upper(), name.lower(), f"{name}’s", f"{name.upper()}’S")
    yield from (last, first, f"{last}, {first}", f"{first[0]}. {last}", f"{last} {first[0]}")
    yield from (unmarked(name), unmarked(name).upper(), unicodedata.normalize("NFD", name))
    yield from (name.replace("'", apart) for apart in ("’", "`", "", " ", "‘"))
    yield from (name.replace("-", apart) for apart in ("–", " ", "", "\u2011"))
    yield from (f"{last[:2]}\u00ad{last[2:]}", f"{first[:2]}\u200b{first[2:]}")
    yield from (name.replace(" ", apart) for apart in ("\u00a0", "_", "  ", "\u2009"))
    yield from (camel, f"{camel}Report.docx", "_".join(words) + "_v2", f"{last}1982", f"ex-{last}")
    yield from (f"the {last}s", f"née {last}", f"Mrs {last}", f"PC {last}", " ".join(last))
    if len(last) > 4:
        yield from (last[:2] + last[3:], last[:3] + "x" + last[4:], last[:3] + last[2:])
        yield last[:2] + last[3] + last[2] + last[4:]
    if len(words) > 1:
        address = unmarked(f"{first}.{last}").lower().replace("'", "")
        yield from (f"{address}@example.org", f"{address.replace('.', '')}82@example.org")
        yield f"facebook.com/{address.replace('.', '')}"
        letters = [word[0].upper() for word in words]
        yield from (".".join(letters) + ".", ". ".join(letters) + ".")


CASES = [(name, form) for name in NAMES for form in dict.fromkeys(forms(name))]


def record(name: str) -> CaseRecord:
    return load_case({"reference": "X", "deceased": {"names": [name], "pseudonym": "Leonie"}})


def search(text: str, name: str) -> Observation:
    return observe(Look(text_document(text), record(name)), "listed-names", {})


@pytest.mark.parametrize(("name", "form"), CASES)
def test_every_form_is_seen_and_masked(name: str, form: str) -> None:
    text = f"The panel heard that {form} was there in the evening."
    assert search(text, name).answer is not Answer.NO
    shown = Masker(record(name)).mask(text)
    assert form not in shown
    assert shown.startswith("The panel heard that ")
    assert shown.endswith(" was there in the evening.")


@pytest.mark.parametrize(
    "text",
    [
        "She may well hope that the police will mark it.",
        "In May and in the summer the rose grew. May 2023 was warm.",
        "Grace periods, day centres and hope for a young person.",
        "They will, it is hoped, mark the day with good grace.",
        "The Will of the people may summer in the hills.",
    ],
)
@pytest.mark.parametrize("name", ["Rose May Summers", "Mark Hope", "Grace Day", "Will Young"])
def test_everyday_words_that_are_names_do_not_flood(name: str, text: str) -> None:
    made = search(f"The review began. {text}", name)
    assert made.answer is not Answer.YES
    assert len(made.hits) <= 1


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Rose May Summers", "a neighbour saw Rose there"),
        ("Rose May Summers", "a neighbour saw Ms Summers there"),
        ("Rose May Summers", "a neighbour saw rose may summers there"),
        ("Rose May Summers", "a neighbour saw R.M.S. there"),
        ("Mark Hope", "a neighbour saw Mark there"),
        ("Mark Hope", "a neighbour saw Mr Hope there"),
        ("Mark Hope", "a neighbour saw the Hopes there"),
        ("Grace Day", "a neighbour saw GRACE DAY there"),
        ("Will Young", "a neighbour saw Will there"),
        ("Will Young", "a neighbour saw Yuong there"),
    ],
)
def test_names_that_are_everyday_words_are_seen_where_they_are_names(name: str, form: str) -> None:
    assert search(f"The review began and {form}.", name).answer is not Answer.NO


@pytest.mark.parametrize("text", ["MH services", "MH was discussed", "an MH team (MH)"])
def test_capitals_that_are_a_term_are_no_initials(text: str) -> None:
    assert search(f"They met {text}.", "Mary Holloway").answer is Answer.NO


def test_said_of_somebody_they_may_be() -> None:
    assert search("They met MH’s sister.", "Mary Holloway").answer is Answer.OPEN
    assert search("They met M.H. there.", "Mary Holloway").answer is Answer.OPEN
