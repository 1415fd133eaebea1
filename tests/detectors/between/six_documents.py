"""Six documents of one fictional review, written by several hands, which agree in substance."""

# ruff: noqa: E501

OVERVIEW = """
Marrenshire Community Safety Partnership
Domestic Homicide Review Overview Report
Under section 9 of the Domestic Violence, Crime and Victims Act 2004
In respect of the death of Aldith in October 2021
Author: Dr Gwenda Marchbank
Date of report: 3 September 2023
# Introduction
1.1 This report of a domestic homicide review examines agency responses and support given to Aldith, a resident of Marrenshire, prior to her death in October 2021. Aldith was 62.
1.2 Aldith was killed by her son, Corin, who was 29 at the time of the homicide. He was charged with murder in October 2021. In May 2022 Corin pleaded guilty to manslaughter by reason of diminished responsibility and was made the subject of a hospital order.
1.3 The scope of the review is from 1 January 2017 to the date of death.
# Timescales
The CSP was notified in October 2021. The decision to undertake a review was made on 9 November 2021. This review began on 14 December 2021 and was concluded on 3 September 2023.
# Confidentiality
| Pseudonym | Relationship to Aldith | Age |
| Aldith | Victim | 62 |
| Corin | Son and perpetrator | 29 |
| Bryony | Daughter | adult |
| Piran | Friend | adult |
| Merryn | Friend | adult |
# Terms of reference
The panel agreed these key lines of enquiry:
1. To establish what contact each agency had with Aldith and with Corin.
2. To examine how carers' needs were assessed.
3. To consider how risk from adult children was understood.
4. To identify any barriers to asking for help.
# Methodology
Five agencies provided IMRs and three gave summary reports.
# Contributors
- Marrenshire Police - IMR
- Marrenshire NHS Trust - IMR
# The review panel
The panel met on five occasions.
| Name | Job title | Organisation |
| Dr Gwenda Marchbank | Chair and author | Independent |
| Tom Ashdown | Detective Inspector | Marrenshire Police |
| Nadia Rahman | Named nurse | Marrenshire NHS Trust |
# The facts
Aldith died at home in October 2021.
# Analysis
The carer's assessment was late.
# Recommendations
## Multi-agency recommendations
1. Marrenshire Community Safety Partnership should commission training on child to parent abuse for all front-line staff.
2. The partnership should review how risk from adult children is recorded.
## Single-agency recommendations
### Marrenshire NHS Trust
1. The Trust should offer a carer's assessment within four weeks.
2. The Trust should tell carers how to raise concerns.
### Marrenshire Police
1. The force should flag repeat calls to one address.
"""

SUMMARY = """
Marrenshire Community Safety Partnership
Executive Summary
Domestic Homicide Review into the death of Aldith, October 2021
Author: Gwenda Marchbank
September 2023
# The review process
1.1 This summary outlines the process undertaken by Marrenshire domestic homicide review panel in reviewing the homicide of Aldith who was a resident in their area.
1.2 Aldith, aged 62, was killed in October 2021 by her son Corin, aged 29.
1.3 Corin pleaded guilty to manslaughter and received a hospital order in May 2022.
1.4 The process began with a meeting of the CSP on 9 November 2021 when the decision to hold a review was agreed. The review looked at the period from January 2017 to October 2021.
# Contributors to the review
Eight agencies contributed to the review. Five agencies provided IMRs.
# The review panel members
The panel met five times.
| Name | Role | Agency |
| Dr Gwenda Marchbank | Independent chair | n/a |
| T. Ashdown | Detective Inspector | Marrenshire Police |
| Nadia Rahman | Named nurse for safeguarding | Marrenshire NHS Trust |
# Terms of reference for the review
The review considered:
- what contact each agency had with Aldith and with Corin
- how carers' needs were assessed
- how risk from adult children was understood
- any barriers to asking for help
# Key issues
Carers are not asked how they are.
# Conclusions
Much was good.
# Recommendations from the review
Marrenshire Community Safety Partnership should commission training on child to parent abuse for all front line staff.
The Partnership should review how risk from adult children is recorded.
"""

PLAN = """
DHR Aldith: Action Plan
| No | Recommendation | Scope | Action to take | Lead agency | Key milestones | Target date | Completion and outcome |
| 1 | Commission training on child to parent abuse for all front-line staff | Local | Specify and commission training | CSP | Spec written | March 2024 | |
| 2 | Review how risk from adult children is recorded | Local | Audit of records | CSP manager | Audit done | June 2024 | |
| 3 | Offer a carer's assessment within four weeks | Local | Change of pathway | MNHST | Pathway | June 2024 | |
| 4 | Tell carers how to raise concerns | Local | Leaflet | Marrenshire NHS Trust | Leaflet | June 2024 | |
| 5 | Flag repeat calls to one address | Local | System change | Police | Done | June 2024 | |
"""

TERMS = """
Terms of Reference
Domestic homicide review: Aldith
Independent chair: Dr Gwenda Marchbank
# Purpose
- Establish what lessons are to be learned from the domestic homicide.
- Apply these lessons to service responses.
# Key lines of enquiry
1. Establish what contact each agency had with Aldith and with Corin.
2. Examine how carers' needs were assessed.
3. Consider how risk from adult children was understood.
4. Identify any barriers to asking for help.
# Scope
The review will look at the period from 1 January 2017 to the date of death.
"""

MANAGEMENT_REVIEW = """
Individual Management Review
Marrenshire NHS Trust
# Introduction
Aldith died in October 2021. Aldith was 62 when she died.
# Recommendations
1. The Trust should offer a carer's assessment within four weeks.
2. The Trust should tell carers how to raise concerns.
"""

CHRONOLOGY = """
Integrated chronology
| Date | Agency | Event |
| 3 May 2019 | Police | Call from Aldith about Corin, then aged 27. |
| 9 October 2021 | Police | Aldith found dead. |
"""
