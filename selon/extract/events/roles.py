"""Who does it and whom it is done to: the actors in the grammatical places that a frame names."""

from dataclasses import dataclass

from selon.extract.events.frames import Act, Frame, Intent, Of
from selon.extract.events.line import Line
from selon.extract.events.match import Match
from selon.extract.events.means import ascribed, doers_by, doers_of, doers_within, violence_that
from selon.extract.events.slots import (
    Scene,
    Who,
    behind_verb,
    below_under,
    deep_in,
    first_read,
    ids_of,
    in_places,
    spelled,
    with_joined,
)
from selon.extract.events.surface import (
    agents_after,
    inverted_subjects,
    pair,
    phrases_after,
    subjects_before,
)
from selon.model.ontology import EventType
from selon.parse.clause import (
    Arguments,
    antecedent,
    arguments,
    brings_about,
    clause_words,
    is_passive,
    is_verb,
    logical_subjects,
    owners,
    supporting_verb,
    surface_subjects,
)
from selon.parse.tree import Token

_FORCE = (EventType.ASSAULT, EventType.COERCE, EventType.SANCTION)
_REACTIONS = (EventType.ACCUSE, EventType.SUPPORT, EventType.REJECT)
_IN = ("in", "à", "en")
_BETWEEN = ("entre", "between")
_GENITIVE = ("de", "of")
_AT = ("à", "at")
_THAT = ("que", "qu'", "qu’")
_CLIMB = 4
# What a subject of several nouns is made of.
_PHRASE = ("NOUN", "PROPN", "ADJ", "NUM", "DET", "CCONJ", "PART")
# So many tokens before a relative pronoun stands what it may stand for.
_NEAR = 4


@dataclass(frozen=True, slots=True)
class Roles:
    """The actors and recipients of a match, as ids in text order; `supported`: a verb carries the nominal deed."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    supported: bool
    arguments: Arguments
    guessed: bool = False


def fill(match: Match, scene: Scene) -> Roles:
    """The actors in the places that the match's frame names; empty where the text names none."""
    if verbal(match.top, scene.line):
        return _verbal(match, match.pattern.frame, scene)
    return _nominal(match, match.pattern.frame, scene)


def verbal(top: Token, line: Line) -> bool:
    """Whether an event is told by a verb, a predicate or an adjective, not by a noun."""
    return is_verb(top) or top.first("cop") is not None or _open(top) or line.disguised(top)


def _open(top: Token) -> bool:
    return top.pos in ("ADJ", "ADV", "X") and top.first("det") is None


def _verbal(match: Match, frame: Frame | Intent, scene: Scene) -> Roles:
    found = _pooled(match)
    violence = violence_that(match, scene)
    actors = doers_of(violence, scene) if violence is not None else _doers(match, frame, found, scene)
    recipients = in_places(frame.recipient, match, found, scene, actors)
    if not recipients and "object" in frame.recipient:
        recipients = _others(_before_relative(match.top, scene), actors)
    guessed = not recipients
    if not recipients and "subject" in frame.recipient and not found.subjects:
        recipients = _others(first_read(subjects_before(match.tokens[0], scene.line), match, scene), actors)
    if not recipients:
        recipients = _others(behind_verb(match, frame, found, scene), actors)
    if not recipients and (isinstance(frame, Intent) or "deep" in frame.recipient):
        recipients = _others(deep_in(match, found, scene), actors)
    return Roles(actors, recipients, True, found, guessed)


def _before_relative(verb: Token, scene: Scene) -> tuple[str, ...]:
    """Who stands right before the relative pronoun that is a verb's object, whatever noun the tree makes it stand for
    (« ses relations avec le Maroc, qu'elle accuse de … »)."""
    pronoun = next((each for each in verb.all("obj") if antecedent(each) is not each or each.lower in _THAT), None)
    if pronoun is None or is_passive(verb):
        return ()
    behind = [each for each in scene.line.tokens if pronoun.i - _NEAR <= each.i < pronoun.i]
    return next((ids for each in reversed(behind) if (ids := scene.who(each))), ())


def _doers(match: Match, frame: Frame | Intent, found: Arguments, scene: Scene) -> tuple[str, ...]:
    if (above := _predicated(match.top)) is not None:
        found.subjects = logical_subjects(above) or found.subjects
    own = _in_own_clause(match, scene) if "subject" in frame.actor and not found.passive else []
    told = {id for each in found.subjects for id in scene.who(each)}
    if own and own[0] not in found.subjects and told.isdisjoint(scene.who(own[0])):
        found.subjects = own
    return (
        in_places(frame.actor, match, found, scene)
        or doers_by(match, found, scene)
        or (() if found.passive else _climbed(match.top, frame, scene.who))
        or _left(match, frame, found, scene)
        or doers_within(match, found, scene)
        or _in_capital(frame, found, scene)
    )


