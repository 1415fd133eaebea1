"""Words for agencies, other reviews, the review itself and the decisions about it."""

from __future__ import annotations

from .terms import Term


class AgencyKind(Term):
    """What sort of body an agency is."""

    POLICE = "police"
    HEALTH = "health"
    GP = "gp"
    MENTAL_HEALTH = "mental-health"
    ADULT_SOCIAL_CARE = "adult-social-care"
    CHILDRENS_SOCIAL_CARE = "childrens-social-care"
    PROBATION = "probation"
    HOUSING = "housing"
    EDUCATION = "education"
    DOMESTIC_ABUSE_SERVICE = "domestic-abuse-service"
    VOLUNTARY = "voluntary"
    PRISON = "prison"
    AMBULANCE = "ambulance"
    FIRE = "fire"
    DRUG_AND_ALCOHOL = "drug-and-alcohol"
    OTHER = "other"


class ContactWith(Term):
    """Whom an agency had contact with."""

    DECEASED = "deceased"
    ALLEGED_PERPETRATOR = "alleged-perpetrator"
    CHILD = "child"


class BoardKind(Term):
    """Kinds of safeguarding board; ``regional`` is the Welsh one."""

    ADULTS = "adults"
    CHILDREN = "children"
    REGIONAL = "regional"


class ReviewKind(Term):
    """Other reviews and investigations that may run beside a domestic homicide review."""

    SAR = "sar"
    CHILD_RAPID_REVIEW = "child-rapid-review"
    LCSPR = "lcspr"
    CHILD_SCR = "child-scr"
    INQUEST = "inquest"
    MENTAL_HEALTH_HOMICIDE = "mental-health-homicide"
    MAPPA_SCR = "mappa-scr"
    POLICE_COMPLAINT = "police-complaint"  # Independent Office for Police Conduct
    OFFENSIVE_WEAPONS = "offensive-weapons"
    PRISON_OMBUDSMAN = "prison-ombudsman"
    PATIENT_SAFETY = "patient-safety"
    PROBATION_SFO = "probation-sfo"
    SUSR = "susr"
    LEARNING_REVIEW = "learning-review"
    OTHER = "other"


class ReviewStatus(Term):
    """How far another review has got."""

    CONSIDERED = "considered"
    STARTED = "started"
    COMPLETED = "completed"
    DECLINED = "declined"
    NOT_CONSIDERED = "not-considered"


class InquestConclusion(Term):
    """The conclusion of an inquest."""

    UNLAWFUL_KILLING = "unlawful-killing"
    SUICIDE = "suicide"
    ACCIDENT = "accident"
    NATURAL_CAUSES = "natural-causes"
    OPEN = "open"
    NARRATIVE = "narrative"
    MISADVENTURE = "misadventure"
    OTHER = "other"


class PoliceView(Term):
    """What the police think of another person's involvement in the death."""

    THIRD_PARTY = "third-party"
    NO_THIRD_PARTY = "no-third-party"
    UNDECIDED = "undecided"


class AppointedBy(Term):
    """Who appointed the chair: the CSP since 2016, the panel under the 2011 guidance."""

    CSP = "csp"
    PANEL = "panel"
    OTHER = "other"


class Edition(Term):
    """The edition of the Home Office guidance that a document says it follows."""

    E2011 = "2011"
    E2013 = "2013"
    E2016 = "2016"


class Training(Term):
    """Training that a chair or author has done."""

    HOME_OFFICE_ELEARNING = "home-office-elearning"
    CHAIR_MODULE = "chair-module"
    REPORT_MODULE = "report-module"
    AAFDA_CHAIR = "aafda-chair"
    OTHER = "other"


class Skill(Term):
    """Skills and knowledge that the guidance asks of a chair (2011 edition, paragraph 5.10)."""

    DOMESTIC_ABUSE = "domestic-abuse"
    HONOUR_BASED_VIOLENCE = "honour-based-violence"
    LEGISLATION = "legislation"
    AGENCY_ROLES = "agency-roles"
    MANAGERIAL = "managerial"
    STRATEGIC = "strategic"
    INVESTIGATIVE = "investigative"
    INTERVIEWING = "interviewing"
    REVIEW_FRAMEWORKS = "review-frameworks"
    DISCIPLINE_REGIMES = "discipline-regimes"


class DecisionKind(Term):
    """What a recorded decision settled."""

    HOLD_REVIEW = "hold-review"
    NO_REVIEW = "no-review"
    LEAD_CSP = "lead-csp"
    JOINT_REVIEW = "joint-review"
    EXTENSION = "extension"
    PUBLICATION = "publication"
    OTHER = "other"


class ReasonGiven(Term):
    """Reasons that have been given for holding no review; many are not reasons in law."""

    NO_AGENCY_CONTACT = "no-agency-contact"
    NO_KNOWN_HISTORY = "no-known-history"
    NO_LESSONS_LIKELY = "no-lessons-likely"
    SPONTANEOUS = "spontaneous"
    POLICE_NO_THIRD_PARTY = "police-no-third-party"
    CORONER_FINDING = "coroner-finding"
    ACQUITTAL = "acquittal"
    NO_CHARGE = "no-charge"
    ALLEGED_PERPETRATOR_DIED = "alleged-perpetrator-died"
    FAMILY_OPPOSES = "family-opposes"
    DECEASED_WAS_ABUSER = "deceased-was-abuser"
    AGENCIES_WORKED_WELL = "agencies-worked-well"
    LEARNING_REVIEW_INSTEAD = "learning-review-instead"
    OTHER = "other"
