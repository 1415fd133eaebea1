"""Faults of content: what a section should say and does not, or says too little of."""

# ruff: noqa: E501 - one fault, one line
from __future__ import annotations

from .faults import HEURISTIC, Change, Faults
from .writing import Draft

FAULTS = Faults("content", [])
_worded = FAULTS.worded


def _add(name: str, base: str, rules: str, change: Change) -> None:
    """What a section does not say is told by words: only a person can be sure that it is not there."""
    FAULTS.add(name, base, rules, change, HEURISTIC)


_count = FAULTS.add
"""Faults that can be counted or computed."""


def _no_title(draft: Draft, text: str, instead: str = "") -> Draft:
    """Without a line of the title page, or with another."""
    at = next(n for n, one in enumerate(draft.blocks) if one.kind == "title" and text in one.text)
    if instead:
        return draft.reword(draft.blocks[at].text, instead)
    del draft.blocks[at]
    return draft


_count(
    "title-no-partnership",
    "partner",
    "OR16-TITLE-CSP",
    lambda d: _no_title(d, "Wendelshire Community"),
)
_count(
    "title-no-pseudonym",
    "partner",
    "OR16-TITLE-PSEUDONYM",
    lambda d: _no_title(d, "into the death", "Overview report into a death in March 2022"),
)
_count(
    "title-no-author", "partner", "OR16-TITLE-AUTHOR", lambda d: _no_title(d, "chair and author")
)
_count(
    "title-no-date", "partner", "OR16-TITLE-COMPLETED", lambda d: _no_title(d, "Report completed")
)
_count(
    "title-no-month",
    "partner",
    "OR16-TITLE-MONTH",
    lambda d: _no_title(d, "into the death", "Overview report into the death of Marianne"),
)


