"""Faults of identity: who can be known, by what, and where in the file it stands."""

# ruff: noqa: E501 - one fault, one line
from __future__ import annotations

from ..document.builder import p, part, r
from .faults import Faults
from .writing import Block, Draft

FAULTS = Faults("identity", [])
_add, _worded = FAULTS.add, FAULTS.worded


def _footer(draft: Draft, text: str) -> Draft:
    draft.footer = text
    return draft


def _name(draft: Draft, name: str) -> Draft:
    draft.name = name
    return draft


def _part(draft: Draft, name: str, content: str) -> Draft:
    draft.parts[name] = content
    return draft


def _title(draft: Draft) -> Draft:
    at = next(n for n, one in enumerate(draft.blocks) if "into the death of Marianne" in one.text)
    draft.blocks[at] = Block("title", "Overview report into the death of Marianne on 19 March 2022")
    return draft


_add(
    "real-name-in-body",
    "partner",
    "ID16-NAMES",
    lambda d: d.reword("He then called an ambulance", "Douglas then called an ambulance"),
)
_add(
    "real-name-possessive",
    "partner",
    "ID16-NAMES",
    lambda d: d.reword("Marianne's pay went into", "Mrs Trewhella's pay went into"),
)
_add(
    "real-name-in-capitals",
    "suicide",
    "ID16-NAMES",
    lambda d: d.reword("The surgery knew", "VAUGHAN was known to the surgery. The surgery knew"),
)
_add(
    "real-name-in-table",
    "partner",
    "ID16-NAMES",
    lambda d: d.reword("Kenneth spoke for her.", "Douglas spoke for her."),
)
_add("real-name-in-footer", "partner", "ID16-NAMES", lambda d: _footer(d, "DHR Trewhella"))
_add("real-name-in-file-name", "two", "ID16-NAMES", lambda d: _name(d, "DHR Baptiste final.docx"))
_add(
    "real-name-in-comment",
    "partner",
    "ID16-NAMES HK16-COMMENTS",
    lambda d: _part(
        d,
        "word/comments.xml",
        part(
            "comments",
            '<w:comment w:id="1" w:author="Reader" w:initials="R">'
            + p("Did Alison say so?")
            + "</w:comment>",
        ),
    ),
)
_add(
    "real-name-deleted",
    "two",
    "ID16-NAMES HK16-CHANGES",
    lambda d: d.runs(
        "The bank's staff noticed",
        r("The bank's staff noticed and wrote down what they saw")
        + '<w:del w:id="5" w:author="Author" w:date="2022-11-01T10:00:00Z"><w:r><w:delText> of Clementine</w:delText></w:r></w:del>'
        + r(", which deserves praise."),
    ),
)
_add(
    "real-name-in-footnote",
    "suicide",
    "ID16-NAMES",
    lambda d: _part(
        d,
        "word/footnotes.xml",
        part("footnotes", '<w:footnote w:id="2">' + p("R v Macsen Pugh, 2014") + "</w:footnote>"),
    ),
)
_add(
    "real-name-in-title-property",
    "partner",
    "ID16-NAMES",
    lambda d: d.property("title", "Trewhella overview"),
)
_add(
    "child-named",
    "partner",
    "ID16-NAMES",
    lambda d: d.reword("Avery and Jules were at school.", "Imogen and Jules were at school."),
)


_add(
    "day-of-death-on-title-page",
    "partner",
    "ID16-DEATH-DAY-TITLE",
    _title,
)