def _in_capital(frame: Frame | Intent, found: Arguments, scene: Scene) -> tuple[str, ...]:
    """The state in whose capital something is praised or blamed by nobody named: "was welcomed in Moscow"."""
    reacts = isinstance(frame, Frame) and frame.type in _REACTIONS and found.passive
    towns = [each for name, each in found.obliques if name in _IN] if reacts else []
    return ids_of(towns, scene.host, inner=False) or ids_of(towns, scene.site, inner=False)


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
    return nouns[:1] if opens else []


def _left(match: Match, frame: Frame | Intent, found: Arguments, scene: Scene) -> tuple[str, ...]:
    """The doer by word order: left of an active verb, behind « par » with a passive one."""
    if "subject" not in frame.actor or _is_thing(found, scene):
        return ()
    if found.passive:
        return ids_of(agents_after(match.top, scene.line), scene.who, inner=False)
    inverted = inverted_subjects(match.top, scene.line, reflexive=match.pattern.reflexive)
    for token in inverted or subjects_before(match.tokens[0], scene.line):
        if scene.who(token):
            return ids_of(with_joined([token], match, scene), scene.who, inner=False)
    return ()


def _is_thing(found: Arguments, scene: Scene) -> bool:
    """Whether what does it is told by the tree and is nobody ("said, months after a coup ousted the president")."""
    doers = scene.line.lexicon.classes.get("doer", frozenset())
    nouns = [each for each in found.subjects if each.pos == "NOUN" and scene.line.words(each) & doers]
    return bool(nouns) and len(nouns) == len(found.subjects) and not found.passive


def _pooled(match: Match) -> Arguments:
    """The arguments of the top, with those of the matched nouns below it."""
    found = arguments(match.top)
    if (undergoer := _set_behind(match.top)) is not None:
        found.passive, found.objects, found.subjects = True, [undergoer], []
    elif found.passive and _states(match):
        found.passive = False
        found.subjects = [antecedent(each) for each in surface_subjects(match.top)]
        if not found.subjects and match.top.base == "conj":  # « s'est rendu à Moscou et y a été reçu »
            found.subjects = _subjects_of_row(match.top)
        found.objects = [each for each in found.objects if each not in found.subjects]
    elif found.passive and _calls_upon(match):
        found.passive, found.objects = False, []
        found.subjects = [antecedent(each) for each in surface_subjects(match.top)]
    elif found.passive and _has_object(match.top):
        found.passive, found.objects = False, match.top.all("obj")
        found.subjects = _subjects_of_row(match.top)
    elif not found.passive and _is_hurt(match):
        found.passive, found.objects, found.subjects = True, found.subjects, []
    elif found.passive and (beside := _right_before(match.top)) is not None:
        found.objects = [beside]
    matched = set(match.tokens)
    for noun in match.nouns:
        below = arguments(noun)
        if not verbal_head(match.top):
            found.subjects.extend(each for each in below.subjects if each not in matched)
        found.obliques.extend((name, each) for name, each in below.obliques if each not in matched or name in _BETWEEN)
        found.complements.extend(each for each in below.complements if each not in matched)
    found.objects = [each for each in found.objects if each not in matched]
    found.obliques = [(name, each) for name, each in found.obliques if each not in matched or name in _BETWEEN]
    return found


def _is_hurt(match: Match) -> bool:
    """Whether a participle that seems an adjective tells what was done to its subject: "two men were wounded and …"."""
    top, frame = match.top, match.pattern.frame
    cop = top.first("cop")
    force = isinstance(frame, Frame) and frame.type in (EventType.ASSAULT, EventType.COERCE)
    return force and top.pos == "ADJ" and cop is not None and cop not in match.tokens and "VERB" in match.pattern.pos


def _right_before(participle: Token) -> Token | None:
    """The noun right before a participle that narrows it, wherever the tree has hung it ("23 Sahrawis accused of")."""
    if participle.base not in ("advcl", "acl") or participle.i == participle.sentence.start:
        return None
    if participle.first("aux", "aux:pass", "nsubj", "nsubj:pass", "mark") is not None:
        return None
    before = participle.parse.tokens[participle.i - 1]
    return before if before.pos in ("NOUN", "PROPN") and before.base != "compound" else None


