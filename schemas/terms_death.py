"""Words for the death, the person who died, and the places of their life."""

from __future__ import annotations

from .terms import Term


class Notifier(Term):
    """Who told the community safety partnership of the death."""

    POLICE = "police"
    AGENCY = "agency"
    PROFESSIONAL = "professional"
    FAMILY = "family"
    OTHER = "other"


class Sex(Term):
    """Sex as recorded by the agencies."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"


class Manner(Term):
    """How the death came about, as far as is known at the time of the decision."""

    VIOLENCE = "violence"
    ABUSE = "abuse"
    NEGLECT = "neglect"
    SUICIDE = "suicide"
    UNASCERTAINED = "unascertained"
    ACCIDENT = "accident"
    NATURAL = "natural"
    OVERDOSE = "overdose"
    UNDETERMINED_PENDING = "undetermined-pending"  # still being found out
    MISSING_NO_BODY = "missing-no-body"


class Nation(Term):
    """Where a place lies.  The Channel Islands and the Isle of Man count as abroad."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"
    ABROAD = "abroad"


class Setting(Term):
    """What kind of place the death happened in."""

    HOME = "home"
    PERPETRATORS_HOME = "perpetrators-home"
    INSTITUTION = "institution"
    PUBLIC_PLACE = "public-place"
    HOSPITAL = "hospital"
    PRISON = "prison"
    OTHER = "other"


class Settled(Term):
    """How settled a residence was; only ``settled`` leaves normal residence beyond doubt."""

    SETTLED = "settled"
    RECENT_MOVE = "recent-move"
    REFUGE = "refuge"
    PLACEMENT = "placement"  # placed out of area by another authority
    PRISON = "prison"
    STUDENT = "student"
    HOSPITAL = "hospital"
    TEMPORARY = "temporary"
    NO_FIXED_ADDRESS = "no-fixed-address"
    UNCLEAR = "unclear"


class Tier(Term):
    """The kind of council area; counties and districts share one place (s.9(5) DVCVA 2004)."""

    UNITARY = "unitary"
    DISTRICT = "district"
    COUNTY = "county"


class ProtectedCharacteristic(Term):
    """The nine characteristics of section 4 of the Equality Act 2010."""

    AGE = "age"
    DISABILITY = "disability"
    GENDER_REASSIGNMENT = "gender-reassignment"
    MARRIAGE_AND_CIVIL_PARTNERSHIP = "marriage-and-civil-partnership"
    PREGNANCY_AND_MATERNITY = "pregnancy-and-maternity"
    RACE = "race"
    RELIGION_OR_BELIEF = "religion-or-belief"
    SEX = "sex"
    SEXUAL_ORIENTATION = "sexual-orientation"


class ChildOutcome(Term):
    """What happened to a child in the same events."""

    UNHARMED = "unharmed"
    KILLED = "killed"
    SERIOUSLY_HARMED = "seriously-harmed"
    NOT_KNOWN = "not-known"
