"""The closed lists of the field; their labels for people live in ``prompts``."""

from enum import StrEnum


class Language(StrEnum):
    """A language the assistant speaks; Polish is the first."""

    PL = "pl"
    EN = "en"
    UK = "uk"


class Audience(StrEnum):
    """Whom an answer is written for."""

    YOUTH = "youth"
    ADULT = "adult"
    COUNSELLOR = "counsellor"


class QualificationKind(StrEnum):
    """Rodzaj: ``full`` (pełna) is awarded by schools and universities only, the rest are ``partial`` (cząstkowa)."""

    FULL = "full"
    PARTIAL = "partial"


class QualificationCategory(StrEnum):
    """Kategoria of the register."""

    DEGREE = "degree"
    POSTGRADUATE = "postgraduate"
    SCHOOL = "school"
    ARTISTIC_SCHOOL = "artistic_school"
    GENERAL = "general"
    MARKET = "market"
    SECTORAL = "sectoral"
    CRAFT = "craft"
    REGULATED = "regulated"


class QualificationStatus(StrEnum):
    """Status; the register's generations use different words for it (``research``: legacy XML, card, portal).

    ``functioning`` means that a body certifies and one can apply; ``included`` only that it is described.
    """

    INCLUDED = "included"
    FUNCTIONING = "functioning"
    SUSPENDED = "suspended"
    ARCHIVED = "archived"


class Confidence(StrEnum):
    """How far a source carries, strongest first; ``own`` marks wording of this project."""

    LAW = "law"
    REGISTER = "register"
    SECONDARY = "secondary"
    SINGLE_SECONDARY = "single-secondary"
    OWN = "own"


class RecordType(StrEnum):
    """What a record of the index is."""

    QUALIFICATION = "qualification"
    OCCUPATION = "occupation"
    INSTITUTION = "institution"
    LABOUR_FACT = "labour_fact"
    SYSTEM_FACT = "system_fact"


class InstitutionRole(StrEnum):
    """What an institution does in the system."""

    AWARDING = "awarding"
    QUALITY = "quality"
    APPLICANT = "applicant"
    AUTHORITY = "authority"
    SUPPORT = "support"


class SystemFactKind(StrEnum):
    """``absence`` says what the register does not hold; ``regulated`` what is not a certificate of the system."""

    RULE = "rule"
    CONCEPT = "concept"
    REGULATED = "regulated"
    SERVICE = "service"
    ABSENCE = "absence"


class MatchedBy(StrEnum):
    """How a figure or a profile was joined to an occupation, most reliable first.

    ``group`` means that the figure is of a whole group of occupations whose code begins alike.
    """

    ID = "id"
    CODE4 = "code4"
    CROSSWALK = "crosswalk"
    NAME = "name"
    GROUP = "group"
    TEXT = "text"


class LabourTopic(StrEnum):
    """What a figure of the labour market is about."""

    DEMAND = "demand"
    PAY = "pay"
    GRADUATES = "graduates"
    UNEMPLOYMENT = "unemployment"
    OFFERS = "offers"
    TRAINING = "training"


class AnswerStatus(StrEnum):
    """How a turn ended: the vocabulary shared by the page, the API, the metrics and the tests."""

    ANSWERED = "answered"
    ANSWERED_PARTIALLY = "answered_partially"
    CLARIFICATION_ASKED = "clarification_asked"
    NO_INFORMATION = "no_information"
    OUT_OF_SCOPE = "out_of_scope"
    SMALL_TALK = "small_talk"
    CRISIS_SUPPORT = "crisis_support"
    REFUSED_INJECTION = "refused_injection"
    REFUSED_ABUSE = "refused_abuse"
    ERROR_MODEL = "error_model"
    ERROR_TIMEOUT = "error_timeout"
    ERROR_INDEX = "error_index"
