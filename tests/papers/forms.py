"""Papers behind a report, as agencies write them in Word: one careful and one careless of each.

The cases are invented.  What the careless ones leave in of the forms is there to be seen through.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import docx
from docx.shared import Pt

TERMS = (
    "Did health visitors ask about abuse at each contact, and did they see the mother alone?",
    "Were injuries recorded and their causes explored?",
    "Was information about the father's drinking shared between practice and health visitors?",
)
ANSWERS = (
    "They asked once, in April 2019, when the mother was alone. On four occasions they did not.",
    "The bruise of November 2019 was recorded, and its cause was not explored.",
    "It was not shared in either direction.",
)
ENTRIES = (
    ("14/02/2019", "Health visiting record", "Adult A and Child 1, Adult B present",
     "New birth visit. Health visitor 1 did not ask about abuse and decided to ask next time."),
    ("03/04/2019", "Health visiting record", "Adult A and Child 1, alone",
     "Adult A told health visitor 1 that Adult B drank and shouted. She was offered a helpline."),
    ("19/11/2019", "Walk-in centre record", "Adult A, alone",
     "Bruise to the left arm, put down to a fall. Nurse 1 accepted this. No referral was made."),
    ("08/09/2020", "Health visiting record", "Adult A by telephone",
     "Review by telephone because of the pandemic. Nobody knew whether Adult A was alone."),
    ("22/06/2021", "Health visiting record", "Adult A, Adult B and Child 1",
     "Review at two years. Health visitor 2 recorded no concerns and closed the case."),
)  # fmt: skip
ANALYSIS = (
    "Health visitor 1 was trained in 2017 and knew the signs of abuse. Health visitor 2 joined in"
    " 2020 and had not been trained, because courses had stopped in the pandemic.",
    "No DASH risk assessment was made after the disclosure in April 2019, although the policy of"
    " 2018 asks for one. She was not before a MARAC.",
    "Health visitor 1 did not know of the information sharing protocol with the practice.",
    "The clinic in April 2019 was an opportunity to assess what was happening at home. It was"
    " missed.",
    "Giving a helpline number was not sufficient for what she had said.",
    "Her wishes were asked for once, when she said that she did not want anybody told.",
    "Nothing was known to the trust about Adult B but his drinking.",
    "What she told the health visitor was recorded, and it was not shared.",
    "No disability was on record. That Adult B came from a travelling family was recorded and"
    " never thought about.",
    "The disclosure was not taken to supervision, and no senior manager knew of it.",
    "The clinic was accessible to her on foot; contact by telephone was a barrier.",
    "On what the trust knew the death could not have been predicted.",
)


def table(document: Any, rows: Sequence[Sequence[str]]) -> Any:
    """A table with borders, row by row."""
    made = document.add_table(rows=0, cols=len(rows[0]))
    made.style = "Table Grid"
    for row in rows:
        for cell, text in zip(made.add_row().cells, row, strict=True):
            cell.text = text
    return made


def saved(document: Any) -> bytes:
    """The file."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def careful_review(numbered: bool = True) -> bytes:
    """A management review with front matter in a table, and every part of the form filled in."""
    d = docx.Document()
    d.sections[0].header.paragraphs[0].text = "OFFICIAL-SENSITIVE - not for publication"
    d.add_paragraph("Individual Management Review", style="Title")
    d.add_paragraph("Domestic homicide review into the death of Adult A")
    table(d, [
        ("IMR author:", "Named Nurse for Safeguarding Adults"),
        ("IMR agency:", "Westbrook Community Health Trust"),
        ("IMR role/title:", "Named Nurse"),
        ("IMR commissioned on:", "6 June 2022"),
        ("Commissioned by:", "Director of Nursing"),
        ("IMR completed on:", "14 September 2022"),
        ("Date completed:", "14 September 2022"),
    ])  # fmt: skip
    number = iter(range(1, 20))

    def head(title: str) -> None:
        d.add_heading(f"{next(number)}. {title}" if numbered else title, 1)

    head("Introduction")
    d.add_paragraph(
        "Adult A, a woman of 41, died on 2 March 2022 of a head injury. Her husband, Adult B, was"
        " charged with her murder. The partnership decided on 11 April 2022 to hold a review and"
        " asked the trust for this management review by 15 September 2022."
    )
    d.add_paragraph(
        "The author has had no contact with either adult or their families. She is outside the"
        " line management of every member of staff named in the chronology."
    )
    head("Victim, perpetrator and family details")
    table(d, [
        ("Reference", "Date of birth", "Relationship", "Ethnic origin", "Address"),
        ("Adult A", "with the panel", "Person who died", "White British", "with the panel"),
        ("Adult B", "with the panel", "Husband of Adult A", "White Irish", "with the panel"),
        ("Child 1", "with the panel", "Child of both", "White British", "with the panel"),
    ])  # fmt: skip
    d.add_paragraph("A genogram is at appendix A.")
    head("Terms of reference")
    d.add_paragraph("The panel set a period of 1 January 2019 to 2 March 2022, and asked:")
    for term in TERMS:
        d.add_paragraph(term, style="List Number")
    head("Methodology")
    d.add_paragraph(
        "The author read the electronic records, the domestic abuse policy of 2018 and the"
        " supervision log. Health visitor 1 and the team leader were interviewed in July 2022,"
        " after the senior investigating officer had agreed. A note of each interview was made"
        " and agreed with the person interviewed. Health visitor 2 has left the trust and was not"
        " interviewed. They were told that this review is not a disciplinary process."
    )
    d.add_paragraph("The Director of Nursing debriefed the staff concerned on 12 September 2022.")
    head("Details of parallel reviews")
    d.add_paragraph(
        "The inquest was adjourned until after the trial. The trust's own serious incident"
        " investigation, led by its patient safety manager, ended in May 2022 and was read."
    )
    head("Chronology of agency involvement")
    table(d, [("Date", "Source", "Who was seen", "Event and action"), *ENTRIES])
    d.add_paragraph("Health visitor 1 and the team leader were interviewed.")
    head("Analysis of involvement")
    for paragraph in ANALYSIS:
        d.add_paragraph(paragraph)
    head("Addressing the terms of reference")
    for term, answer in zip(TERMS, ANSWERS, strict=True):
        d.add_paragraph().add_run(term).italic = True
        d.add_paragraph(answer)
    head("Effective practice and lessons learnt")
    d.add_paragraph(
        "Health visitor 1 saw Adult A alone in April 2019: this was good practice. The lesson is"
        " that a disclosure needs an assessment, and that training has to reach new staff."
    )
    head("Recommendations")
    for one in (
        "By 31 March 2023 the trust will train every health visitor appointed since March 2020 in"
        " asking about abuse, so that each contact includes the question.",
        "By 31 January 2023 the trust will audit the use of the information sharing protocol, in"
        " order that disclosures reach the named doctor.",
    ):
        d.add_paragraph(one, style="List Number")
    head("Agency ownership")
    table(d, [("Agreed by:", "Director of Nursing"), ("Date:", "20 September 2022")])
    d.add_heading("Statement of independence", 2)
    d.add_paragraph(
        "I certify that I (IMR Author) have not been directly concerned with the victim and family"
        " and am not the immediate line manager of the practitioner(s) involved"
    )
    d.add_paragraph("Signed: Named Nurse   Dated: 14 September 2022")
    return saved(d)


