"""Faults of wording, each in wordings of its own, and the same words where they are no fault.

They were written without a look at the lists of the rules, as authors would write them.  The
last of each kind was added after the lists had been widened for those that had been missed.
"""

from __future__ import annotations

from .faults import HEURISTIC, Faults

FAULTS = Faults("wording", [])
_worded = FAULTS.worded


def _said(name: str, base: str, rules: str, section: str, *sentences: str) -> None:
    """A fault that is one sentence more in a section, in several wordings."""
    for number, sentence in enumerate(sentences, 1):
        FAULTS.add(
            f"{name}/{number}",
            base,
            rules,
            lambda draft, said=sentence: draft.in_section(section, said),
            HEURISTIC,
        )


_said(
    "suicide-as-crime", "suicide", "WD16-COMMITTED-SUICIDE", "Overview",
    "Nerys committed suicide after the crisis team had seen her.",
    "It was her second attempt to commit suicide.",
    "An earlier unsuccessful suicide attempt was known to her doctor.",
)  # fmt: skip
_said(
    "blamed-for-staying", "partner", "WD16-FAILED-TO-LEAVE", "Conclusions",
    "Marianne failed to leave Kenneth although she had several chances.",
    "She chose to stay with him and did not disclose the abuse.",
    "Marianne kept going back to Kenneth and never told anyone the truth.",
    "She put herself at risk by her choices.",
    "Marianne let him back into the house each time.",
)  # fmt: skip
_said(
    "did-not-engage", "suicide", "WD16-ENGAGE", "Overview",
    "Nerys did not engage with the crisis team.",
    "She was hard to reach and declined all support.",
    "Nerys was discharged for non-attendance, as she was non-compliant.",
)  # fmt: skip
_said(
    "made-smaller", "two", "WD16-MINIMISING", "Overview",
    "The police were called to a domestic dispute at the house.",
    "There was a history of volatile arguments between mother and son.",
    "It was recorded as a family tiff.",
    "There were faults on both sides.",
)  # fmt: skip
_said(
    "provoked", "partner", "WD16-PROVOKED", "Background information (the facts)",
    "Her wish to part provoked Kenneth and he lost control.",
    "Kenneth snapped when she told him.",
    "He killed her after she had goaded him.",
    "It was a crime of passion.",
)  # fmt: skip
_said(
    "called-alleged", "partner", "WD16-ALLEGED", "Overview",
    "The alleged abuse of Marianne by Kenneth was not known to the police.",
    "Marianne alleged that Kenneth controlled her money.",
    "She claimed to have been hit by Kenneth.",
    "Her allegations against Kenneth were never substantiated.",
)  # fmt: skip
_said(
    "lifestyle", "two", "WD16-LIFESTYLE", "Overview",
    "Carla had a chaotic lifestyle and was promiscuous.",
    "She led a risky way of life.",
    "Odette's drinking was her own doing.",
)  # fmt: skip
_said(
    "could-not-be-prevented", "partner", "WD16-PREVENTABLE", "Conclusions",
    "The panel concludes that the death could not have been predicted or prevented.",
    "No agency could have foreseen or stopped what happened to Marianne.",
    "Nothing would have changed the outcome; the homicide was inevitable.",
    "There was no way of knowing that Kenneth would kill.",
)  # fmt: skip
_said(
    "innocent", "partner", "WD16-INNOCENT", "Preface",
    "Marianne was an innocent victim.",
    "She was a blameless woman who did nothing to deserve this.",
    "Marianne, a decent and hard-working mother, should never have died.",
)  # fmt: skip
_said(
    "old-terms", "suicide", "WD16-OLD-TERMS", "Equality and diversity",
    "She was not a vulnerable adult under No Secrets.",
    "Nerys suffered from mental illness and was a battered woman.",
    "There was honour killing in no branch of the family, and Iolo had no history of wife beating.",
)  # fmt: skip
