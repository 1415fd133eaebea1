"""The twenty faults of the faulty draft, each of one kind and applicable alone.

``faults.yaml`` beside ``build.py`` describes them for whoever checks the draft.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from . import edits
from .content import Report
from .markup import Block

Fault = Callable[[Report], None]
FAMILY = "Involvement of family, friends, work colleagues, neighbours and wider community"
FACTS = "Background information (the facts)"
AUTHOR = "Author of the overview report"


def exact_date_of_death(report: Report) -> None:
    """F01: the title page gives the day of the death."""
    report.title = [
        (style, text.replace("in October 2023", "on 14 October 2023"))
        for style, text in report.title
    ]


def date_of_birth(report: Report) -> None:
    """F02: a date of birth is left in the facts."""
    edits.reword(report, FACTS, "Leonie lived in a", "Leonie (date of birth 2 May 1982) lived in a")


def real_name_in_footnote(report: Report) -> None:
    """F03: a footnote cites the trial by the perpetrator's real name."""
    report.footnotes["trial"] = report.footnotes["trial"].replace(
        "opened at trial", "opened at trial in R v Gavin Pettisford"
    )


def real_name_in_text_box(report: Report) -> None:
    """F04: the caption of a photograph, in a text box, names the person who died."""
    start, _ = edits.section(report, "Condolences and tribute")
    caption = "Tamsin Hallorane, photographed by her family in the summer of 2022"
    report.blocks.insert(start + 1, Block("textbox", caption))


def postcode_in_table(report: Report) -> None:
    """F05: a cell of the chronology gives the postcode of the home."""
    edits.recell(
        report,
        "chronology",
        "20 January 2023",
        "Locks changed by 22 January.",
        "Locks at MR7 4TD changed by 22 January.",
    )


def template_instruction(report: Report) -> None:
    """F06: words of the template's own instructions are left in the facts."""
    edits.reword(
        report,
        FACTS,
        "with a minimum term of 23 years.",
        "with a minimum term of 23 years (give verdict, sentence and tariff where relevant).",
    )


def comments_left_in(report: Report) -> None:
    """F07: two comments from reading rounds are still in the file."""
    edits.reword(
        report,
        "Conclusions",
        "Five issues run through the review.",
        "{==Five issues run through the review.==}"
        "{>>Do we want to say which matters most? To discuss before this goes to the family.<<}",
    )
    edits.reword(
        report,
        "Lessons to be learnt",
        "Children notice first.** What a child says",
        "Children notice first.** {==What a child says==}"
        "{>>Education colleagues have asked for softer wording here.<<}",
    )


def tracked_changes(report: Report) -> None:
    """F08: an insertion and a deletion have been neither accepted nor rejected."""
    edits.reword(
        report,
        "Overview",
        "Read together they describe one course of conduct.",
        "Read together they {--may suggest--}{++describe++} one course of conduct.",
    )


def author_in_properties(report: Report) -> None:
    """F09: the file's properties name those who wrote and last saved it."""
    report.creator, report.last_modified_by = "Philippa Wainscott", "philippa.wainscott"


def no_dissemination(report: Report) -> None:
    """F10: the Dissemination section is missing, heading and content."""
    edits.remove(report, "Dissemination")


def thin_equality(report: Report) -> None:
    """F11: Equality and diversity is one sentence; Leonie's disability is not examined there."""
    edits.rewrite(
        report,
        "Equality and diversity",
        "The panel considered the protected characteristics and concluded that none of them "
        "had a bearing on the services that were provided.",
    )


def no_reasons_for_delay(report: Report) -> None:
    """F12: the review took nearly two years and no reason is given."""
    edits.rewrite(
        report,
        "Timescales",
        "This review began on 8 November 2023 and was concluded on 30 September 2025. Reviews "
        "should be completed, where possible, within six months of the decision to proceed.",
    )