def careless_review() -> bytes:
    """The form of 2011 with hardly anything written into it, its headings only in bold."""
    d = docx.Document()
    d.add_paragraph("INDIVIDUAL MANAGEMENT REVIEW", style="Title")
    table(d, [
        ("IMR Author:", "XX"),
        ("IMR Agency:", "Westbrook Borough Council Housing"),
        ("IMR Commissioned on:", ""),
        ("IMR Completed on:", ""),
    ])  # fmt: skip

    def head(title: str) -> None:
        run = d.add_paragraph().add_run(title)
        run.bold, run.font.size = True, Pt(14)

    head("INTRODUCTION")
    d.add_paragraph("Brief factual/contextual summary of the situation leading to the DHR:")
    d.add_paragraph("Ms A was a tenant.")
    head("VICTIM, PERPETRATOR, FAMILY DETAILS IF RELEVANT")
    table(d, [
        ("Name", "Date of birth", "Relationship", "Ethnic origin", "Address"),
        ("Ms A", "", "Victim", "", ""),
        ("Mr B", "", "Partner", "", ""),
    ])  # fmt: skip
    d.add_paragraph("Include family tree or genogram if relevant.")
    terms = (
        "To consider whether repairs staff recognised signs of abuse.",
        "To consider how complaints of noise were handled.",
    )
    head("TERMS OF REFERENCE")
    for term in terms:
        d.add_paragraph(term, style="List Bullet")
    head("METHODOLOGY")
    d.add_paragraph("Record the methodology used including extent of document review.")
    head("DETAILS OF PARELLEL REVIEWS/PROCESSES")
    d.add_paragraph("N/A")
    head("CHRONOLOGY OF AGENCY INVOLVEMENT")
    table(d, [
        ("Date", "Event"),
        ("12/03/2020", "Tenancy signed."),
        ("05/01/2020", "Viewing."),
        ("", "Noise complaint from neighbour."),
        ("March 2021", "ASB letter sent."),
        ("Spring", "Door repaired."),
    ])  # fmt: skip
    head("ANALYSIS OF INVOLVEMENT")
    d.add_paragraph("Consider the events that occurred, the decisions made, and the actions taken.")
    d.add_paragraph(
        "Staff acted properly at all times and nothing could have been done differently. As Mr B's"
        " housing officer I was aware of him and I managed the team."
    )
    head("ADDRESSING TERMS OF REFERENCE")
    for term in terms:
        d.add_paragraph(term, style="List Bullet")
    head("EFFECTIVE PRACTICE/LESSONS LEARNT")
    head("RECOMMENDATIONS")
    d.add_paragraph("Remind staff to consider reporting concerns.", style="List Bullet")
    return saved(d)