def _set_behind(verb: Token) -> Token | None:
    """The noun that a participle behind a comma tells of, where the tree makes it one more deed of the subject ("urged
    Algiers to free the reporter, sentenced to two years")."""
    tokens, done_to = verb.parse.tokens, clause_words(verb.parse.lang).done_to
    if verb.base != "conj" or verb.lemma.lower() not in done_to or verb.i - 2 < verb.sentence.start:
        return None
    noun = tokens[verb.i - 2]
    alone = verb.first("aux", "aux:pass", "obj", "nsubj", "nsubj:pass", "cc") is None and tokens[verb.i - 1].text == ","
    while noun.base == "flat" and noun.head is not None:
        noun = noun.head
    return noun if alone and noun.pos in ("NOUN", "PROPN") and noun is not verb.head else None


def _calls_upon(match: Match) -> bool:
    """Whether a participle alone is in truth the past of a verb that has its other side under a preposition.

    "The ministry called on Delhi to …": as a passive it would have nobody behind the preposition.
    """
    verb, places = match.top, match.pattern.frame.recipient
    if verb.first("aux", "aux:pass", "obj") is not None or verb.lower.endswith("ing"):
        return False
    if verb.lemma.lower() in clause_words(verb.parse.lang).done_to:  # "…, sentenced to two years"
        return False
    led = [name for name in match.pattern.with_ if name in places]
    behind = verb.parse.tokens[verb.i + 1 : verb.i + 2]
    return bool(led) and bool(behind) and behind[0].lower in led


def _has_object(verb: Token) -> bool:
    """Whether a participle that seems a passive belongs to an active row (« a suspendu X, fermé les ports »)."""
    nouns = [each for each in verb.all("obj") if each.i > verb.i and each.pos == "NOUN"]
    if verb.head is None or verb.head.i > verb.i or (verb.base in ("acl", "amod") and not _behind_comma(verb)):
        return False
    return verb.parse.lang == "fr" and bool(nouns) and verb.first("aux", "case", "mark") is None


def _subjects_of_row(participle: Token) -> list[Token]:
    """The subjects of the verb that carries the auxiliary of a row of participles."""
    first = next((each for each in participle.ancestors() if is_verb(each) and each.first("aux", "nsubj")), participle)
    return [antecedent(each) for each in surface_subjects(first)]


def verbal_head(top: Token) -> bool:
    """Whether the top is a verb or a predicate with a copula."""
    return is_verb(top) or top.first("cop") is not None


def _states(match: Match) -> bool:
    """Whether the pattern is about a state (« être prêt », « disposé »): its subject is then no target.

    A doer, or force, makes it a passive (« être condamné à … par un tribunal »).
    """
    frame = match.pattern.frame
    forced = isinstance(frame, Frame) and frame.type in _FORCE and match.top.first("aux:pass") is not None
    if forced or match.top.first("obl:agent") is not None:
        return False
    words = clause_words(match.top.parse.lang).be
    return any(word in match.pattern.head.words for word in words) or "ADJ" in match.pattern.pos


def _climbed(token: Token, frame: Frame | Intent, who: Who) -> tuple[str, ...]:
    """The doer of the governing clause, for a verb form that has no subject of its own and none that is an actor."""
    if "subject" not in frame.actor or token.morph.get("VerbForm") not in ("Inf", "Part", "Ger") or is_passive(token):
        return ()
    finite = any(each.is_("VerbForm", "Fin") for each in token.all("aux"))
    if any(antecedent(each) is not each or (finite and each.pos == "NOUN") for each in token.all("nsubj")):
        return ()
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
    beside = _right_before(governor)
    return [beside] if beside is not None else found.objects or found.subjects


