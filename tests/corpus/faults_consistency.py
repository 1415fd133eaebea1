"""Faults of consistency: one thing said in two ways."""

# ruff: noqa: E501 - one fault, one line
from __future__ import annotations

from .faults import Faults
from .writing import Block, Draft

FAULTS = Faults("consistency", [])
_add = FAULTS.add


def _conclusions(draft: Draft) -> str:
    return next(
        one.text
        for one in draft.blocks
        if one.kind == "heading" and one.text.endswith("Conclusions")
    )


def _agency(draft: Draft) -> Draft:
    """The hospital trust loses a letter in the panel's table."""
    at = next(n for n, one in enumerate(draft.blocks) if one.cells[:1] == ("Teresa Maddock",))
    row = draft.blocks[at]
    draft.blocks[at] = Block("row", cells=(*row.cells[:2], "Aldmor Hospitals NHS Trust"))
    return draft


_add(
    "age-differs",
    "partner",
    "CN-AGES",
    lambda d: d.reword("Marianne was aged 38 and Kenneth", "Marianne was aged 39 and Kenneth"),
)
_add(
    "age-differs-in-words",
    "two",
    "CN-AGES",
    lambda d: d.in_section("Overview", "Fabian was thirty-six at the time of his mother's death."),
)
_add("age-against-record", "suicide", "CN-AGES-DATES", lambda d: d.reword_all("29", "31"))
_add(
    "age-against-birth",
    "partner-numbered",
    "CN-AGES-DATES",
    lambda d: d.reword(
        "Marianne grew up in Wendelshire", "Marianne was born in 1980 and grew up in Wendelshire"
    ),
)
_add(
    "pseudonym-for-two",
    "partner",
    "CN-PSEUDONYMS-ONE-EACH",
    lambda d: d.after(
        "Marianne's friend and fellow teacher", Block("row", cells=("Bronwen", "Kenneth's sister"))
    ),
)
_add(
    "printed-name-misspelt",
    "partner",
    "CN-PRINTED-NAMES",
    lambda d: d.reword(
        "Philippa Garroway chaired the review", "Philippa Garoway chaired the review"
    ),
)
_add(
    "death-in-two-months",
    "partner",
    "CN-DEATH-DATE",
    lambda d: d.reword(
        "This report of a domestic homicide review looks",
        "Marianne was killed in April 2022. This report of a domestic homicide review looks",
    ),
)
_add(
    "death-against-record",
    "suicide",
    "CN-DEATH-DATE",
    lambda d: d.reword_all("in July 2021", "in June 2021"),
)
_add(
    "review-ends-twice",
    "partner",
    "CN-REVIEW-DATES",
    lambda d: d.reword("Report completed: 17 November 2023", "Report completed: 7 September 2023"),
)
_add(
    "review-begins-twice",
    "suicide",
    "CN-REVIEW-DATES",
    lambda d: d.in_section(
        "Methodology", "The review began on 14 October 2021 with a meeting of the panel."
    ),
)
_add(
    "sentenced-on-two-days",
    "partner",
    "CN-COURT-DATES",
    lambda d: d.in_section(
        "Parallel reviews", "Kenneth was sentenced on 6 January 2023 for the murder of Marianne."
    ),
)
_add(
    "convicted-on-two-days",
    "two",
    "CN-COURT-DATES",
    lambda d: d.in_section(
        "Parallel reviews", "On 4 March 2022 Fabian was found guilty of murder."
    ).reword(
        "At the trial, in January and February 2022, Fabian was convicted of murder",
        "On 11 February 2022 Fabian was convicted of murder",
    ),
)
_add(
    "sentenced-before-charge",
    "partner",
    "CN-ORDER",
    lambda d: d.reword(
        "Kenneth was charged with murder in March 2022",
        "Kenneth was charged with murder in March 2023",
    ),
)
_add(
    "decided-before-death",
    "two",
    "CN-ORDER",
    lambda d: d.reword(
        "on 2 February 2021 decided to commission a review",
        "on 2 February 2020 decided to commission a review",
    ),
)
_add(
    "row-after-the-death",
    "partner",
    "CN-AFTER-DEATH",
    lambda d: d.reword("8 February 2022", "8 May 2022"),
)
_add(
    "minimum-term-differs",
    "partner",
    "CN-SENTENCE",
    lambda d: d.in_section(
        "Conclusions", "Kenneth was sentenced to life imprisonment with a minimum term of 17 years."
    ),
)
_add(
    "sentence-differs",
    "two",
    "CN-SENTENCE",
    lambda d: d.in_section(
        "Conclusions", "Fabian is serving a life sentence and must serve at least 24 years."
    ),
)
_add(
    "verdict-differs",
    "partner",
    "CN-VERDICT",
    lambda d: d.reword(
        "In December 2022 he was convicted of murder.",
        "In December 2022 he was convicted of manslaughter.",
    ),
)
_add(
    "meetings-not-as-dates",
    "partner",
    "CN-MEETINGS",
    lambda d: d.reword("The panel met on five occasions", "The panel met on six occasions"),
)
_add(
    "meetings-differ",
    "suicide",
    "CN-MEETINGS",
    lambda d: d.in_section("Methodology", "The panel met four times."),
)
_add(
    "members-not-as-table",
    "partner",
    "CN-MEMBERS",
    lambda d: d.reword("The panel had eight members", "The panel had ten members"),
)
_add(
    "contributors-not-as-table",
    "partner",
    "CN-CONTRIBUTORS",
    lambda d: d.reword(
        "The following agencies contributed to the review.",
        "Seven agencies contributed to the review.",
    ),
)
_add(
    "imrs-not-as-table",
    "suicide",
    "CN-IMRS",
    lambda d: d.reword(
        "The review rests on individual management reviews (IMRs)",
        "The review rests on six IMRs (individual management reviews)",
    ),
)
_add(
    "recommendations-not-as-list",
    "partner",
    "CN-RECOMMENDATIONS-COUNT",
    lambda d: d.reword(
        "The review makes four recommendations.", "The review makes six recommendations."
    ),
)
_add(
    "list-not-as-announced",
    "two",
    "CN-LISTS",
    lambda d: d.in_section(
        "Conclusions",
        "The panel asks agencies to keep the following four things in mind:",
        Block("item", "who is in the house;"),
        Block("item", "who speaks;"),
        Block("item", "who pays."),
    ),
)
_add(
    "recommendation-number-left-out",
    "partner",
    "CN-RECOMMENDATION-NUMBERS",
    lambda d: d.reword("4. Aldmoor Hospitals", "5. Aldmoor Hospitals"),
)
_add(
    "recommendation-number-twice",
    "two",
    "CN-RECOMMENDATION-NUMBERS",
    lambda d: d.reword("Recommendation 3: Northmere", "Recommendation 2: Northmere"),
)
_add(
    "recommendation-in-two-wordings",
    "partner",
    "CN-RECOMMENDATION-WORDING",
    lambda d: d.in_section(
        "Lessons to be learnt",
        "Recommendation 2: Wendelshire Council should train some social workers in economic abuse by December 2025.",
    ),
)
_add(
    "dead-paragraph-reference",
    "two-numbered",
    "CN-REFERENCES",
    lambda d: d.in_section(_conclusions(d), "This is discussed in paragraph 9.14 above."),
)
_add(
    "dead-appendix-reference",
    "partner-appendices",
    "CN-REFERENCES",
    lambda d: d.in_section("Conclusions", "A genogram is in Appendix 6."),
)
_add(
    "dead-recommendation-reference",
    "partner",
    "CN-REFERENCES-RECOMMENDATIONS",
    lambda d: d.reword("This leads to recommendation 3.", "This leads to recommendation 9."),
)
_add(
    "unexplained-acronym",
    "partner",
    "CN-ACRONYMS",
    lambda d: d.reword(
        "Each responded to the part",
        "The MASH and the NPS saw it; the MASH and the NPS wrote to each other. Each responded to the part",
    ),
)
_add(
    "glossary-entry-unused",
    "suicide",
    "CN-GLOSSARY",
    lambda d: d.in_section(
        "Recommendations",
        Block("heading", "Glossary"),
        Block("row", cells=("Term", "Meaning")),
        Block("row", cells=("MARAC", "Multi-agency risk assessment conference")),
        Block(
            "row",
            cells=("Clare's Law", "A scheme under which a person can ask about a partner's past"),
        ),
    ),
)
_add("agency-spelt-in-two-ways", "partner", "CN-AGENCY-NAMES", _agency)
