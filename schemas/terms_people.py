"""Words for alleged perpetrators: the part taken, the links, the abuse, the proceedings."""

from __future__ import annotations

from .terms import Term


class PerpetratorsKnown(Term):
    """Is everyone who may have caused the death identified?"""

    ALL = "all"
    SOME = "some"
    NONE = "none"


class SuspectedMotive(Term):
    """What the motive seems to be; it matters when nobody is identified."""

    DOMESTIC = "domestic"
    OTHER = "other"
    UNCLEAR = "unclear"


class Part(Term):
    """What part the person appears to have had in the death."""

    NOT_STATED = "not-stated"
    INFLICTED_VIOLENCE = "inflicted-violence"
    ARRANGED = "arranged"  # had another do it
    NEGLECTED = "neglected"
    ABUSED = "abused"  # abuse, no direct blow
    CONTRIBUTED_MEDICALLY_UNCLEAR = "contributed-medically-unclear"
    REFUSED_HELP_WITH_CAPACITY = "refused-help-with-capacity"  # the deceased refused help
    PACT_SURVIVOR = "pact-survivor"
    NONE = "none"


class AbuseSearch(Term):
    """What a search of agency and family knowledge for earlier abuse came to."""

    NONE_FOUND = "none-found"
    NOT_YET_SEARCHED = "not-yet-searched"
    FOUND = "found"


class LinkToDeath(Term):
    """Does the abuse appear to have led to the death (suicide, natural death, overdose)?"""

    EVIDENCED = "evidenced"
    SUSPECTED = "suspected"
    NONE_FOUND = "none-found"


class CarerRole(Term):
    """Whether the person cared for the deceased, and whether for pay."""

    NO = "no"
    UNPAID = "unpaid"
    PAID = "paid"


class Charge(Term):
    """The most serious charge."""

    MURDER = "murder"
    MANSLAUGHTER = "manslaughter"
    CAUSING_OR_ALLOWING = "causing-or-allowing"  # s.5 DVCVA 2004
    COERCIVE_CONTROL = "coercive-control"
    NEGLECT = "neglect"
    OTHER = "other"


class ProceedingsOutcome(Term):
    """Where criminal proceedings have got to.  None of them decides whether to review."""

    PENDING = "pending"
    CONVICTED_MURDER = "convicted-murder"
    CONVICTED_MANSLAUGHTER = "convicted-manslaughter"
    CONVICTED_OTHER = "convicted-other"
    ACQUITTED = "acquitted"
    NOT_CHARGED = "not-charged"
    DISCONTINUED = "discontinued"
    UNFIT_OR_INSANE = "unfit-or-insane"
    DIED_BEFORE_TRIAL = "died-before-trial"


class EndedBy(Term):
    """How a marriage, civil partnership or other relationship came to its end."""

    DIVORCE = "divorce"
    ANNULMENT = "annulment"
    DISSOLUTION = "dissolution"
    SEPARATION = "separation"
    DEATH = "death"
    OTHER = "other"


class Relation(Term):
    """What the alleged perpetrator was to the deceased: ``child`` is the deceased's child."""

    PARENT = "parent"
    CHILD = "child"
    SIBLING = "sibling"
    GRANDPARENT = "grandparent"
    GRANDCHILD = "grandchild"
    AUNT_OR_UNCLE = "aunt-or-uncle"
    NIECE_OR_NEPHEW = "niece-or-nephew"
    COUSIN = "cousin"
    PARENT_IN_LAW = "parent-in-law"
    CHILD_IN_LAW = "child-in-law"
    SIBLING_IN_LAW = "sibling-in-law"
    OTHER = "other"


class RelationBasis(Term):
    """What makes two people relatives."""

    BLOOD = "blood"
    HALF = "half"
    STEP = "step"
    ADOPTIVE = "adoptive"
    MARRIAGE = "marriage"
    FOSTER = "foster"
    FORMER_FOSTER = "former-foster"


class HouseholdBasis(Term):
    """On what footing the two shared, or used, a dwelling."""

    RESIDENT = "resident"
    FREQUENT_VISITOR = "frequent-visitor"
    LODGER = "lodger"
    SELF_CONTAINED_LODGER = "self-contained-lodger"
    FLATMATE = "flatmate"
    SHARED_HOUSE = "shared-house"  # bedsit, house in multiple occupation
    LIVE_IN_CARER = "live-in-carer"
    EMPLOYER_OF_DOMESTIC_WORKER = "employer-of-domestic-worker"
    DOMESTIC_WORKER = "domestic-worker"
    FOSTER = "foster"
    REFUGE_RESIDENT = "refuge-resident"
    HOSTEL_RESIDENT = "hostel-resident"
    STUDENT_HALLS = "student-halls"
    CARE_HOME_RESIDENT = "care-home-resident"
    CARE_HOME_STAFF = "care-home-staff"
    HOSPITAL = "hospital"
    PRISON_CELL = "prison-cell"
    OTHER = "other"


class AbuseKind(Term):
    """Kinds of abuse, after section 1(3) of the Domestic Abuse Act 2021, and neglect."""

    PHYSICAL = "physical"
    SEXUAL = "sexual"
    THREATENING = "threatening"
    CONTROLLING_OR_COERCIVE = "controlling-or-coercive"
    ECONOMIC = "economic"
    PSYCHOLOGICAL = "psychological"
    STALKING_OR_HARASSMENT = "stalking-or-harassment"
    NEGLECT = "neglect"
    HONOUR_BASED = "honour-based"
    NON_FATAL_STRANGULATION = "non-fatal-strangulation"
    OTHER = "other"


class HowKnown(Term):
    """How the abuse came to be known."""

    POLICE_REPORT = "police-report"
    AGENCY_RECORD = "agency-record"
    FAMILY_OR_FRIENDS = "family-or-friends"
    DISCLOSURE = "disclosure"
    FOUND_AFTER_DEATH = "found-after-death"
    OTHER = "other"


class Strength(Term):
    """How strong the evidence is, in the judgement of whoever filled the record in."""

    STRONG = "strong"
    SOME = "some"
    SLIGHT = "slight"