def _nominal(match: Match, frame: Frame | Intent, scene: Scene) -> Roles:
    noun, who = match.top, scene.who
    found = _pooled(match)
    verb = supporting_verb(noun)
    if verb is not None and noun.base == "obj" and _flees(verb, scene.line):
        verb = None
    carried = next((each for each in noun.all("acl") if _carries(each)), None)
    named = _named(match, frame, found, scene)
    both = _between([each for name, each in found.obliques if name in _BETWEEN and each.head is noun], scene)
    actors = both if len(both) > 1 else named if frame.actor[:1] != ("subject",) else ()
    actors = actors or ids_of(found.subjects, who, inner=True)
    actors = actors or ascribed(noun, scene)
    if not actors and verb is not None and _only_tells(verb, noun, scene.line):
        actors = _own_doers(noun, frame, who)
        verb = None if noun.head is not verb or _behind_comma(noun) else verb
    if not actors and _is_of_another(noun, frame, scene.line):
        actors = ids_of(found.oblique(*_GENITIVE), who, inner=True)
    undergone = verb is not None and noun.base == "obj" and _is_undergone(verb, scene.line)
    carries = verb is not None and not brings_about(verb, noun) and not undergone and "subject" in frame.actor
    if not actors and frame.of is Of.ACTOR and noun.base == "obj":  # "welcomes Hamas's readiness": Hamas is ready
        actors = ids_of(owners(noun), who, inner=True)
    if not actors and verb is not None and carries and (noun.base != "nsubj" or is_carrier(verb, noun)):
        actors = ids_of(logical_subjects(verb), who, inner=True)
    if not actors and carried is not None and is_passive(carried):
        actors = ids_of(logical_subjects(carried), who, inner=True) or ids_of(
            agents_after(carried, scene.line), who, inner=False
        )
    if not actors:
        actors = ids_of(agents_after(match.tokens[-1], scene.line)[:1], who, inner=False)
    owned = _owned(noun, match.nouns, frame, who)
    if verb is not None:
        extra = arguments(verb)
        found.obliques.extend(extra.obliques)
        if noun.base == "nsubj" and not extra.passive:
            found.objects.extend(extra.objects)
    genitive = ids_of(found.oblique(*_GENITIVE), who, inner=True)
    of = _names(noun, found, frame, scene.line)
    if not actors and of is not Of.RECIPIENT:
        actors = ids_of(_weapons(match, scene.line), who, inner=False)
    if not actors:
        actors = (
            owned
            or (genitive if of is Of.ACTOR else ())
            or _between(found.oblique(*_BETWEEN), scene)
            or _between(phrases_after(noun, _BETWEEN, scene.line), scene)
            or named
        )
    victims = ids_of(logical_subjects(verb), who, inner=True) if verb is not None and undergone else ()
    recipients = _others(victims, actors) or in_places(frame.recipient, match, found, scene, actors)
    if not recipients and of is Of.RECIPIENT:
        recipients = genitive
    if not recipients:
        barred = ("object", "de", "à") if actors else ("object", "de", "à", "en", "dans")
        places = tuple(spelled(each) for each in frame.recipient if each not in barred)
        recipients = ids_of(phrases_after(match.tokens[-1], places, scene.line), who, inner=False)[:1]
    recipients = recipients or owned or _undergoer(match, frame, who)
    speaker = spoken_of(noun, scene.line) if verb is None else None
    if speaker is not None and not actors and _is_own(noun, frame, scene.line):
        actors = ids_of(logical_subjects(speaker), who, inner=True)
    meets = isinstance(frame, Frame) and frame.type is EventType.CONSULT
    on_the_way = circumstance(noun, scene.line) if meets and verb is None and not actors else None
    if on_the_way is not None:
        actors = ids_of(logical_subjects(on_the_way), who, inner=True)
    supported = any(each is not None for each in (verb, carried, speaker, on_the_way))
    return Roles(actors, _others(recipients, actors), supported, found)


def _names(noun: Token, found: Arguments, frame: Frame | Intent, line: Line) -> Of:
    """Whom « de X » names: whoever suffers it where the noun is of that kind, but forces and rulers do it (« la
    répression de l'armée », « le bombardement du régime »)."""
    classes = line.lexicon.classes
    suffered = line.words(noun) & classes.get("suffered", frozenset())
    wielders = classes.get("wielder", frozenset())
    if line.words(noun) & classes.get("wielded", frozenset()):
        done = any(line.words(each) & wielders for each in found.oblique(*_GENITIVE))
        return Of.ACTOR if done else Of.RECIPIENT
    return Of.RECIPIENT if suffered else frame.of


def _weapons(match: Match, line: Line) -> list[Token]:
    """The arms or police that a matched noun names, whose side does it (« une attaque de drones ukrainiens », « la
    descente de police »)."""
    frame, classes = match.pattern.frame, line.lexicon.classes
    if isinstance(frame, Intent) or frame.type not in _FORCE:
        return []
    arms = frozenset().union(*(classes.get(name, frozenset()) for name in ("aircraft", "weapons", "police")))
    return [each for each in match.nouns if line.words(each) & arms]


def _named(match: Match, frame: Frame | Intent, found: Arguments, scene: Scene) -> tuple[str, ...]:
    """The doers of a nominal deed in the places that its frame names, but for the subject of a verb."""
    both = _between(found.oblique(*_BETWEEN), scene) if "entre" in frame.actor else ()
    places = [each for each in frame.actor if each not in ("subject", "matched")]
    return both or in_places(places, match, found, scene)


def _flees(verb: Token, line: Line) -> bool:
    """Whether a verb's subject only flees, fears or watches the deed that is its object ("to escape the fighting")."""
    return not line.words(verb).isdisjoint(line.lexicon.classes.get("fleeing", frozenset()))