def careful_terms() -> bytes:
    """Terms of reference with a table of dates, a list of questions, and who does what."""
    d = docx.Document()
    d.add_paragraph("Domestic homicide review: Adult A", style="Title")
    d.add_paragraph("Terms of reference", style="Subtitle")
    d.add_paragraph("Agreed by the review panel, led by its chair, on 9 June 2022.")
    d.add_heading("1. Purpose", 1)
    d.add_paragraph("To learn from the death of Adult A, and not to find who is to blame.")
    d.add_heading("2. Scope", 1)
    table(d, [
        ("Period under review", "1 January 2019 to 2 March 2022"),
        ("Chair", "An independent chair"),
    ])  # fmt: skip
    d.add_paragraph(
        "The period begins in January 2019 because Adult A was then first known to health"
        " visitors. Agencies add any relevant history of violence from before that date."
    )
    d.add_heading("3. Questions", 1)
    for question in (
        *TERMS,
        "How was coercive control understood, and was it recognised?",
        "Were there barriers that kept Adult A from telling anybody?",
        "Was the case before a MARAC, or Adult B managed under MAPPA or on a perpetrator"
        " programme?",
        "Had Adult A been in touch with a helpline or a domestic abuse service?",
        "Was a protection order considered, or a disclosure under Clare's Law?",
        "Did Adult A tell anybody at work, and has her employer a policy?",
        "Did the landlord of their social housing see signs of abuse?",
        "Was either of them an adult at risk?",
        "How did ethnicity, disability and immigration status bear on how they were treated?",
        "Might so-called honour-based abuse have played a part?",
    ):
        d.add_paragraph(question, style="List Number")
    d.add_heading("4. Agencies", 1)
    d.add_paragraph(
        "The police, the health trust, the practice and the council's housing service are asked to"
        " write a chronology and an individual management review. Agencies of another area, where"
        " the couple lived until 2018, are asked for a report. The partnership's manager makes the"
        " link with voluntary organisations. A specialist organisation will advise as an expert."
    )
    d.add_heading("5. Other proceedings", 1)
    d.add_paragraph(
        "The chair contacts the senior investigating officer and the coroner on timing and"
        " disclosure, so that the review and the inquest do not delay each other."
    )
    d.add_heading("6. Family and friends", 1)
    d.add_paragraph(
        "The chair will write to her parents and sister, inviting them to contribute, and is"
        " responsible for all contact with them. Two friends and her employer are invited to speak"
        " with the chair. After the trial Adult B will be invited to contribute."
    )
    d.add_heading("7. Media", 1)
    d.add_paragraph("The council's press office leads on all questions from the media.")
    d.add_heading("8. Information and advice", 1)
    d.add_paragraph(
        "Personal data is handled under the Data Protection Act 2018. Legal advice is available"
        " from a solicitor who is independent of the agencies. The panel takes account of lessons"
        " from previous reviews in the county. These terms are kept under review and may be"
        " revised by the panel as information emerges."
    )
    return saved(d)


