"""The closed vocabularies: every category a record can hold.

Event types, modes and contexts are those of PLOVER (September 2021); time types are TIMEX3's.
"""

from collections.abc import Mapping
from enum import StrEnum


class EventType(StrEnum):
    """The sixteen PLOVER event types."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Mode(StrEnum):
    """PLOVER modes: how an event of a type is done. Not every type has modes."""

    # CONSULT
    VISIT = "visit"
    MEETING = "meeting"
    PHONE = "phone"
    THIRD_PARTY = "third-party"
    MULTILATERAL = "multilateral"
    # ACCUSE
    DISAPPROVE = "disapprove"
    ALLEGE = "allege"
    INVESTIGATE = "investigate"
    # REQUEST, REJECT
    ASSIST = "assist"
    CHANGE = "change"
    YIELD = "yield"
    MEET = "meet"
    # RETREAT
    WITHDRAW = "withdraw"
    RELEASE = "release"
    RETURN = "return"
    DISARM = "disarm"
    CEASEFIRE = "ceasefire"
    ACCESS = "access"
    RESIGN = "resign"
    # THREATEN
    RESTRICT = "restrict"
    BAN = "ban"
    ARREST = "arrest"
    RELATIONS = "relations"
    VIOLENCE = "violence"
    # PROTEST
    DEMONSTRATE = "demo"
    RIOT = "riot"
    STRIKE = "strike"
    HUNGER = "hunger"
    BOYCOTT = "boycott"
    OBSTRUCT = "obstruct"
    # SANCTION
    CONVICT = "convict"
    EXPEL = "expel"
    DISCONTINUE = "discontinue"
    # MOBILIZE
    TROOPS = "troops"
    WEAPONS = "weapons"
    POLICE = "police"
    MILITIA = "militia"
    # COERCE
    SEIZE = "seize"
    DEPORT = "deport"
    CURFEW = "curfew"
    MARTIAL_LAW = "martial-law"
    CENSOR = "censor"
    DESTROY = "destroy"
    DETAIN = "detain"
    WITHHOLD = "withhold"
    MISINFORM = "misinform"
    # ASSAULT
    BEAT = "beat"
    TORTURE = "torture"
    EXECUTE = "execute"
    SEXUAL = "sexual"
    ASSASSINATE = "assassinate"
    PRIMITIVE = "primitive"
    FIREARMS = "firearms"
    EXPLOSIVES = "explosives"
    SUICIDE_ATTACK = "suicide-attack"
    HEAVY_WEAPONS = "heavy-weapons"
    AERIAL = "aerial"
    CLEANSING = "cleansing"
    UNCONVENTIONAL = "unconventional"
    HOSTAGE = "hostage"
    CROWD_CONTROL = "crowd-control"


def _modes(*names: str) -> tuple[Mode, ...]:
    return tuple(Mode(name) for name in names)


MODES: Mapping[EventType, tuple[Mode, ...]] = {
    EventType.AGREE: _modes("assist", "change", "yield", "meet"),
    EventType.CONSULT: _modes("visit", "meeting", "phone", "third-party", "multilateral"),
    EventType.ACCUSE: _modes("disapprove", "allege", "investigate"),
    EventType.REQUEST: _modes("assist", "change", "yield", "meet"),
    EventType.REJECT: _modes("assist", "change", "yield", "meet"),
    EventType.RETREAT: _modes("withdraw", "release", "return", "disarm", "ceasefire", "access", "resign"),
    EventType.THREATEN: _modes("restrict", "ban", "arrest", "relations", "violence"),
    EventType.PROTEST: _modes("demo", "riot", "strike", "hunger", "boycott", "obstruct"),
    EventType.SANCTION: _modes("convict", "expel", "withdraw", "discontinue"),
    EventType.MOBILIZE: _modes("troops", "weapons", "police", "militia"),
    EventType.COERCE: _modes(
        "seize", "restrict", "ban", "arrest", "deport", "curfew", "martial-law", "censor", "destroy", "detain",
        "withhold", "misinform",
    ),
    EventType.ASSAULT: _modes(
        "beat", "torture", "execute", "sexual", "assassinate", "primitive", "firearms", "explosives", "suicide-attack",
        "heavy-weapons", "aerial", "cleansing", "unconventional", "hostage", "crowd-control",
    ),
}  # fmt: skip
"""The modes of each type that has any."""


class Context(StrEnum):
    """PLOVER contexts: what an event is about (any number of them)."""

    MILITARY = "military"
    INTELLIGENCE = "intelligence"
    EXECUTIVE = "executive"
    LEGISLATIVE = "legislative"
    ELECTION = "election"
    POLITICAL_INSTITUTIONS = "political-institutions"
    LEGAL = "legal"
    HUMAN_RIGHTS = "human-rights"
    DIPLOMATIC = "diplomatic"
    TERRITORIAL = "territory"
    ECONOMIC = "economic"
    TRADE = "trade"
    ENERGY = "energy"
    CORRUPTION = "corruption"
    CRIME = "crime"
    TERRORISM = "terrorism"
    REBELLION = "rebellion"
    COUP = "coup"
    NUCLEAR = "nuclear"
    CYBER = "cyber"
    HUMANITARIAN = "humanitarian"
    MIGRATION = "migration"
    HEALTH = "health"
    ENVIRONMENT = "environment"
    DISASTER = "disaster"
    RELIGION = "religion"
    ETHNICITY = "ethnicity"
    GENDER = "gender"
    EDUCATION = "education"
    MEDIA = "media"
    REPARATIONS = "reparations"
    PRO_AUTOCRACY = "pro-autocracy"
    PRO_DEMOCRACY = "pro-democracy"


class Sector(StrEnum):
    """What an actor is, in the order of CODING.md."""

    GOV = "GOV"
    MIL = "MIL"
    COP = "COP"
    SPY = "SPY"
    LEG = "LEG"
    JUD = "JUD"
    PTY = "PTY"
    OPP = "OPP"
    REB = "REB"
    UAF = "UAF"
    CRM = "CRM"
    CVL = "CVL"
    LAB = "LAB"
    EDU = "EDU"
    REL = "REL"
    MED = "MED"
    BUS = "BUS"
    MNC = "MNC"
    NGO = "NGO"
    IGO = "IGO"
    REF = "REF"
    AGR = "AGR"
    HLH = "HLH"
    ELI = "ELI"


class ActorKind(StrEnum):
    """What sort of thing an actor is."""

    PERSON = "person"
    STATE = "state"
    GOVERNMENT = "government"
    MILITARY = "military"
    ORGANISATION = "organisation"
    ARMED_GROUP = "armed_group"
    MEDIUM = "medium"
    PEOPLE = "people"
    PLACE = "place"
    UNNAMED = "unnamed"


class MentionForm(StrEnum):
    """How a mention names its actor."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    ADJECTIVE = "adjective"
    ZERO = "zero"


