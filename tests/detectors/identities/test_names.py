"""Listed names: every form is found, and how sure that is depends on what else a word may be."""

from __future__ import annotations

import pytest
from dhr_checker.checker.detectors.base import Look, Observation, observe
from dhr_checker.checker.detectors.people import EXTRA_NAMES
from dhr_checker.checker.records import load_case
from dhr_checker.checker.textdoc import text_document
from dhr_checker.schemas.common import Answer

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
PANEL = {
    "chair": {"name": "Jane Brown"},
    "panel": [{"name": "Peter James Smith", "agency": "Hope House"}],
}


def search(
    text: str,
    *names: str,
    pseudonym: str | None = "Leonie",
    file: str = "draft.docx",
    extra: tuple[str, ...] = (),
) -> Observation:
    deceased: dict[str, object] = {"names": list(names)}
    if pseudonym:
        deceased["pseudonym"] = pseudonym
    record = load_case({"reference": "X", "deceased": deceased, "review": PANEL})
    look = Look(text_document(text, name=file), record)
    look.memo[EXTRA_NAMES] = extra
    return observe(look, "listed-names", {})


@pytest.mark.parametrize(
    "form",
    [
        "Tamsin",
        "TAMSIN",
        "Tamsin’s",
        "Tamsin Hallorane",
        "Hallorane, Tamsin",
        "Ms Hallorane",
        "PC Hallorane",
        "T. Hallorane",
        "Tamsin J. Hallorane",
        "Tamsin-Hallorane",
        "tamsin hallorane",
        "Leonie Hallorane",
        "Patricia Hallorane",
        "Tam\u00adsin",
        "Hallo\u200brane",
        "T A M S I N",
        "TamsinHallorane",
        "thallorane@example.org",
        "the Halloranes",
        "Hallorane (2019)",
    ],
)
def test_a_name_that_is_no_everyday_word_is_certain(form: str) -> None:
    assert search(f"We know that {form} was there.", "Tamsin Hallorane").answer is YES


@pytest.mark.parametrize(
    "text",
    [
        "The tamsin was there.",
        "We saw Halloran there.",
        "We saw Hallorrane there.",
        "We saw Hallroane there.",
        "We heard T.H. say so.",
        "We heard T. H. say so.",
        "We heard TH say so.",
        "Leonie-Halloranesque prose.",
        "See Tamsin (2019).",
    ],
)
def test_what_only_may_be_the_name_is_a_question(text: str) -> None:
    assert search(text, "Tamsin Hallorane").answer is OPEN


@pytest.mark.parametrize(
    "text",
    [
        "Leonie met the panel.",
        "A hall or an estate.",
        "The Trauma Hub (TH) helped, and TH staff rang.",
        "on the 4th of May",
        "Hollow words.",
    ],
)
def test_other_words_are_none(text: str) -> None:
    assert search(text, "Tamsin Hallorane").answer is NO


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("They will see the young man.", NO),
        ("Young people were asked.", OPEN),
        ("The young man called Young left.", YES),
        ("He told Will everything.", YES),
        ("He told Will Young everything.", YES),
        ("WILL YOUNG", YES),
        ("They met the Young Adults Team.", OPEN),
        ("He told Dr Young everything.", YES),
        ("Researchers (see Young, 2019) agree.", OPEN),
    ],
)
def test_everyday_words(text: str, answer: Answer) -> None:
    assert search(text, "Will Young").answer is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("He rang in May 2023 and on 3 June.", NO),
        ("He rang her friend May twice.", YES),
        ("May they rest.", OPEN),
    ],
)
def test_months(text: str, answer: Answer) -> None:
    assert search(text, "June May").answer is answer


def test_a_few_places_stand_for_all_where_they_prove_little() -> None:
    made = search("Will they? " * 40, "Will Young")
    assert made.answer is OPEN
    assert len(made.hits) == 3
    assert "37 more places" in made.hits[0].note


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The chair, Jane Brown, met them.", NO),
        ("Peter James Smith sat on the panel.", NO),
        ("Hope House sent a letter.", NO),
        ("They told Jane about it.", OPEN),
        ("They told Jane Smith about it.", YES),
        ("Jane Monckton Smith has written about it.", OPEN),
    ],
)
def test_names_that_may_be_printed(text: str, answer: Answer) -> None:
    assert search(text, "Jane Smith", "Hope").answer is answer