def careless_terms() -> bytes:
    """Cornwall's draft terms with the blanks and instructions left, and a real name in it."""
    d = docx.Document()
    d.add_paragraph("Draft DHR Terms of Reference", style="Title")
    d.add_paragraph("Domestic Homicide review into the death of XX")
    for title, text in (
        ("1. Overall Aim of Domestic Homicide Review (DHR)", ""),
        ("3. Other review/procedural processes", ""),
        ("4. The Reason for the Domestic Homicide Review",
         "To establish the facts about events leading up to and following the death of XX on XX."),
        ("5. The scope of the panel review",
         "To produce a chronology of events in relation to the case of Merrin Tolgarrick, from"
         " (date) to (date) seeking information from: XXXXX"),
        ("6. Quality Assurance", "The chair will be supported by the panel."),
        ("7. Timeline", "Attach as appendix"),
        ("8. Review Panel", "List names"),
        ("9. Involvement of Family Members in the DHR",
         "Outline plan for engagement with family/friends - who will do this? At what points?"),
        ("10. Outputs for the reviews", "Insert other outputs"),
        ("11. Responding to Inquiries from the Media/ Communications Strategy",
         "Insert agreed media strategy"),
        ("12. Agreed Budget", ""),
    ):  # fmt: skip
        d.add_heading(title, 1)
        if text:
            d.add_paragraph(text)
    return saved(d)


def careful_chronology() -> bytes:
    """One agency's chronology: its name above, the table cut in two, a cell over two rows."""
    d = docx.Document()
    d.add_paragraph("Chronology of contact", style="Title")
    d.add_paragraph("Westbrook Community Health Trust, for the review into the death of Adult A")
    d.add_paragraph("Period under review: 1 January 2019 to 2 March 2022")
    rows = [("Date", "Agency", "Source", "Who was seen", "Event")]
    rows += [(when, "Health trust", *rest) for when, *rest in ENTRIES]
    table(d, rows[:4])
    d.add_paragraph()
    table(d, rows[4:])
    late = table(d, [
        ("04/10/2021", "Health trust", "Practice record", "Adult B", "Advised to drink less."),
        ("", "Health trust", "Practice record", "Adult A", "Told the nurse she slept badly."),
    ])  # fmt: skip
    late.cell(0, 0).merge(late.cell(1, 0))
    return saved(d)


def careless_chronology() -> bytes:
    """The newest first, with dates missing or unreadable, and far outside its period."""
    d = docx.Document()
    d.add_paragraph("INTEGRATED CHRONOLOGY", style="Title")
    d.add_paragraph("Period under review: 1 January 2019 to 2 March 2022")
    table(d, [
        ("Date", "Event", "Source"),
        ("12/12/2021", "Phone call to the surgery.", ""),
        ("", "Missed appointment.", "Practice record"),
        ("12 Mar 19", "Seen by nurse.", "Practice record"),
        ("sometime in the spring", "Prescription issued.", "Practice record"),
        ("2009", "Registered as a patient.", "Practice record"),
    ])  # fmt: skip
    return saved(d)
