"""The definition of section 9 under the 2016 guidance as ifs in Python: the floor.

This is what the rule base would be if somebody had written it as code: no citations, no
reasons, no overlay, no question to ask next; an answer and nothing else.  It is written by
hand and not derived from the rules, so it is also a witness: it has to agree with the
program on every case that is timed.  Whoever changes a rule of the definition changes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

YES, NO, OPEN = "yes", "no", "open"
Facts = Mapping[str, Any]
"""Fact -> value, or None where the record has none.  A date or a number that is known only
in part is a pair: the least and the greatest that it can be."""

IN_FORCE = date(2011, 4, 13)
REACHED = ("england", "wales", "not-stated")
COUPLE = frozenset({"spouse", "civil-partner", "partner", "ex-spouse", "ex-civil-partner",
                    "ex-partner"})  # fmt: skip
PERHAPS_A_COUPLE = COUPLE | {"engaged", "co-parent", "casual-sexual", "dating",
                             "sex-work-client", "not-known"}  # fmt: skip
PERHAPS_ONE_HOME = COUPLE | {"engaged", "co-parent", "relative", "carer", "other-non-relative"}
FAMILY = frozenset({"blood", "half", "step", "adoptive", "not-stated"})
KIN = FAMILY | {"marriage", "foster"}
MARRIED = COUPLE - {"partner", "ex-partner"}
ELDERS = frozenset({"child", "grandchild", "child-in-law"})
CONVICTED = ("convicted-murder", "convicted-manslaughter")
IN_LAWS = frozenset({"parent-in-law", "child-in-law", "sibling-in-law"})
SHARED_HOMES = frozenset({"lodger", "flatmate", "foster"})


def definition_met(case: Facts, people: list[Facts]) -> str:
    """Whether the definition is met: yes, no or open."""
    age = aged_16_or_over(case, people)
    if age == NO:
        return NO
    reach = within_reach(case)
    if reach == NO:
        return NO
    someone = somebody_qualifies(case, people)
    if someone == NO:
        return NO
    if age == YES and reach == YES and someone == YES:
        return YES
    return OPEN


def aged_16_or_over(case: Facts, people: list[Facts]) -> str:
    age = case["deceased.age_at_death"]
    if age is None:
        return YES if any(implies_16(person) for person in people) else OPEN
    least, greatest = age if isinstance(age, tuple) else (age, age)
    if least >= 16:
        return YES
    return NO if greatest < 16 else OPEN


def implies_16(person: Facts) -> bool:
    """Whether a connection says by itself that the deceased was no child."""
    if person["person.connection_disputed"] is not False:
        return False
    links, relations = person["person.links"] or (), person["person.relations"] or ()
    return not MARRIED.isdisjoint(links) or not ELDERS.isdisjoint(relations)


def within_reach(case: Facts) -> str:
    if case["judged"].get("death.within-reach"):
        return case["judged"]["death.within-reach"]
    died = case["death.date"]
    if died is not None and died[0] >= IN_FORCE and case["death.place"] in REACHED:
        return YES if case["deceased.residence_nation"] in REACHED else OPEN
    return OPEN


def somebody_qualifies(case: Facts, people: list[Facts]) -> str:
    doubt = False
    for person in people:
        answer = qualifies(case, person)
        if answer == YES:
            return YES
        doubt = doubt or answer == OPEN
    judged = case["judged"].get("case.unidentified-qualifying-person")
    if judged == YES:
        return YES
    if judged == NO or case["perpetrators.identified"] == "all":
        return OPEN if doubt else NO
    return OPEN


def qualifies(case: Facts, person: Facts) -> str:
    near = connected(person)
    if near == NO:
        return NO
    cause = death_resulted(case, person)
    if cause == NO:
        return NO
    return YES if near == YES and cause == YES else OPEN


def connected(person: Facts) -> str:
    answers = (related(person), intimate(person), same_household(person))
    if YES in answers:
        return YES
    return OPEN if OPEN in answers else NO


def death_resulted(case: Facts, person: Facts) -> str:
    manner = case["deceased.manner"]
    if manner == "suicide":
        return suicide_resulted(case, person)
    if manner is not None:
        return killing_resulted(case, person)
    both = {suicide_resulted(case, person), killing_resulted(case, person)}
    return NO if both == {NO} else OPEN


def killing_resulted(case: Facts, person: Facts) -> str:
    if person["judged"].get("person.killing-resulted"):
        return person["judged"]["person.killing-resulted"]
    if person["person.part"] == "none":
        return NO
    manner, link = case["deceased.manner"], person["person.link_to_death"]
    if person["person.outcome"] in CONVICTED or link == "evidenced":
        return YES
    if manner in ("violence", "abuse", "neglect"):
        if person["person.outcome"] == "acquitted":
            return OPEN
        named = ("not-stated", "inflicted-violence", "arranged", "neglected", "abused")
        return YES if person["person.part"] in named else OPEN
    if manner in ("natural", "accident", "overdose"):
        return NO if link == "none-found" else OPEN
    return OPEN


def suicide_resulted(case: Facts, person: Facts) -> str:
    if person["judged"].get("person.suicide-resulted"):
        return person["judged"]["person.suicide-resulted"]
    if person["person.part"] == "none":
        return NO
    abuse, link = person["person.abuse_evidence"], person["person.link_to_death"]
    convicted = person["person.outcome"] in CONVICTED
    if abuse == "none" and link == "none-found" and not convicted:
        return NO
    if case["deceased.manner"] == "suicide" and (
        abuse == "coercive-control" or link == "evidenced" or convicted
    ):
        return YES
    return OPEN


def related(person: Facts) -> str:
    links, bases, relations = (
        person["person.links"],
        person["person.relative_bases"],
        person["person.relations"],
    )
    judged = person["judged"].get("person.related")
    if person["person.connection_disputed"] or links is None:
        return judged or OPEN
    if "relative" not in links:
        return judged or (OPEN if "not-known" in links else NO)
    if not person["person.via_former_spouse"]:
        if "marriage" in bases or (relations is not None and relations & IN_LAWS):
            return YES
        unsaid = relations is None and "not-stated" in bases
        if bases & FAMILY and not unsaid:
            return YES
        if relations is None:  # perhaps an in-law, whom the 2016 guidance counts as family
            return YES if judged == YES else OPEN
    return judged or (OPEN if bases & KIN else NO)


def intimate(person: Facts) -> str:
    judged = person["judged"].get("person.intimate")
    links = person["person.links"]
    if judged or person["person.connection_disputed"] or links is None:
        return judged or OPEN
    if links & COUPLE:
        return YES
    ever = person["person.ever_in_relationship"]
    if "stalker" in links and ever is True:
        return YES
    if not links & PERHAPS_A_COUPLE and ("stalker" not in links or ever is False):
        return NO
    return OPEN


def same_household(person: Facts) -> str:
    judged = person["judged"].get("person.same-household")
    if judged or person["person.connection_disputed"]:
        return judged or OPEN
    links, bases = person["person.links"], person["person.household_bases"]
    apart = person["person.institution"] or person["person.separate_living"]
    if bases is not None and not apart:
        if "resident" in bases:
            return YES
        if bases & SHARED_HOMES and person["person.shares_living"] is True:
            return YES
    if links is None or "household" in links or "not-known" in links:
        return OPEN
    return NO if person["person.lived_apart"] is True or not links & PERHAPS_ONE_HOME else OPEN