_add(
    "day-of-death-in-introduction",
    "suicide",
    "ID16-DEATH-DAY-INTRODUCTION",
    lambda d: d.reword(
        "when she took her own life in July 2021", "when she took her own life on 23 July 2021"
    ),
)
_add(
    "date-of-birth",
    "partner",
    "ID16-BIRTH",
    lambda d: d.reword(
        "Marianne and Kenneth met at college in 2003",
        "Marianne, born on 30 June 1983, and Kenneth met at college in 2003",
    ),
)
_add(
    "date-of-birth-column",
    "suicide",
    "ID16-BIRTH",
    lambda d: d.reword(
        "The subject of this review, who died aged 29",
        "The subject of this review, who died aged 29 (d.o.b. 4.10.1991)",
    ),
)
_add(
    "postcode",
    "partner",
    "ID16-POSTCODE",
    lambda d: d.reword(
        "in a market town in Wendelshire", "in a market town in Wendelshire, TR11 3QX,"
    ),
)
_add(
    "telephone",
    "two",
    "ID16-TELEPHONE",
    lambda d: d.reword("after a call from Lorna", "after a call from Lorna (07700 900142)"),
)
_add(
    "e-mail",
    "suicide",
    "ID16-TELEPHONE",
    lambda d: d.reword("by e-mail for Catrin", "by e-mail for Catrin (catrin.v91@gmail.com)"),
)
_add(
    "nhs-number",
    "partner",
    "ID16-NUMBERS",
    lambda d: d.reword("Depression diagnosed;", "Depression diagnosed (NHS number 943 476 5919);"),
)
_add(
    "ni-number",
    "two",
    "ID16-NUMBERS",
    lambda d: d.reword(
        "who had lost his job,", "who had lost his job (National Insurance AB 12 34 56 C),"
    ),
)
_add(
    "street-address",
    "two",
    "ID16-ADDRESS",
    lambda d: d.reword(
        "Odette lived in a council house in Northmere",
        "Odette lived at 14 Bramble Close in Northmere",
    ),
)
_add(
    "crime-reference",
    "partner",
    "ID16-REFERENCES",
    lambda d: d.reword(
        "Graded as standard risk.", "Graded as standard risk (crime number 22/81734/20)."
    ),
)
_add(
    "vehicle",
    "suicide",
    "ID16-REFERENCES",
    lambda d: d.reword(
        "sent 140 messages in a week",
        "sent 140 messages in a week and parked his car, CK18 RVO, outside",
    ),
)
_add(
    "child's-sex-in-facts",
    "partner",
    "ID16-CHILDREN-SEX-FACTS",
    lambda d: d.reword(
        "their children, Avery and Jules, who were 12 and 9 years old",
        "their son Avery, who was 12, and their daughter Jules, who was 9",
    ),
)
_worded(
    "child's-sex-elsewhere",
    "partner",
    "ID16-CHILDREN-SEX",
    lambda d: d.reword(
        "Avery and Jules were each spoken with alone", "The two girls were each spoken with alone"
    ),
    lambda d: d.reword(
        "What Avery said about counting money",
        "What Avery, her eldest boy, said about counting money",
    ),
)
_add(
    "age-in-months",
    "partner",
    "ID16-AGE-MONTHS",
    lambda d: d.reword(
        "Elder child of Marianne and Kenneth, aged 12",
        "Elder child of Marianne and Kenneth, aged 12 years and 4 months",
    ),
)
_worded(
    "unlisted-name",
    "two",
    "ID16-NAMES-UNLISTED",
    lambda d: d.reword("a housing officer visited", "a housing officer, Mrs Pomfret, visited"),
    lambda d: d.reword("Odette saw her GP, alone,", "Odette saw Dr Wetherby, alone,"),
    lambda d: d.reword(
        "a social worker assessed her", "PC Hollins and a social worker assessed her"
    ),
    lambda d: d.reword(
        "Members of Odette's church", "Deborah Lascelles and other members of Odette's church"
    ),
)
_worded(
    "place-by-name",
    "partner",
    "ID16-PLACES",
    lambda d: d.reword(
        "Told a teacher about being afraid",
        "Told a teacher at Holmfield Primary School about being afraid",
    ),
    lambda d: d.reword(
        "The general practice knew that Marianne was unhappy",
        "The Tannery Lane Surgery knew that Marianne was unhappy",
    ),
)
_add(
    "pseudonym-misspelt",
    "partner",
    "ID16-PSEUDONYMS-SPELT",
    lambda d: d.reword("Marianne's pay went into an account", "Mariane's pay went into an account"),
)
