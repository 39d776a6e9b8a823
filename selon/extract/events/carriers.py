"""What a verb has to do with the deed that a noun beside it tells: carries it, suffers it, speaks of it, goes with it.

Tokens come in; a verdict goes out, or the verb.
"""

from selon.extract.events.frames import Act, Frame, Intent, Of
from selon.extract.events.line import Line
from selon.model.ontology import EventType
from selon.parse.clause import brings_about, clause_words, is_passive, is_verb, supporting_verb
from selon.parse.tree import Token

_AT = ("à", "at")


def carrier_of(noun: Token, line: Line) -> Token | None:
    """The verb that carries a nominal deed, unless its subject only flees from it."""
    verb = supporting_verb(noun)
    return None if verb is not None and noun.base == "obj" and _flees(verb, line) else verb


def _flees(verb: Token, line: Line) -> bool:
    """Whether a verb's subject only flees, fears or watches the deed that is its object ("to escape the fighting")."""
    return not line.words(verb).isdisjoint(line.lexicon.classes.get("fleeing", frozenset()))


def is_done_by_subject(verb: Token, noun: Token, frame: Frame | Intent) -> bool:
    """Whether the subject of the verb that carries a deed does it."""
    carries = not brings_about(verb, noun) and "subject" in frame.actor
    return carries and (noun.base != "nsubj" or _is_passive_carrier(verb, noun))


def _is_passive_carrier(verb: Token, noun: Token) -> bool:
    """Whether the nominal deed is the passive subject of its light verb (« une visite a été effectuée par X »)."""
    return noun.base == "nsubj" and is_passive(verb)


def is_undergone(verb: Token, line: Line) -> bool:
    """Whether a deed that is the verb's object is done to its subject (« a reçu la visite de X »)."""
    return not line.words(verb).isdisjoint(line.lexicon.classes.get("undergo", frozenset()))


def circumstance(noun: Token, line: Line) -> Token | None:
    """The verb whose subject made a visit or held talks before or while it did what the verb tells.

    « À l'issue d'une visite à Rome, le président a … », « en déplacement à Paris, il a … ».
    """
    name, before = line.link(noun)
    classes = line.lexicon.classes
    words = classes.get("circumstance", frozenset())
    journey = name in classes.get("on_journey", frozenset()) and line.words(noun) & classes.get("journey", frozenset())
    if name not in words and not journey and (before is None or before.lemma.lower() not in words):
        return None
    coming = line.lexicon.classes.get("coming", frozenset())
    if any(line.words(each) & coming for each in noun.all("amod")):
        return None  # « lors d'un prochain sommet »
    if _is_told_before(noun):
        return None
    return next((each for each in noun.ancestors() if is_verb(each)), None)


def _is_told_before(noun: Token) -> bool:
    """Whether a nominal deed takes up one told before: « au cours de cette visite », « à l'issue de la rencontre »."""
    articles, bare = noun.all("det"), noun.first("nmod", "obl", "acl", "amod") is None
    return any(each.is_("PronType", "Dem") or (bare and each.is_("Definite", "Def")) for each in articles)


def lends_clause(verb: Token) -> bool:
    """Whether a participle lends its noun a clause: « les frappes menées par X », or is in truth its verb
    ("Clashes erupted in the capital").
    """
    words, lemma = clause_words(verb.parse.lang), verb.lemma.lower()
    return lemma in words.light or (lemma in words.occur and words.past_is_participle and not is_passive(verb))


def spoken_of(noun: Token, line: Line) -> Token | None:
    """The verb by which somebody says that a nominal deed is so or not: « a démenti l'arrestation de X »,
    "acknowledged the existence of talks"."""
    classes = line.lexicon.classes
    if noun.head is not None and noun.base == "nmod" and line.words(noun.head) & classes.get("existence", frozenset()):
        noun = noun.head
    verb = noun.head
    if verb is None or not is_verb(verb) or not line.words(verb) & classes.get("stating", frozenset()):
        return None
    return verb if noun.base == "obj" or (noun.base == "nsubj" and is_passive(verb)) else None


def is_own(noun: Token, frame: Frame | Intent, line: Line) -> bool:
    """Whether a deed that somebody speaks of is by its nature or its wording the speaker's own.

    « A démenti un contact avec Washington », « a nié toute livraison d'armes ».
    """
    shared = isinstance(frame, Frame) and frame.type in (EventType.CONSULT, EventType.COOPERATE)
    whole = line.lexicon.classes.get("whole", frozenset())
    return shared or any(line.words(each) & whole for each in noun.all("det", "amod"))


def only_tells(verb: Token, noun: Token, line: Line) -> bool:
    """Whether the verb that carries a deed of violence speaks of it rather than does it: "announced an attack by X"."""
    classes = line.lexicon.classes
    violent = any(line.words(noun) & classes.get(name, frozenset()) for name in ("attack", "war"))
    return violent and noun.base == "obj" and bool(line.words(verb) & classes.get("telling", frozenset()))


def is_of_another(noun: Token, frame: Frame | Intent, line: Line) -> bool:
    """Whether the verb above only deals with the deed of somebody else: « se prononcer sur la demande de X », « se sont
    réunis à la demande de X »."""
    if isinstance(frame, Intent) and frame.act is Act.DEMAND and line.link(noun)[0] in _AT and noun.base == "obl":
        return True
    return frame.of is Of.ACTOR and line.link(noun)[0] in line.lexicon.classes.get("barred", frozenset())