def test_a_pseudonym_that_is_also_a_listed_name_is_a_question() -> None:
    made = search("They told Anna, and Anna rang.", "Anna Hallorane", pseudonym="Anna")
    assert made.answer is OPEN
    assert "pseudonym" in made.hits[0].note


def test_the_names_of_everyone_listed_are_looked_for() -> None:
    record = load_case(
        {"reference": "X", "alleged_perpetrators": [{"names": ["Gavin Pettisford"]}]}
    )
    made = observe(Look(text_document("They told Pettisford."), record), "listed-names", {})
    assert made.answer is YES
    assert "P1" in made.hits[0].note


def test_names_given_beside_the_record() -> None:
    assert search("They told Dowsett.", "Tamsin", extra=("Leanne Dowsett",)).answer is YES


@pytest.mark.parametrize(
    ("file", "answer"),
    [
        ("DHR_Hallorane_v3.docx", YES),
        ("hallorane dhr.docx", YES),
        ("TamsinH.docx", YES),
        ("tamsinhallorane.docx", YES),
        ("report.docx", NO),
    ],
)
def test_the_name_of_the_file(file: str, answer: Answer) -> None:
    made = search("Leonie", "Tamsin Hallorane", file=file)
    assert made.answer is answer


def test_titles_are_no_part_of_a_name() -> None:
    assert search("Mrs Leonie saw Dr Ashworthy.", "Mrs Tamsin Hallorane", "Dr Who").answer is NO


def test_particles_prove_nothing() -> None:
    assert search("The van stood at De Montfort Hall.", "Jan van der Merwe").answer is NO
    assert search("They told Jan van der Merwe.", "Jan van der Merwe").answer is YES


def test_without_names_the_question_is_open_and_says_why() -> None:
    made = observe(Look(text_document("Leonie")), "listed-names", {})
    assert made.answer is OPEN
    assert "No real names were given" in made.note


def test_notes_never_quote_the_draft() -> None:
    made = search("They told Tamsin and Halloran and T.H.", "Tamsin Hallorane")
    assert made.hits
    assert not any("amsin" in hit.note or "allor" in hit.note for hit in made.hits)


def test_offsets_are_those_of_the_draft() -> None:
    text = "We know that Hallo\u200brane’s house"
    made = search(text, "Tamsin Hallorane")
    (hit,) = made.hits
    assert text[hit.start : hit.end] == "Hallo\u200brane’s"


# --- names that nobody has listed ------------------------------------------------------------

ALL = {"kinds": ["titled", "forename", "place", "road"]}


def unlisted(text: str) -> Observation:
    record = load_case({"reference": "X", "deceased": {"pseudonym": "Leonie"}, "review": PANEL})
    return observe(Look(text_document(text), record), "unlisted-names", ALL)


@pytest.mark.parametrize(
    "text",
    [
        "She told Dr Ashworthy.",
        "She told Dr. Ashworthy.",
        "She told PC Brindle and DCI Ann Kettle.",
        "Sgt Brindle attended.",
        "Her friend Susan Applegarth rang.",
        "She asked for Susan that night.",
        "The child attended Oakthwaite Primary School.",
        "She was registered at Larkspur Surgery.",
        "She lived in Larkspur Avenue.",
    ],
)
def test_names_that_nobody_listed_are_a_question(text: str) -> None:
    assert unlisted(text).answer is OPEN


@pytest.mark.parametrize(
    "text",
    [
        "Leonie told the doctor.",
        "Mr Leonie rang.",
        "Dr Leonie rang.",
        "The chair, Jane Brown, wrote to the Home Office.",
        "The Domestic Abuse Commissioner and the Police and Crime Commissioner received it.",
        "Every primary school has a lead.",
        "Primary School staff were trained.",
        "The Crown Court sat in March 2024.",
        "The work of Jane Monckton Smith was used.",
        "PC and DS are ranks.",
        "# The review panel members\nDr Susan Applegarth, Named GP",
        "The pseudonyms Susan and Peter were chosen by the family.\nSusan met Peter. Susan left.",
    ],
)
def test_names_that_may_stand_are_none(text: str) -> None:
    assert unlisted(text).answer is NO


def test_titles_come_first() -> None:
    made = unlisted("She lived in Larkspur Avenue. Her friend Susan Applegarth rang Dr Ashworthy.")
    assert [hit.note.split()[0] for hit in made.hits]
    assert len(made.hits) == 3