_add(
    "no-tribute",
    "suicide",
    "OR16-TRIBUTE",
    lambda d: d.without_section("A tribute from the family"),
)
_add(
    "no-purpose",
    "partner",
    "OR16-INTRO-PURPOSE",
    lambda d: d.without(
        "The purpose of a review such as this", "establish what lessons are to be learned"
    ),
)
_add(
    "no-period", "partner", "OR16-INTRO-SCOPE", lambda d: d.without("The period under review runs")
)
_add(
    "period-without-reason",
    "two",
    "OR16-INTRO-SCOPE-WHY",
    lambda d: d.reword(
        "Fabian moved back in with Odette in January 2016, and the panel chose that month as its starting point for that reason. ",
        "",
    ),
)
_add(
    "coercive-control-undefined",
    "suicide",
    "OR16-COERCIVE-DEFINED",
    lambda d: d.without("In this report coercive control means").in_section(
        "Conclusions",
        "Coercive control was missed. Coercive control was known. It was coercive control.",
    ),
)
# --- timescales, confidentiality, methodology ----------------------------------------------
_count(
    "no-dates-of-review",
    "partner",
    "OR16-TIMESCALES-DATES",
    lambda d: d.reword(
        "The review began on 4 May 2022 and was concluded on 17 November 2023. ", ""
    ),
)
_worded(
    "delay-unexplained",
    "partner",
    "OR16-TIMESCALES-DELAY",
    lambda d: d.body_of(
        "Timescales", "The review began on 4 May 2022 and was concluded on 17 November 2023."
    ),
    lambda d: d.body_of(
        "Timescales",
        "Work started on 4 May 2022. The report was finished on 17 November 2023, which is later than the panel would have wished.",
    ),
)
_count(
    "no-pseudonyms",
    "partner",
    "OR16-PSEUDONYMS",
    lambda d: d.body_of(
        "Confidentiality",
        "Until the Home Office permits publication, the contents of this report are confidential and may be seen only by the professionals who took part, by their line managers, and by the family.",
        "Marianne was aged 38 and Kenneth was aged 43 at the time of the homicide. Both were White British.",
    ),
)
_worded(
    "pseudonyms-not-agreed",
    "two",
    "OR16-PSEUDONYMS-AGREED",
    lambda d: d.reword(
        "The family agreed the pseudonyms in this report.",
        "The author chose the pseudonyms in this report.",
    ),
    lambda d: d.reword(
        "The family agreed the pseudonyms in this report.", "Invented names stand in this report."
    ),
)
_count(
    "letters-for-names",
    "partner",
    "OR16-NAMES-NOT-LETTERS",
    lambda d: (
        d.reword_all("Marianne", "Adult A")
        .reword_all("Kenneth", "Adult B")
        .reword_all("Avery", "Child C")
    ),
)
_add(
    "no-ethnicity", "partner", "OR16-ETHNICITY", lambda d: d.reword(" Both were White British.", "")
)
_add(
    "no-ages",
    "suicide",
    "OR16-AGES",
    lambda d: (
        d.reword(" who was 29 and a resident", " who was a resident")
        .reword(", who died aged 29", "")
        .reword(", aged 34", "")
        .reword("When she died, Nerys was aged 29; Iolo was aged 34. ", "")
        .reword(" since she was 18", "")
    ),
)
_worded(
    "decision-not-told",
    "two",
    "OR16-METHOD-DECISION",
    lambda d: d.without("The Partnership heard of the death"),
    lambda d: d.reword(
        "Its chair consulted the heads of the partner agencies, and on 2 February 2021 decided to commission a review. ",
        "",
    ),
)
_add(
    "no-interviews",
    "two",
    "OR16-METHOD-INTERVIEWS",
    lambda d: d.reword(
        " Interviews were held with fourteen professionals and with members of the family.", ""
    ),
)
_add(
    "no-documents", "two", "OR16-METHOD-DOCUMENTS", lambda d: d.without("The author drew upon six")
)
# --- the family ----------------------------------------------------------------------------
_worded(
    "no-leaflet",
    "partner",
    "OR16-FAMILY-LEAFLET",
    lambda d: d.reword(", along with the Home Office leaflet for families", ""),
    lambda d: d.reword(
        "along with the Home Office leaflet for families",
        "but was not given the Home Office leaflet for families",
    ),
)
_worded(
    "no-advocate",
    "partner",
    "OR16-FAMILY-ADVOCATE",
    lambda d: d.reword(
        " From June 2022 she was supported by an expert advocate from Advocacy After Fatal Domestic Abuse (AAFDA).",
        "",
    ).reword(", with her advocate,", ""),
    lambda d: d.reword(
        "she was supported by an expert advocate from Advocacy After Fatal Domestic Abuse (AAFDA)",
        "she was supported by a cousin, as nobody had told her that there are advocates",
    ).reword(", with her advocate,", ""),
)
_add(
    "draft-not-shared",
    "two",
    "OR16-FAMILY-DRAFT",
    lambda d: d.reword(
        " In August 2022 she read the draft report in private, at her own pace, over a month. Her comments led to nine amendments.",
        "",
    ),
)
_add(
    "family-not-at-panel",
    "suicide",
    "OR16-FAMILY-PANEL",
    lambda d: d.reword(" On 17 May 2022 they met the panel.", ""),
)
_add(
    "draft-not-in-private",
    "suicide",
    "OR16-FAMILY-DRAFT-PRIVATE",
    lambda d: d.reword(
        "They had the draft report for a month, from 5 December 2022, to read in private with their advocate beside them; they commented",
        "They saw the draft report at the meeting of 5 December 2022; they commented",
    ),
)
_add(
    "no-friends-or-colleagues",
    "suicide",
    "OR16-FAMILY-OTHERS",
    lambda d: d.without("Two friends of Nerys").heading("Family and friends", "Family"),
)
# --- contributors, panel, author -----------------------------------------------------------
_worded(
    "imr-independence-missing",
    "suicide",
    "OR16-IMR-INDEPENDENCE",
    lambda d: d.without("The authors of the four IMRs were independent"),
    lambda d: d.reword(
        "The authors of the four IMRs were independent: they had neither met Nerys or Iolo nor managed anyone who had, and two of them came from other organisations.",
        "The authors of the four IMRs had many years of service in their own organisations.",
    ),
)
_add(
    "no-specialist-on-panel",
    "partner",
    "OR16-PANEL-SPECIALIST",
    lambda d: d.without("Olivia Strand").reword("eight members", "seven members"),
)
_add(
    "no-number-of-meetings",
    "suicide",
    "OR16-PANEL-MEETINGS",
    lambda d: d.reword("The panel met six times. ", "").reword(
        " On 17 May 2022 they met the panel.", ""
    ),
)
_add(
    "panel-independence-missing",
    "suicide",
    "OR16-PANEL-INDEPENDENCE",
    lambda d: d.reword(
        " All its members were independent: none of them had worked with Nerys or Iolo or supervised anyone who did.",
        "",
    ),
)


def _no_independence(draft: Draft, instead: str = "") -> Draft:
    return draft.body_of(
        "Chair and author",
        "Gwenllian Prosser was chair and author. Until 2016 she was a senior nurse and a safeguarding lead in the north of Wales. She has written seven reports of this kind and has taught suicide prevention."
        + (f" {instead}" if instead else ""),
    )


_worded(
    "author-independence-missing",
    "suicide",
    "OR16-AUTHOR-INDEPENDENT",
    lambda d: _no_independence(d),
    lambda d: _no_independence(
        d, "She was chosen because she knows the area and its services from within."
    ),
)


