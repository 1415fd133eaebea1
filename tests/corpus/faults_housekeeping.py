"""What a round of drafting leaves behind in the file and in the text."""

# ruff: noqa: E501 - one fault, one line
from __future__ import annotations

from html import escape

from ..document.builder import p, part, r, txbx
from .faults import HEURISTIC, Faults
from .writing import Block, Draft

FAULTS = Faults("housekeeping", [])
_add, _worded = FAULTS.add, FAULTS.worded
_DATED = 'w:author="Author" w:date="2023-01-01T10:00:00Z"'


def _part(draft: Draft, name: str, content: str) -> Draft:
    draft.parts[name] = content
    return draft


def _with(draft: Draft, text: str, xml: str) -> Draft:
    """More runs at the end of the paragraph that has a text."""
    one = draft.blocks[draft.at(text)]
    return draft.runs(text, r(escape(one.text)) + xml)


_COMMENT = part(
    "comments", f'<w:comment w:id="1" {_DATED} w:initials="A">{p("Is this agreed?")}</w:comment>'
)
_add("comment-left", "partner", "HK16-COMMENTS", lambda d: _part(d, "word/comments.xml", _COMMENT))
_add(
    "insertion-left",
    "suicide",
    "HK16-CHANGES",
    lambda d: _with(
        d, "Nerys was loved.", f'<w:ins w:id="1" {_DATED}>{r(" And she is missed.")}</w:ins>'
    ),
)
_add(
    "deletion-left",
    "two",
    "HK16-CHANGES",
    lambda d: _with(
        d,
        "No inquest was held beyond",
        f'<w:del w:id="1" {_DATED}><w:r><w:delText> Not yet.</w:delText></w:r></w:del>',
    ),
)
_add(
    "hidden-text",
    "partner",
    "HK16-CONCEALED",
    lambda d: _with(d, "The panel considered all nine", r(" Ask the trust again.", "<w:vanish/>")),
)
_add(
    "white-text",
    "two",
    "HK16-CONCEALED",
    lambda d: _with(
        d,
        "Agencies knew a little each",
        r(" See the note of the meeting.", '<w:color w:val="FFFFFF"/>'),
    ),
)
_add(
    "black-bar",
    "suicide",
    "HK16-CONCEALED",
    lambda d: _with(
        d,
        "What did agencies know?",
        r(" Her doctor said more.", '<w:color w:val="000000"/><w:highlight w:val="black"/>'),
    ),
)
_add(
    "tiny-text",
    "partner",
    "HK16-TINY",
    lambda d: _with(d, "This section sums up", r(" Check.", '<w:sz w:val="2"/>')),
)
_add(
    "highlighted",
    "two",
    "HK16-HIGHLIGHTED",
    lambda d: _with(
        d, "The purpose is to learn", r(" To be checked.", '<w:highlight w:val="yellow"/>')
    ),
)
_add(
    "author-in-properties",
    "partner",
    "HK16-AUTHORS",
    lambda d: d.property("creator", "Penelope Arkwright"),
)
_add(
    "last-editor-in-properties",
    "two",
    "HK16-AUTHORS",
    lambda d: d.property("lastModifiedBy", "Godfrey Mallinson", prefix="cp"),
)
_add(
    "company-in-properties",
    "suicide",
    "HK16-COMPANY",
    lambda d: _part(
        d,
        "docProps/app.xml",
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>Prosser Reviews Ltd</Company></Properties>',
    ),
)


def _linked(draft: Draft, target: str) -> Draft:
    draft.links.append(("rId77", "hyperlink", target))
    return _with(
        draft, "The review rests on", f'<w:hyperlink r:id="rId77">{r(" Source")}</w:hyperlink>'
    )


_add(
    "path-of-a-computer",
    "suicide",
    "HK16-PATHS",
    lambda d: _linked(d, "file:///C:/Users/gwen/Documents/diary.docx"),
)
_add(
    "mail-link",
    "suicide",
    "HK16-MAIL-LINKS",
    lambda d: _linked(d, "mailto:safety@cwmhafren.example"),
)
_add(
    "embedded-file",
    "partner",
    "HK16-PARTS",
    lambda d: _part(d, "word/embeddings/oleObject1.bin", "data"),
)
_add("watermark", "partner", "HK16-DRAFT-MARKS", lambda d: _watermark(d))


def _watermark(draft: Draft) -> Draft:
    shape = '<w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1" type="#_x0000_t136"><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
    return _part(draft, "word/header1.xml", part("hdr", p(r("OFFICIAL")) + p(shape)))


