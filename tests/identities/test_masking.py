"""Nothing that is shown names anybody."""

from __future__ import annotations

import re
import unicodedata

import pytest
from dhr_checker.checker.detectors.base import Hit, Look
from dhr_checker.checker.detectors.words import folded
from dhr_checker.checker.document.place import Place, Story
from dhr_checker.checker.masking import NAME, Masker, masker_for
from dhr_checker.checker.records import load_case
from dhr_checker.checker.textdoc import text_document
from dhr_checker.schemas.case import CaseRecord
from hypothesis import given
from hypothesis import strategies as st


def record(*names: str, pseudonym: str | None = None) -> CaseRecord:
    deceased: dict[str, object] = {"names": list(names)}
    if pseudonym:
        deceased["pseudonym"] = pseudonym
    return load_case({"reference": "X", "deceased": deceased})


MASK = Masker(record("Tamsin Ruth Hallorane", "Zoë O'Brien-Smith", pseudonym="Leonie"))

FORMS = [
    "Tamsin",
    "TAMSIN",
    "tamsin",
    "Tamsin's",
    "Tamsin’s",
    "Tamsin Hallorane",
    "Hallorane, Tamsin",
    "T. R. Hallorane",
    "T.R.H.",
    "T R H",
    "TRH",
    "T. H.",
    "Tam\u00adsin",
    "Hallo\u200brane",
    "H a l l o r a n e",
    "HALLORANE’S",
    "tamsin_hallorane.docx",
    "TamsinHallorane.docx",
    "thallorane",
    "tamsinhallorane@example.org",
    "C:\\Users\\tamsin.hallorane\\x.docx",
    "Hallorann",
    "Tamsn",
    "Zoe",
    "ZOË",
    "Zoe\u0308",
    "OBrien",
    "O’Brien",
    "O'brien-smith",
    "Halloranes",
]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_name_is_masked(form: str) -> None:
    shown = MASK.mask(f"She said that {form} was there").lower()
    for part in ("tamsin", "hallor", "zo", "brien", "trh", "t.r", "h a l", "tamsn"):
        assert part not in shown
    assert shown.startswith("she said that")
    assert shown.endswith("was there")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Mr Ashworthy rang", "Mr [name] rang"),
        ("Dr. Ann Ashworthy rang", "Dr. [name] rang"),
        ("Mr Leonie rang", "Mr Leonie rang"),
        ("PC Brindle's note", "PC [name]'s note"),
        ("at GL50 1AB today", "at [postcode] today"),
        ("call 07700 900123.", "call [telephone]."),
        ("to a.b@example.org now", "to [e-mail] now"),
        ("NHS 943 476 5919", "NHS [NHS number]"),
        ("NI AB123456C", "NI [NI number]"),
        ("born on 2 May 1982", "born on [date]"),
        ("DOB: 02/05/1982", "DOB: [date]"),
        ("met on 2 May 2024", "met on 2 May 2024"),
        ("Leonie and the panel", "Leonie and the panel"),
        ("", ""),
    ],
)
def test_other_traces_are_masked_and_the_rest_is_not(text: str, shown: str) -> None:
    assert MASK.mask(text) == shown


def test_everyday_words_are_hidden_only_where_they_could_be_a_name() -> None:
    mask = Masker(record("Will Young"))
    assert mask.mask("Young Will will see the young man") == "[name] will see the young man"


def test_a_pseudonym_that_is_also_a_real_name_is_masked() -> None:
    assert Masker(record("Anna Smith", pseudonym="Anna")).mask("Anna left") == "[name] left"


def test_switched_off_it_shows_everything() -> None:
    assert Masker.off.mask("Tamsin Hallorane, GL50 1AB") == "Tamsin Hallorane, GL50 1AB"
    assert not Masker.off.active


def test_extra_names_are_masked() -> None:
    assert Masker(None, ["Kit Pettisford"]).mask("Kit said") == "[name] said"