_add(
    "no-career",
    "two",
    "OR16-AUTHOR-CAREER",
    lambda d: d.body_of(
        "Chair and author",
        "Miriam Askew chaired the review and Desmond Fairclough wrote the report. Both are independent of the agencies in this review. Neither of them has worked in Northmere, and neither has any connection with the Community Safety Partnership.",
    ),
)
_count(
    "local-employment-undated",
    "partner",
    "OR16-AUTHOR-EMPLOYMENT",
    lambda d: d.reword(
        "She has never worked for an agency in Wendelshire, and has no connection",
        "She used to work for Wendelshire Council, and has no connection",
    ),
)
_add(
    "connection-not-denied",
    "two",
    "OR16-AUTHOR-NO-CONNECTION",
    lambda d: d.reword(
        ", and neither has any connection with the Community Safety Partnership", ""
    ),
)
# --- parallel reviews, equality, dissemination ---------------------------------------------
_add(
    "no-inquest",
    "partner",
    "OR16-PARALLEL-INQUEST",
    lambda d: d.reword(
        "The coroner opened an inquest in April 2022 and, after the trial, decided not to resume it. ",
        "",
    ).reword(" The coroner opened an inquest, which was not resumed after the criminal trial.", ""),
)
_worded(
    "equality-in-one-sentence",
    "partner",
    "OR16-EQUALITY-NAMED",
    lambda d: d.body_of(
        "Equality and diversity", "The panel gave thought to equality and diversity throughout."
    ),
    lambda d: d.body_of("Equality and diversity", "No issues were identified."),
)
_count(
    "characteristics-left-out",
    "partner",
    "OR16-EQUALITY-NINE",
    lambda d: d.reword(
        ": age, disability, gender reassignment, marriage and civil partnership, pregnancy and maternity, race, religion or belief, sex, and sexual orientation.",
        ".",
    ).reword(
        "Age, race, gender reassignment, pregnancy and maternity, and sexual orientation were",
        "Age and race were",
    ),
)
_add(
    "disability-not-taken-up",
    "two",
    "OR16-EQUALITY-TAKEN-UP",
    lambda d: (
        d.reword(
            "Disability: her eyesight was failing, which made her depend upon Fabian, and the panel asked whether services took account of it; they did not. ",
            "",
        )
        .reword("four.", "three.")
        .reword(
            "On 6 June 2018 an optician wrote that she could no longer read letters.",
            "On 6 June 2018 an optician wrote that her disability was growing worse. She was a disabled person who used a wheelchair.",
        )
    ),
)
_add(
    "no-barriers",
    "suicide",
    "OR16-EQUALITY-BARRIERS",
    lambda d: d.reword(
        ", and this was a barrier to speaking about what was most private", ""
    ).reword(
        "; the panel found that this got in the way of anyone asking what she was anxious about", ""
    ),
)
_add(
    "no-commissioner-for-abuse",
    "partner",
    "OR16-RECIPIENT-DAC",
    lambda d: d.reword(" to the Domestic Abuse Commissioner,", ""),
)
_add(
    "no-police-commissioner",
    "suicide",
    "OR16-RECIPIENT-PCC",
    lambda d: d.reword(" to the Police and Crime Commissioner for South Hafren,", ""),
)
# --- facts, chronology, overview -----------------------------------------------------------
_add(
    "no-cause-of-death",
    "two",
    "OR16-FACTS-CAUSE",
    lambda d: d.reword(" According to the pathologist, she died of internal bleeding.", ""),
)
_add(
    "no-relationship-length",
    "partner",
    "OR16-FACTS-RELATIONSHIP",
    lambda d: d.without("Marianne and Kenneth met at college in 2003"),
)
_add(
    "no-trial",
    "partner",
    "OR16-FACTS-TRIAL",
    lambda d: d.reword(
        " His trial took place in November and December 2022, and on 9 December 2022 the jury found him guilty of murder. He was sentenced on 16 December 2022 to life imprisonment with a minimum term of 19 years.",
        "",
    ).reword(" In December 2022 he was convicted of murder.", ""),
)
_add(
    "no-charge",
    "suicide-split",
    "OR16-FACTS-CHARGE",
    lambda d: d.reword(
        " Nobody has been charged with any offence in connection with her death.", ""
    ).reword(", even though nobody has been charged", ""),
)
_add(
    "no-children's-ages",
    "partner",
    "OR16-FACTS-CHILDREN",
    lambda d: (
        d.reword(", who were 12 and 9 years old", "")
        .reword(
            "Elder child of Marianne and Kenneth, aged 12", "Elder child of Marianne and Kenneth"
        )
        .reword(
            "Younger child of Marianne and Kenneth, aged 9", "Younger child of Marianne and Kenneth"
        )
    ),
)
_count(
    "chronology-without-dates",
    "two",
    "OR16-CHRONOLOGY-DATES",
    lambda d: d.body_of(
        "Chronology",
        "Fabian came to live with Odette. She saw her GP, alone, and wanted only cream. Later the police came to the house and saw all three.",
    ),
)