def _is_undergone(verb: Token, line: Line) -> bool:
    """Whether a deed that is the verb's object is done to its subject (« a reçu la visite de X »)."""
    return not line.words(verb).isdisjoint(line.lexicon.classes.get("undergo", frozenset()))


def circumstance(noun: Token, line: Line) -> Token | None:
    """The verb whose subject made a visit or held talks before or while it did what the verb tells.

    « À l'issue d'une visite à Rome, le président a … », « en déplacement à Paris, il a … ».
    """
    name, before = line.link(noun)
    words = line.lexicon.classes.get("circumstance", frozenset())
    if name not in words and (before is None or before.lemma.lower() not in words):
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


def _carries(verb: Token) -> bool:
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


def _is_own(noun: Token, frame: Frame | Intent, line: Line) -> bool:
    """Whether a deed that somebody speaks of is by its nature or its wording the speaker's own.

    « A démenti un contact avec Washington », « a nié toute livraison d'armes ».
    """
    shared = isinstance(frame, Frame) and frame.type in (EventType.CONSULT, EventType.COOPERATE)
    whole = line.lexicon.classes.get("whole", frozenset())
    return shared or any(line.words(each) & whole for each in noun.all("det", "amod"))


def _only_tells(verb: Token, noun: Token, line: Line) -> bool:
    """Whether the verb that carries a deed of violence speaks of it rather than does it: "announced an attack by X"."""
    classes = line.lexicon.classes
    violent = any(line.words(noun) & classes.get(name, frozenset()) for name in ("attack", "war"))
    return violent and noun.base == "obj" and bool(line.words(verb) & classes.get("telling", frozenset()))


def _own_doers(noun: Token, frame: Frame | Intent, who: Who) -> tuple[str, ...]:
    """Whose a deed is by its own phrase: its owner, or « de X » where that names the doer."""
    genitive = below_under(noun, _GENITIVE) if frame.of is Of.ACTOR else []
    return ids_of(owners(noun), who, inner=False) or ids_of(genitive, who, inner=False)


def _behind_comma(noun: Token) -> bool:
    """Whether a comma stands before a noun phrase: it then explains what is told before."""
    first = min([noun.i, *(each.i for each in noun.children if each.base in ("det", "amod", "nummod"))])
    return first > 0 and noun.parse.tokens[first - 1].text == ","


def _is_of_another(noun: Token, frame: Frame | Intent, line: Line) -> bool:
    """Whether the verb above only deals with the deed of somebody else: « se prononcer sur la demande de X », « se sont
    réunis à la demande de X »."""
    if isinstance(frame, Intent) and frame.act is Act.DEMAND and line.link(noun)[0] in _AT and noun.base == "obl":
        return True
    return frame.of is Of.ACTOR and line.link(noun)[0] in line.lexicon.classes.get("barred", frozenset())


def _between(phrases: list[Token], scene: Scene) -> tuple[str, ...]:
    """Both sides of « entre X et Y », the second one wherever the tree has put it."""
    return ids_of([each for phrase in phrases for each in pair(phrase, scene.line)], scene.who, inner=True)


def is_carrier(verb: Token | None, noun: Token) -> bool:
    """Whether the nominal deed is the passive subject of its light verb (« une visite a été effectuée par X »)."""
    return verb is not None and noun.base == "nsubj" and is_passive(verb)


def _owned(noun: Token, nouns: list[Token], frame: Frame | Intent, who: Who) -> tuple[str, ...]:
    tokens = [each for part in (noun, *nouns) for each in owners(part)]
    if frame.of is Of.NONE:  # « le rejet de leurs candidatures » is not theirs
        tokens = [each for each in tokens if not _possessive(each) or each in owners(noun)]
    if frame.of is Of.RECIPIENT and not any(below_under(part, _GENITIVE) for part in (noun, *nouns)):
        tokens = [each for each in tokens if not _possessive(each)]
    return ids_of(tokens, who, inner=False)


def _possessive(token: Token) -> bool:
    return token.pos == "DET" or token.rel == "nmod:poss"


def _undergoer(match: Match, frame: Frame | Intent, who: Who) -> tuple[str, ...]:
    """Whose undoing a noun tells by a possessive alone (« son arrestation », "the minister's arrest")."""
    if frame.of is not Of.RECIPIENT:
        return ()
    return ids_of(
        [each for part in (match.top, *match.nouns) for each in owners(part) if _possessive(each)], who, inner=False
    )


def _others(ids: tuple[str, ...], taken: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in ids if each not in taken)