def no_leaflet_or_advocate(report: Report) -> None:
    """F13: the family section says nothing of the leaflet or of an advocate."""
    edits.reword(
        report,
        FAMILY,
        "on 13 November 2023, together with the Home Office leaflet on domestic homicide reviews "
        "for family members and a leaflet from the charity Advocacy After Fatal Domestic Abuse "
        "(AAFDA). The leaflet for friends and the one for employers and colleagues were given to "
        "others as they were contacted.",
        "on 13 November 2023.",
    )
    edits.drop(report, FAMILY, "The family had the help of a specialist")
    edits.drop(report, FAMILY, "**Specialist and expert advocate:**")
    edits.reword(report, FAMILY, "every month through the advocate, including", "every month,")
    edits.reword(report, FAMILY, ", with the advocate beside them when they wished.", ".")


def childrens_genders(report: Report) -> None:
    """F14: the facts give the younger children's genders."""
    edits.reword(
        report,
        FACTS,
        "and Ellis, aged 11, and Remy, aged 8,",
        "her daughter Ellis, aged 11, and her son Remy, aged 8,",
    )


def chair_from_local_police(report: Report) -> None:
    """F15: the chair served in the local police, and does not say how long ago that ended."""
    edits.rewrite(
        report,
        AUTHOR,
        "The independent chair of the review and the author of this report are one person, "
        "Rosalind Tavener. She is a former detective superintendent with Marrenshire "
        "Constabulary, where she was head of public protection, and has considerable experience "
        "of the investigation of domestic abuse. She has chaired fourteen domestic homicide "
        "reviews and has completed the Home Office online training for chairs and authors.",
        "Rosalind Tavener has had no connection with the Marrenshire Community Safety "
        "Partnership and had no involvement in the case.",
    )


def recommendation_without_owner(report: Report) -> None:
    """F16: a recommendation has nobody to carry it out."""
    edits.recell(report, "recommendations", "11", "Marrenshire Hospitals NHS Foundation Trust", "")


def imitated_heading(report: Report) -> None:
    """F17: Methodology is bold text that only looks like a heading."""
    start, _ = edits.section(report, "Methodology")
    report.blocks[start - 1].kind = "bold"


def blaming_words(report: Report) -> None:
    """F18: a sentence of the analysis puts the fault on the person who died."""
    edits.reword(
        report,
        "Analysis",
        "They ended without review,",
        "It was unfortunate that Leonie failed to leave the property in that time. The "
        "conditions ended without review,",
    )


def old_marking(report: Report) -> None:
    """F19: the pages are marked RESTRICTED, a marking that was withdrawn in 2014."""
    report.marking = "RESTRICTED"
    edits.reword(report, "Confidentiality", "the marking OFFICIAL.", "the marking RESTRICTED.")


def impossible_date(report: Report) -> None:
    """F20: the chronology has a 31 June."""
    edits.recell(report, "chronology", "6 June 2023", "6 June 2023", "31 June 2023")


FAULTS: dict[str, Fault] = {
    f"F{number:02}": fault
    for number, fault in enumerate(
        (
            exact_date_of_death,
            date_of_birth,
            real_name_in_footnote,
            real_name_in_text_box,
            postcode_in_table,
            template_instruction,
            comments_left_in,
            tracked_changes,
            author_in_properties,
            no_dissemination,
            thin_equality,
            no_reasons_for_delay,
            no_leaflet_or_advocate,
            childrens_genders,
            chair_from_local_police,
            recommendation_without_owner,
            imitated_heading,
            blaming_words,
            old_marking,
            impossible_date,
        ),
        start=1,
    )
}


def spoil(report: Report, wanted: Iterable[str]) -> None:
    """Apply the faults called ``wanted`` to ``report``, in the order of their numbers.

    Raises KeyError for an id that is not one of the twenty.
    """
    for fault_id in sorted(wanted):
        FAULTS[fault_id](report)