_worded(
    "draft-mark",
    "two",
    "HK16-DRAFT-MARKS",
    lambda d: _title(d, "Draft v0.4 for comment"),
    lambda d: _title(d, "Third version, not yet agreed by the panel"),
    lambda d: _title(d, "Working copy"),
)


def _title(draft: Draft, line: str) -> Draft:
    draft.blocks.insert(1, Block("title", line))
    return draft


def _header(draft: Draft, line: str) -> Draft:
    draft.header = line
    return draft


def _named(draft: Draft, name: str) -> Draft:
    draft.name = name
    return draft


_add(
    "draft-in-file-name",
    "suicide",
    "HK16-DRAFT-MARKS",
    lambda d: _named(d, "overview DRAFT 3 tracked.docx"),
)
_add("old-marking", "partner", "HK16-MARKING-OLD", lambda d: _header(d, "RESTRICTED"))
_add(
    "old-marking-with-a-word",
    "suicide",
    "HK16-MARKING-OLD",
    lambda d: _header(d, "NOT PROTECTIVELY MARKED"),
)
_add("no-marking", "two", "HK16-MARKING", lambda d: _header(d, ""))
_worded(
    "instruction-left",
    "partner",
    "HK16-TEMPLATE-WORDS",
    lambda d: d.reword(
        "in a market town in Wendelshire with", "(state where the victim lived) in Wendelshire with"
    ),
    lambda d: d.in_section(
        "Parallel reviews", "Set out here any other reviews that have been conducted."
    ),
    lambda d: d.in_section("Conclusions", "Insert the panel's main conclusions in this part."),
)
_worded(
    "gap-left",
    "suicide",
    "HK16-PLACEHOLDERS",
    lambda d: d.reword("The panel met six times.", "The panel met XX times."),
    lambda d: d.reword("The panel met six times.", "The panel met [number to be added] times."),
    lambda d: d.reword("The panel met six times.", "The panel met ____ times."),
    lambda d: d.reword("The panel met six times.", "The panel met (figure awaited) times."),
)
_worded(
    "stale-body",
    "two",
    "HK16-BODIES",
    lambda d: d.reword(
        "GP lead for safeguarding at the integrated care board",
        "GP lead for safeguarding at the clinical commissioning group",
    ),
    lambda d: d.reword(
        "the Safeguarding Adults Board and the Home Office",
        "the Local Safeguarding Children Board and the Home Office",
    ),
    lambda d: d.in_section(
        "Parallel reviews",
        "The primary care trust and the Crown Prosecution Service read the draft.",
    ),
)
_add(
    "stale-paragraphs",
    "partner",
    "HK16-OLD-PARAGRAPHS",
    lambda d: d.in_section(
        "Methodology", "Family were involved as paragraphs 5.25 to 5.28 of the guidance ask."
    ),
    HEURISTIC,
)
_add(
    "stale-paragraph-of-the-panel",
    "two",
    "HK16-OLD-PARAGRAPHS",
    lambda d: d.in_section(
        "Methodology", "The panel was set up under paragraph 5.1 of the statutory guidance."
    ),
    HEURISTIC,
)
_add(
    "impossible-date",
    "two",
    "HK16-IMPOSSIBLE-DATES",
    lambda d: d.reword("On 9 May 2019 Carla moved in", "On 31 June 2019 Carla moved in"),
)
_add(
    "impossible-date-in-figures",
    "partner",
    "HK16-IMPOSSIBLE-DATES",
    lambda d: d.reword("4 October 2021", "30/02/2021"),
)
_add(
    "wrong-weekday",
    "suicide",
    "HK16-WEEKDAYS",
    lambda d: d.reword(
        "On 2 May 2021 police",
        "On Tuesday 4 May 2021 the surgery rang and on Monday 2 May 2021 police",
    ),
)
_add(
    "doubled-word",
    "partner",
    "HK16-DOUBLED",
    lambda d: d.reword("Nobody had all of this.", "Nobody had all all of this."),
)
_add(
    "doubled-pair",
    "two",
    "HK16-DOUBLED",
    lambda d: d.reword(
        "Information was not shared.", "Information was not of the of the kind that is shared."
    ),
)
_add(
    "name-in-text-box",
    "partner",
    "ID16-NAMES",
    lambda d: _with(d, "Marianne taught music", txbx(p("Alison at school"))),
)