def test_what_is_said_of_an_author_is_masked_whole() -> None:
    hit = Hit(Place("word/comments.xml", Story.AUTHOR), "pwx99")
    assert MASK.show(hit) == NAME
    assert Masker.off.show(hit) == "pwx99"


@given(st.text(max_size=600), st.integers(0, 600))
def test_what_is_shown_is_short(text: str, at: int) -> None:
    start = min(at, len(text))
    for mask in (MASK, Masker.off):
        assert len(mask.show(Hit(None, text, start, min(start + 9, len(text))))) <= 160


def test_names_that_the_draft_gives_away_are_masked_too() -> None:
    document = text_document(
        "Her friend Susan Applegarth rang.\n@comment Philippa Wainscott: Ask Susan again.\n"
        "@property core.lastModifiedBy: olaf.brandt"
    )
    mask = masker_for(Look(document))
    shown = mask.mask("Applegarth or Susan, Wainscott or Philippa, olaf or BRANDT and the chair")
    assert shown == "[name] or [name] or [name] or [name] and the chair"


def test_an_authors_name_that_is_a_role_hides_no_word_of_the_report() -> None:
    document = text_document("The panel met.\n@comment Panel reader: Ask again.")
    assert masker_for(Look(document)).mask("The Review Panel met") == "The Review Panel met"


def test_without_masking_nothing_is_looked_for() -> None:
    assert not masker_for(Look(text_document("x")), active=False).active


# --- properties ---------------------------------------------------------------------------

SYLLABLES = [
    "ba",
    "cro",
    "del",
    "fen",
    "gri",
    "hol",
    "jas",
    "kel",
    "lor",
    "mun",
    "nev",
    "pru",
    "zoë",
]
NAME_WORDS = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=3).map(
    lambda parts: "".join(parts).capitalize()
)
NAMES = st.lists(NAME_WORDS, min_size=1, max_size=3).map(" ".join)
FILLER = st.sampled_from(
    [
        "the",
        "panel",
        "met",
        ".",
        ",",
        "(",
        ")",
        "Police",
        "3",
        "\u00a0",
        "-",
        "/",
        "\n",
        "“",
        "”",
        "_",
    ]
)
DRESS = st.sampled_from(
    [
        str,
        str.upper,
        str.lower,
        lambda s: f"{s}'s",
        lambda s: f"{s}’s",
        lambda s: s.replace(" ", "\u00a0"),
        lambda s: s.replace(" ", "-"),
        lambda s: s.replace(" ", "_"),
        lambda s: s.replace(" ", "\n"),
        lambda s: s[:2] + "\u200b" + s[2:],
        lambda s: s[:2] + "\u00ad" + s[2:],
        lambda s: unicodedata.normalize("NFD", s),
        lambda s: ", ".join(reversed(s.split())),
        lambda s: s.split()[-1],
        lambda s: s.split()[0],
        lambda s: f"{s}.docx",
        lambda s: f"“{s}”",
    ]
)


def plain_words(text: str) -> set[str]:
    apart = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c for c in apart if not unicodedata.combining(c) and c not in "\u200b\u00ad")
    return set(re.findall(r"[a-z]+", letters))


@given(st.lists(NAMES, min_size=1, max_size=4), st.data())
def test_no_listed_name_survives_masking(names: list[str], data: st.DataObject) -> None:
    dressed = st.builds(lambda name, dress: dress(name), st.sampled_from(names), DRESS)
    words = data.draw(st.lists(st.one_of(FILLER, dressed), max_size=25))
    parts = {word for name in names for word in plain_words(name)} - folded("particles")
    everyday = folded("ordinary") | {"the", "panel", "met", "police", "docx", "s"}
    text = " ".join(words)
    shown = Masker(record(*names)).mask(text)
    assert not plain_words(shown) & (parts - everyday)


@given(st.text(max_size=400))
def test_masking_never_fails_and_changes_nothing_the_second_time(text: str) -> None:
    once = MASK.mask(text)
    assert MASK.mask(once) == once


@given(st.text(max_size=400))
def test_an_empty_masker_still_works(text: str) -> None:
    Masker().mask(text)