class Factuality(StrEnum):
    """How the text presents an event: see CODING.md."""

    ASSERTED = "asserted"
    FUTURE = "future"
    CONDITIONAL = "conditional"
    HYPOTHETICAL = "hypothetical"
    POSSIBLE = "possible"
    NEGATED = "negated"
    DENIED = "denied"


class Form(StrEnum):
    """How a source is given: the form of an attribution link."""

    ACCORDING_TO = "according_to"
    INDIRECT = "indirect"
    DIRECT = "direct"
    MIXED = "mixed"
    HEARSAY = "hearsay"
    DOCUMENT = "document"


class QuoteKind(StrEnum):
    """Words in quotation marks, reported without, or both."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class TimeType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimeMod(StrEnum):
    """TIMEX3 modifiers."""

    BEFORE = "BEFORE"
    AFTER = "AFTER"
    ON_OR_BEFORE = "ON_OR_BEFORE"
    ON_OR_AFTER = "ON_OR_AFTER"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"
    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"


class Precision(StrEnum):
    """How exactly a place is known."""

    CITY = "city"
    REGION = "region"
    COUNTRY = "country"
    SEA = "sea"
    BORDER = "border"
    CONTINENT = "continent"
    SITE = "site"
    NONE = "none"


class Missing(StrEnum):
    """What a text says is not known."""

    PLACE = "place"
    TIME = "time"
    NATURE = "nature"
    NUMBER = "number"
    IDENTITY = "identity"
    MOTIVE = "motive"
    CAUSE = "cause"
    RESPONSIBILITY = "responsibility"
    CONFIRMATION = "confirmation"
    REACTION = "reaction"


class QuantityOf(StrEnum):
    """What a number that belongs to an event counts."""

    KILLED = "killed"
    WOUNDED = "wounded"
    ARRESTED = "arrested"
    MISSING = "missing"
    DISPLACED = "displaced"
    RELEASED = "released"
    KIDNAPPED = "kidnapped"
    PARTICIPANTS = "participants"
    TROOPS = "troops"
    MONEY = "money"
    VEHICLES = "vehicles"
    WEAPONS = "weapons"
    DESTROYED = "destroyed"
    EXPELLED = "expelled"
    SENTENCED = "sentenced"
    OTHER = "other"