def _later_first(draft: Draft) -> Draft:
    at = draft.at("17 May 2019")
    row = draft.blocks.pop(at)
    draft.blocks.insert(draft.at("4 October 2021") + 1, row)
    return draft


_count("chronology-out-of-order", "partner", "OR16-CHRONOLOGY-ORDER", _later_first)
_worded(
    "suicide-not-in-terms",
    "suicide",
    "OR16-TERMS-SUICIDE",
    lambda d: d.reword(
        "a) Nerys took her own life. Did services recognise the link between domestic abuse and suicide, and did they ask about both?",
        "a) What did services know of Nerys and Iolo, and what did they ask?",
    ),
    lambda d: d.reword(
        "a) Nerys took her own life. Did services recognise the link between domestic abuse and suicide, and did they ask about both?",
        "a) Nerys died. Did services recognise what had happened to her?",
    ),
)
_add(
    "basis-of-suicide-review",
    "suicide",
    "OR16-SUICIDE-BASIS",
    lambda d: (
        d.without("The review was held because her death followed abuse")
        .reword(
            " because the circumstances of her death gave rise to concern: there had been coercive and controlling behaviour in the relationship. The Home Office guidance of 2016 asks for a review in such a case, even though nobody has been charged",
            "",
        )
        .reword(" decided that the criteria were met", " talked about her death")
    ),
)
_add(
    "coercive-control-not-in-terms",
    "partner",
    "OR16-TERMS-COERCIVE",
    lambda d: d.reword(
        "a) Coercive control: did agencies see the pattern of controlling behaviour, and how did they respond to it?",
        "a) Contacts: what did agencies see, and how did they respond to it?",
    ),
)
# --- analysis, lessons ---------------------------------------------------------------------
_add(
    "no-good-practice",
    "two",
    "OR16-ANALYSIS-GOOD-PRACTICE",
    lambda d: (
        d.reword(
            ", and kept in touch with him when he missed appointments, which was good practice", ""
        )
        .reword(", which deserves praise", "")
        .reword("Turning Tide worked well with Fabian", "Turning Tide worked with Fabian")
    ),
)
_add("no-covid", "suicide", "OR16-ANALYSIS-COVID", lambda d: d.without_section("Covid-19"))
_add(
    "no-early-learning",
    "partner",
    "OR16-LESSONS-EARLY",
    lambda d: d.without("Some of this learning has already been acted upon"),
)
_add(
    "no-link-to-recommendations",
    "two",
    "OR16-LESSONS-TO-RECOMMENDATIONS",
    lambda d: d.reword("These lessons are taken up, one by one, in the recommendations. ", ""),
)
# --- the executive summary, and the edition of 2011 ----------------------------------------
_add(
    "summary-no-verdict",
    "summary",
    "ES16-VERDICT",
    lambda d: d.without("Criminal proceedings ended on"),
)
_add(
    "summary-no-decision",
    "summary",
    "ES16-DECISION",
    lambda d: d.reword(
        "The process began with a meeting of the Partnership on 14 April 2022, at which it agreed to hold a review. ",
        "",
    ),
)
_add(
    "summary-no-counts",
    "summary",
    "ES16-AGENCY-COUNTS",
    lambda d: d.reword(
        "Sixteen agencies that might have had contact", "Agencies that might have had contact"
    ).reword("Five of them confirmed contact, and were asked", "Some were asked"),
)
_add(
    "summary-no-secured-files",
    "summary",
    "ES16-FILES-SECURED",
    lambda d: d.reword(", and were asked to secure their files", ""),
)
_add(
    "summary-no-pseudonyms",
    "summary",
    "ES16-PSEUDONYMS",
    lambda d: d.reword(
        "Pseudonyms stand in this summary for the real names of Marianne, her husband and others, to protect their identities and those of their family. ",
        "",
    ),
)
_add(
    "2011-no-panel", "older", "OR11-PANEL", lambda d: d.without_section("The review panel members")
)
_add(
    "2011-no-span",
    "older",
    "OR11-TIMESCALES-SPAN",
    lambda d: d.body_of("Timescales", "The panel waited for the end of the criminal proceedings."),
)
_add(
    "2011-no-good-practice",
    "older",
    "OR11-ANALYSIS-GOOD-PRACTICE",
    lambda d: d.reword(
        "It was good practice that the officers spoke with Audrey and Leonard apart. ", ""
    ),
)
