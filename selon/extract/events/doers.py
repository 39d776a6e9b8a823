"""Who does what a verb tells: a match and its arguments come in, the ids of the doers go out.

The tree's subject first, then the noun before the verb in its clause, then the clause above.
"""

from selon.extract.events.along import beside_doer
from selon.extract.events.frames import Frame, Intent
from selon.extract.events.inner import ids_of
from selon.extract.events.joined import with_joined
from selon.extract.events.match import Match
from selon.extract.events.means import doers_by, doers_within
from selon.extract.events.scene import Scene, Who
from selon.extract.events.slots import in_places
from selon.extract.events.surface import agents_after, inverted_subjects, subjects_before
from selon.extract.events.voice import right_before
from selon.model.ontology import EventType
from selon.parse.clause import Arguments, antecedent, arguments, clause_words, is_passive, is_verb, logical_subjects
from selon.parse.tree import Token

_REACTIONS = (EventType.ACCUSE, EventType.SUPPORT, EventType.REJECT)
_IN = ("in", "à", "en")
_CLIMB = 4
_ONE = ("on",)
# What a subject of several nouns is made of.
_PHRASE = ("NOUN", "PROPN", "ADJ", "NUM", "DET", "CCONJ", "PART")


def doers_of_verb(match: Match, frame: Frame | Intent, found: Arguments, scene: Scene) -> tuple[str, ...]:
    """The ids of those who do it; may change the subjects of `found`, where the tree has taken another noun."""
    if (above := _predicated(match.top)) is not None:
        found.subjects = logical_subjects(above) or found.subjects
    own = _in_own_clause(match, scene) if "subject" in frame.actor and not found.passive else []
    told = {id for each in found.subjects for id in scene.who(each)}
    if own and own[0] not in found.subjects and told.isdisjoint(scene.who(own[0])):
        found.subjects = own
    if _is_fled(match.top, scene):
        return doers_by(match, found, scene)
    placed = in_places(frame.actor, match, found, scene)
    return (
        (_with_company(placed, match, found, scene) if "subject" in frame.actor else placed)
        or doers_by(match, found, scene)
        or (() if found.passive or _of_thing(match.top, scene) else _climbed(match.top, frame, scene.who))
        or _left(match, frame, found, scene)
        or doers_within(match, found, scene)
        or _in_capital(frame, found, scene)
        or _one(frame, found, scene)
    )


def _with_company(ids: tuple[str, ...], match: Match, found: Arguments, scene: Scene) -> tuple[str, ...]:
    """The doers with those whom the words put at their side."""
    led = [each for each in (*found.subjects, *found.objects) if set(scene.who(each)) & set(ids)]
    beside = [each for subject in led for each in beside_doer(subject, match, scene)]
    return tuple(dict.fromkeys((*ids, *ids_of(beside, scene.who, inner=False))))


def _is_fled(gerund: Token, scene: Scene) -> bool:
    """Whether a gerund is what others only flee or fear: "had fled fighting in Hama"."""
    fleeing = scene.line.lexicon.classes.get("fleeing", frozenset())
    verb = gerund.head if gerund.base in ("xcomp", "ccomp", "advcl") and gerund.lower.endswith("ing") else None
    near = verb is not None and 0 < gerund.i - verb.i <= 2 and gerund.first("nsubj") is None
    return near and verb is not None and not scene.line.words(verb).isdisjoint(fleeing)


def _in_capital(frame: Frame | Intent, found: Arguments, scene: Scene) -> tuple[str, ...]:
    """The state in whose capital something is praised or blamed by nobody named: "was welcomed in Moscow"."""
    reacts = isinstance(frame, Frame) and frame.type in _REACTIONS and found.passive
    towns = [each for name, each in found.obliques if name in _IN] if reacts else []
    return ids_of(towns, scene.host, inner=False) or ids_of(towns, scene.site, inner=False)


def _one(frame: Frame | Intent, found: Arguments, scene: Scene) -> tuple[str, ...]:
    """Who « on » is by where it is said to be: « à Astana, on se félicite de … », « au Kremlin, on refuse … »."""
    if "subject" not in frame.actor or not any(each.lower in _ONE for each in found.subjects):
        return ()
    where = [each for name, each in found.obliques if name in _IN and each.i < found.subjects[0].i]
    return ids_of(where, scene.host, inner=False) or ids_of(where, scene.who, inner=True)


def _predicated(verb: Token) -> Token | None:
    """The verb of being over an infinitive that tells what its subject is the first or last to do.

    "Bulgaria became the latest European Union country to expel a diplomat": Bulgaria expels him.
    """
    noun = verb.head
    if verb.base != "acl" or not verb.is_("VerbForm", "Inf") or noun is None or noun.pos not in ("NOUN", "ADJ"):
        return None
    if noun.first("cop") is not None:
        return noun
    words = clause_words(verb.parse.lang)
    over = noun.head
    becoming = over is not None and over.lemma.lower() in (*words.be, "become", "devenir")
    return over if becoming and noun.base in ("xcomp", "obj") else None


