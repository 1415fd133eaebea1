# ruff: noqa: E501
"""What a report says twice: contradictions found, and what only looks like one left alone.

Some wordings are those of published reports, with other figures; none was written to fit an
expression.
"""

from __future__ import annotations

from typing import Any

import pytest

from ..sections.support import ask

CASES: list[tuple[str, dict[str, Any], str, str, dict[str, Any] | None]] = [
    (
        "ages-agree",
        {},
        "yes",
        "Harbour Community Safety Partnership\nX\n# Introduction\nThis domestic homicide review relates to the death of a female adult, known as X, who was murdered on 23rd March 2015.\nThe victim was of White British ethnicity. She was aged 49 years at the time of her death.\nHer husband Y is also of White British ethnicity. He was 49 years at the time of the murder. He was a serving police officer with 28 years of service.",
        None,
    ),
    (
        "ages-agree",
        {},
        "no",
        "Harbour Community Safety Partnership\nX\n# Introduction\nThe victim was of White British ethnicity. She was aged 49 years at the time of her death.\n# Facts\nThe victim was aged 48 at the time of her death.",
        None,
    ),
    (
        "ages-agree",
        {},
        "yes",
        "Harbour Community Safety Partnership\nX\n# Introduction\nJane, aged 62 years, died in hospital in August 2019 of natural causes.\n# Chronology\nJane was 55 when she moved. When Jane was 60 she fell.",
        None,
    ),
    (
        "ages-agree",
        {},
        "no",
        "Harbour Community Safety Partnership\nX\n# Introduction\nJane was 62 when she died.\n# Background\nAt the time of her death Jane was aged 61.",
        None,
    ),
    (
        "ages-agree",
        {},
        "open",
        "Harbour Community Safety Partnership\nX\n# Introduction\nJane, aged 62, lived with her partner.\n# Background\nAt the time of her death Jane was aged 61.",
        None,
    ),
    (
        "ages-agree",
        {},
        "yes",
        "Harbour Community Safety Partnership\nX\n# Introduction\nAnna was 16 when she met Ben and 41 when she died. Anna was 41 when she died.",
        None,
    ),
    (
        "ages-agree",
        {},
        "yes",
        "Harbour Community Safety Partnership\nX\n# Introduction\nAt the time of the fatal incident Anna was aged 41 and Ben was aged 44.\n# Equality and diversity\nAnna was 41 and Ben was 44.",
        None,
    ),
    (
        "ages-agree",
        {},
        "yes",
        "Harbour Community Safety Partnership\nX\n# Introduction\nAt the time of the murder, Adult A was 34 years old and Adult B was 36 years old.",
        None,
    ),
    (
        "ages-agree",
        {},
        "no",
        "Harbour Community Safety Partnership\nX\n# Introduction\nAt the time of the murder, Adult A was 34 years old.\n# The facts\nAdult A was 35 years old at the time of her death.",
        None,
    ),
    (
        "verdicts-agree",
        {},
        "yes",
        "Harbour Community Safety Partnership\nX\n# Introduction\nBen denied murder but pleaded guilty to manslaughter. The jury found him guilty of murder.",
        None,
    ),
    (
        "verdicts-agree",
        {},
        "yes",
        "Harbour Community Safety Partnership\nX\n# Introduction\nBen was charged with murder. He was acquitted of murder and convicted of manslaughter on the grounds of diminished responsibility.\n# Facts\nBen was convicted of manslaughter.",
        None,
    ),
    (
        "verdicts-agree",
        {},
        "open",
        "Harbour Community Safety Partnership\nX\n# Introduction\nY was convicted of murder on 29th January 2016.\n# Facts\nY was convicted of manslaughter.",
        None,
    ),
    (
        "verdicts-agree",
        {},
        "no",
        "Harbour Community Safety Partnership\nX\n# Introduction\nY was convicted of murder on 29th January 2016.\n# Facts\nY was convicted of manslaughter.",
        {"alleged_perpetrators": [{"ref": "P1"}]},
    ),
    (
        "terms-agree",
        {},
        "yes",
        "Harbour Community Safety Partnership\nX\n# Introduction\nY was convicted of murder on 29th January 2016 and was sentenced to life imprisonment with a minimum tariff of fifteen years.\n# Facts\nHe was sentenced to life imprisonment and must serve at least 15 years before he is eligible for parole.",
        None,
    ),
    (
        "terms-agree",
        {},
        "open",
        "Harbour Community Safety Partnership\nX\n# Introduction\nY was convicted of murder and was sentenced to life imprisonment with a minimum tariff of fifteen years.\n# Facts\nHe was sentenced to life imprisonment with a minimum term of 16 years.",
        None,
    ),
    (
        "terms-agree",
        {},
        "yes",
        "Harbour Community Safety Partnership\nX\n# Introduction\nBen was sentenced to life imprisonment for murder, with a minimum term of 18 years and 190 days.\n# Facts\nThe judge set a minimum term of 18 years for the murder.",
        None,
    ),
    (
        "terms-agree",
        {},
        "yes",
        "Harbour Community Safety Partnership\nX\n# Introduction\nBen was sentenced to life imprisonment for murder with a minimum term of 18 years. On appeal the minimum term was increased to 21 years for the murder.",
        None,
    ),
    (
        "terms-agree",
        {},
        "yes",
        "Harbour Community Safety Partnership\nX\n# Introduction\nBen was sentenced to life imprisonment for murder with a minimum term of 18 years.\n# Chronology\nIn 2012 Ben was sentenced to 2 years for burglary.",
        None,
    ),
    (
        "terms-agree",
        {},
        "open",
        "Harbour Community Safety Partnership\nX\n# Introduction\nBen was convicted of manslaughter and sentenced to 9 years' imprisonment.\n# Facts\nFor manslaughter he was sentenced to 12 years in prison.",
        None,
    ),
    (
        "dates-agree",
        {
            "events": (
                "death",
                "decision",
                "began",
                "completed",
                "charged",
                "convicted",
                "sentenced",
            ),
            "sure": ("death",),
        },
        "no",
        "Harbour CSP\nAnna\nDied in May 2022\n# Introduction\nThis is about Anna. We met Anna, saw Anna, and miss Anna. Anna was killed in July 2022.",
        None,
    ),
    (
        "dates-agree",
        {
            "events": (
                "death",
                "decision",
                "began",
                "completed",
                "charged",
                "convicted",
                "sentenced",
            ),
            "sure": ("death",),
        },
        "yes",
        "Harbour CSP\nAnna\nDied in May 2022\n# Introduction\nThis is about Anna. We met Anna, saw Anna, and miss Anna. Anna was killed on 4 May 2022. Anna's mother died in 2015. After Anna died in May 2022 the review began. The trial took place in July 2022.",
        None,
    ),
    (
        "dates-agree",
        {
            "events": (
                "death",
                "decision",
                "began",
                "completed",
                "charged",
                "convicted",
                "sentenced",
            ),
            "sure": ("death",),
        },
        "open",
        "Harbour CSP\nDate of completion: June 2024\n# Timescales\nThe review began on 1 March 2023 and was concluded on 1 August 2024.",
        None,
    ),
    (
        "dates-agree",
        {
            "events": (
                "death",
                "decision",
                "began",
                "completed",
                "charged",
                "convicted",
                "sentenced",
            ),
            "sure": ("death",),
        },
        "yes",
        "Harbour CSP\nDate of completion: August 2024\n# Timescales\nThe review began on 1 March 2023 and was concluded on 1 August 2024. The post mortem report was completed in May 2022. An IMR was completed on 3 May 2023.",
        None,
    ),
    (
        "happenings-in-order",
        {},
        "no",
        "# Timescales\nThe review began on 1 March 2024 and was concluded on 1 August 2023.",
        None,
    ),
    (
        "happenings-in-order",
        {},
        "yes",
        "# Timescales\nThe review began on 1 March 2023 and was concluded on 1 August 2023.",
        None,
    ),
    (
        "happenings-in-order",
        {},
        "no",
        "# The facts\nIn June 2023 Ben was found guilty of murder. In March 2023 Ben was charged with murder. He was sentenced to life imprisonment for murder in May 2023.",
        None,
    ),
    (
        "counts-agree",
        {"what": "meetings", "section": "panel"},
        "no",
        "# The review panel members\nThe panel met six times: on 12 December 2023, 19 March 2024, 17 September 2024, 21 January 2025 and 8 April 2025.",
        None,
    ),
    (
        "counts-agree",
        {"what": "meetings", "section": "panel"},
        "no",
        "# The review panel members\nThe review panel met on four occasions:\n- 3 May 2022\n- 4 June 2022\n- 5 July 2022",
        None,
    ),
    (
        "counts-agree",
        {"what": "meetings", "section": "panel"},
        "yes",
        "# The review panel members\nThe Review Panel met on three occasions, on the following dates:\n- 3 May 2022\n- 4 June 2022\n- 5 July 2022",
        None,
    ),
    (
        "counts-agree",
        {"what": "meetings", "section": "panel"},
        "yes",
        "# The review panel members\nThe panel met five times between 3 May 2022 and 4 June 2023. The panel met twice in person.",
        None,
    ),
    (
        "counts-agree",
        {"what": "meetings", "section": "panel"},
        "open",
        "# The review panel members\nThe panel met five times.\n# Methodology\nThe panel met on six occasions.",
        None,
    ),
    (
        "counts-agree",
        {"what": "meetings", "section": "panel"},
        "yes",
        "# The review panel members\nThe panel met three times: on 12, 19 and 26 March 2024.",
        None,
    ),
    (
        "counts-agree",
        {"what": "members", "section": "panel"},
        "open",
        "# The review panel members\nThe panel had eight members.\n| Name | Role | Agency |\n| A. One | Chair | Independent |\n| B. Two | Super | Police |",
        None,
    ),
    (
        "counts-agree",
        {"what": "recommendations", "section": "recommendations"},
        "no",
        "# Conclusions\nThis review makes four recommendations.\n# Recommendations\n1. The council should train all its staff.\n2. The police should train all officers.\n3. The trust should see patients alone.",
        None,
    ),
    (
        "counts-agree",
        {"what": "recommendations", "section": "recommendations"},
        "yes",
        "# Conclusions\nThis review makes three recommendations. It makes two national recommendations.\n# Recommendations\n1. The council should train all its staff.\n2. The police should train all officers.\n3. The trust should see patients alone.",
        None,
    ),
    (
        "lists-as-announced",
        {},
        "open",
        "# Conclusions\nThe following four issues stand out:\n- One thing\n- Another thing\n- A third",
        None,
    ),
    (
        "lists-as-announced",
        {},
        "yes",
        "# Conclusions\nThe following three issues stand out:\n- One thing\n- Another thing\n- A third",
        None,
    ),
    (
        "recommendations-numbered",
        {"section": "recommendations"},
        "no",
        "# Recommendations\nRecommendation 1: The council should train all its staff.\nRecommendation 2: The police should train all officers.\nRecommendation 4: The trust should see patients alone.",
        None,
    ),
    (
        "recommendations-numbered",
        {"section": "recommendations"},
        "no",
        "# Recommendations\n| No. | Recommendation |\n| 1 | Train all staff in the council. |\n| 2 | See all patients alone, always. |\n| 2 | Share records with others at once. |",
        None,
    ),
    (
        "recommendations-numbered",
        {"section": "recommendations"},
        "yes",
        "# Recommendations\n## Single agency\n1. The council should train all its staff.\n2. The police should train all officers.\n## Multi agency\n1. The trust should see patients alone.\n2. The board should meet each month.",
        None,
    ),
    (
        "recommendations-worded-once",
        {"section": "recommendations", "again_in": ("executive-summary", "action-plan")},
        "open",
        "# Recommendations\n1. The council should train all its staff in coercive control by May 2025.\n2. The council should train all its staff in coercive control by June 2025.\n3. The trust should see patients alone.",
        None,
    ),
    (
        "printed-names-spelt-alike",
        {},
        "open",
        "Harbour CSP\nAuthor: Rosalind Tavener\n# Author of the overview report\nRosalind Taverner has chaired nine reviews. Rosalind Tavener is independent.",
        None,
    ),
    (
        "printed-names-spelt-alike",
        {},
        "yes",
        "Harbour CSP\nAuthor: Rosalind Tavener\n# Author of the overview report\nRosalind Tavener has chaired nine reviews.",
        None,
    ),
    (
        "pseudonyms-of-one-person",
        {},
        "no",
        "# Confidentiality\n| Pseudonym | Relationship |\n| Anna | Victim |\n| Ben | Perpetrator |\n| Anna | Sister of the victim |",
        None,
    ),
    (
        "pseudonyms-of-one-person",
        {},
        "open",
        "# Confidentiality\n| Pseudonym | Relationship |\n| Anna | Victim |\n| Cora | Anna's sister |\n# Chronology\nAnna's aunt Cora rang.",
        None,
    ),
    (
        "references-lead-somewhere",
        {"to": ("paragraphs", "sections", "appendices", "tables", "recommendations")},
        "no",
        "1.1 Text.\n1.2 Text.\n1.3 Text.\n1.4 Text.\n1.5 Text.\n1.6 Text.\n1.7 Text.\n1.8 Text.\n1.9 Text.\n1.10 Text.\n1.11 Text.\n1.12 Text.\n1.13 Text.\n1.14 Text.\n# Analysis\nAs paragraph 1.20 says. See paragraph 1.3.",
        None,
    ),
    (
        "references-lead-somewhere",
        {"to": ("paragraphs", "sections", "appendices", "tables", "recommendations")},
        "yes",
        "# Analysis\nParagraph 36 of the guidance and section 9 of the Act. See Appendix 3 of the guidance. Under section 47 enquiries were made. Section 17 support was given.",
        None,
    ),
    (
        "references-lead-somewhere",
        {"to": ("paragraphs", "sections", "appendices", "tables", "recommendations")},
        "open",
        "# Analysis\nThe terms are in Appendix A.",
        None,
    ),
    (
        "references-lead-somewhere",
        {"to": ("paragraphs", "sections", "appendices", "tables", "recommendations")},
        "no",
        "# Analysis\nThe terms are in Appendix B.\n# Appendix A: Glossary\nMARAC - a meeting",
        None,
    ),
    (
        "references-lead-somewhere",
        {"to": ("paragraphs", "sections", "appendices", "tables", "recommendations")},
        "no",
        "# Lessons\nThis leads to recommendation 7.\n# Recommendations\n1. The council should train all its staff.\n2. The police should train all officers.",
        None,
    ),
    (
        "acronyms-explained",
        {"known": ("NHS", "GP", "UK")},
        "open",
        "# Analysis\nThe MARAC met. The MARAC met again.",
        None,
    ),
    (
        "acronyms-explained",
        {"known": ("NHS", "GP", "UK")},
        "yes",
        "# Analysis\nThe multi-agency risk assessment conference (MARAC) met. The MARAC met again. MARACs do.",
        None,
    ),
    (
        "glossary-used",
        {},
        "open",
        "# Analysis\nThe MARAC met.\n# Glossary\n| Term | Meaning |\n| MARAC | a meeting |\n| IDVA | an adviser |",
        None,
    ),
]


@pytest.mark.parametrize(("detector", "settings", "expected", "text", "case"), CASES)
def test_what_is_said_twice(
    detector: str, settings: dict[str, Any], expected: str, text: str, case: dict[str, Any] | None
) -> None:
    made = ask(detector, text, case, **settings)
    assert made.answer.value == expected
    if expected in ("no", "open") and detector != "rows-after-the-death":
        assert made.hits, "a reader has to be shown where to look"
