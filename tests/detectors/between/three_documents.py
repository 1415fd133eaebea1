"""Three documents of one fictional review, which agree with one another."""

# ruff: noqa: E501

OVERVIEW = """
Harbour Community Safety Partnership
Domestic homicide overview report
Report into the death of Maya
Died in May 2022
Independent chair and author: Rosalind Tavener
Report completed in August 2024
# Preface
The panel offers its condolences to Maya's family.
# Introduction
This report of a domestic homicide review examines agency responses and support given to Maya, a resident of Harbour, before her death in May 2022.
The review will consider the agencies' contact with Maya and Karl from January 2018 to May 2022.
# Timescales
This review began on 1 March 2023 and was concluded on 1 August 2024. It was delayed because of the trial.
# Confidentiality
The findings of each review are confidential.
| Pseudonym | Relationship |
| Maya | The person who died |
| Karl | Maya's husband, the perpetrator |
| Ines | Maya's sister |
At the time of the fatal incident Maya was aged 34 and Karl was aged 36.
# Terms of reference
The review will answer the following.
- How was the risk to Maya identified, assessed and managed by each agency?
- Was coercive control recognised, and what was done about it?
- What did the children say, and who listened to them?
# Methodology
The chair of the partnership decided on 3 February 2023 that a review should be held. Six agencies submitted an IMR.
# Contributors to the review
| Agency | Contribution |
| Harbour Police | IMR |
| Harbour Council | IMR |
| Harbour Hospitals Trust | IMR |
| Harbour Probation Service | IMR |
| Harbour Housing Association | IMR |
| Harbour Family Practice | IMR |
# The review panel members
The panel met six times.
| Name | Role | Agency |
| Rosalind Tavener | Independent chair | None |
| Peter Oakes | Superintendent | Harbour Police |
| Marian Hurd | Head of safeguarding | Harbour Hospitals Trust |
# Background information
Karl was convicted of murder on 12 June 2023. Karl was sentenced to life imprisonment for murder, with a minimum term of 18 years.
# Analysis
Control was not recognised.
# Conclusions
This review makes four recommendations.
# Recommendations
Recommendation 1: Harbour Council should train all its housing officers in coercive control.
Recommendation 2: Harbour Hospitals Trust should see every patient alone at the first appointment.
Recommendation 3: Harbour Community Safety Partnership should publish a directory of local services.
Recommendation 4: Harbour Police should record the views of children at every domestic incident.
"""

SUMMARY = """
Harbour Community Safety Partnership
Executive summary
Report into the death of Maya
Died in May 2022
Independent chair and author: Rosalind Tavener
# The review process
This summary outlines the process undertaken by the Harbour domestic homicide review panel in reviewing the death of Maya, a resident of Harbour.
Maya was killed in May 2022. Maya was aged 34 when she died and Karl was aged 36 at the time of the fatal incident.
| Pseudonym | Relationship |
| Maya | The person who died |
| Karl | Maya's husband, the perpetrator |
| Ines | Maya's sister |
The review considers contact from January 2018 to May 2022. The review began on 1 March 2023.
Karl was convicted of murder on 12 June 2023. Karl was sentenced to life imprisonment for murder, with a minimum term of 18 years.
# Contributors to the review
Six agencies submitted an IMR.
# The review panel members
The panel met six times.
| Name | Role | Agency |
| Rosalind Tavener | Independent chair | None |
| Peter Oakes | Superintendent | Harbour Police |
| Marian Hurd | Head of safeguarding | Harbour Hospitals Trust |
# Terms of reference
- How was the risk to Maya identified, assessed and managed by each agency?
- Was coercive control recognised, and what was done about it?
- What did the children say, and who listened to them?
# Key issues arising from the review
Control was not recognised.
# Conclusions
The review has made four recommendations.
# Recommendations
Recommendation 1: Harbour Council should train all its housing officers in coercive control.
Recommendation 2: Harbour Hospitals Trust should see every patient alone at the first appointment.
Recommendation 3: Harbour Community Safety Partnership should publish a directory of local services.
Recommendation 4: Harbour Police should record the views of children at every domestic incident.
"""

PLAN = """
Harbour Community Safety Partnership
Action plan
# Action plan
| Recommendation | Scope of recommendation | Action to take | Lead agency | Key milestones achieved in enacting recommendation | Target date | Date of completion and outcome |
| 1. Harbour Council should train all its housing officers in coercive control. | Local | Write a course and train all officers | Harbour Council | Course written January 2025 | May 2025 | |
| 2. Harbour Hospitals Trust should see every patient alone at the first appointment. | Local | Change the appointment policy | Harbour Hospitals NHS Trust | Policy drafted | May 2025 | |
| 3. Harbour Community Safety Partnership should publish a directory of local services. | Local | Publish the directory | HCSP | Drafted | May 2025 | |
| 4. Harbour Police should record the views of children at every domestic incident. | Local | Change the form | Harbour Constabulary | Form agreed | May 2025 | |
"""