def _in_own_clause(match: Match, scene: Scene) -> list[Token]:
    """The noun between the word that opens a clause and its verb, where the tree gives the verb another subject.

    « …, où des insurgés ont décapité six villageois »: the insurgents, whoever the main clause is about.
    """
    tokens, first = scene.line.tokens, scene.line.tokens[0].i
    i = match.top.i - first - 1
    while i >= 0 and (tokens[i].pos in ("AUX", "ADV") or tokens[i].base in ("aux", "expl", "obj", "iobj")):
        i -= 1
    end = i
    while i >= 0 and (tokens[i].pos in _PHRASE or tokens[i].text in "()"):
        i -= 1
    opens = i >= 0 and tokens[i].lower in scene.line.lexicon.classes.get("opens", frozenset())
    nouns = [each for each in tokens[i + 1 : end + 1] if each.pos in ("NOUN", "PROPN") and scene.who(each)]
    nouns = [each for each in nouns if each.head not in tokens[each.i - first + 1 : end + 1]]  # not "Colombia's"
    return nouns[:1] if opens else []


def _left(match: Match, frame: Frame | Intent, found: Arguments, scene: Scene) -> tuple[str, ...]:
    """The doer by word order: left of an active verb, behind « par » with a passive one."""
    if "subject" not in frame.actor or _is_thing(found, scene) or _of_thing(match.top, scene):
        return ()
    if found.passive:
        return ids_of(agents_after(match.top, scene.line), scene.who, inner=False)
    inverted = inverted_subjects(match.top, scene.line, reflexive=match.pattern.reflexive)
    for token in inverted or subjects_before(match.tokens[0], scene.line):
        if scene.who(token):
            return ids_of(with_joined([token], match, scene), scene.who, inner=False)
    return ()


def _of_thing(verb: Token, scene: Scene) -> bool:
    """Whether a participle right behind a noun tells what that did, which is nobody: « des cas arrivés de Comores »."""
    noun = verb.parse.tokens[verb.i - 1] if verb.i > verb.sentence.start else verb
    if verb.rel not in ("acl", "xcomp") or noun.pos != "NOUN" or verb.first("aux") is not None or is_passive(verb):
        return False
    past = verb.is_("VerbForm", "Part") and not verb.is_("Tense", "Pres")
    classes = scene.line.lexicon.classes
    acting = frozenset[str]().union(*(classes.get(name, frozenset()) for name in ("people", "doer", "powers")))
    thing = not scene.who(noun) and scene.line.words(noun).isdisjoint(acting)
    return past and thing and scene.line.lexicon.lang == "fr"


def _is_thing(found: Arguments, scene: Scene) -> bool:
    """Whether what does it is told by the tree and is nobody ("said, months after a coup ousted the president")."""
    doers = scene.line.lexicon.classes.get("doer", frozenset())
    nouns = [each for each in found.subjects if each.pos == "NOUN" and scene.line.words(each) & doers]
    return bool(nouns) and len(nouns) == len(found.subjects) and not found.passive


def _climbed(token: Token, frame: Frame | Intent, who: Who) -> tuple[str, ...]:
    """The doer of the governing clause, for a verb form that has no subject of its own and none that is an actor."""
    if "subject" not in frame.actor or token.morph.get("VerbForm") not in ("Inf", "Part", "Ger") or is_passive(token):
        return ()
    finite = any(each.is_("VerbForm", "Fin") for each in token.all("aux"))
    if any(antecedent(each) is not each or (finite and each.pos == "NOUN") for each in token.all("nsubj")):
        return ()
    if token.base in ("xcomp", "ccomp") and (ids := ids_of(logical_subjects(token), who, inner=True)):
        return ids  # « la frontière avec le Rwanda, qu'il accuse de … »
    for step, governor in enumerate(token.ancestors()):
        if step >= _CLIMB:
            break
        if is_verb(governor):
            ids = ids_of(_controllers(governor), who, inner=True)
            if ids:
                return ids
        if governor.morph.get("VerbForm") == "Fin" and governor.first("nsubj") is not None:
            break
    return ()


def _controllers(governor: Token) -> list[Token]:
    """Who does what stands below a verb: its subject, passive or not (« accusé d'avoir tué », "died fighting")."""
    found = arguments(governor)
    if not found.passive:
        return found.subjects
    beside = right_before(governor)
    return [beside] if beside is not None else found.objects or found.subjects
