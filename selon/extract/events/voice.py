"""The arguments of a match, where the tree has its voice wrong set right: a match comes in, its subjects, objects and
phrases go out, those of the nouns below it among them.
"""

from selon.extract.events.frames import Frame
from selon.extract.events.match import Match
from selon.model.ontology import EventType
from selon.parse.clause import Arguments, antecedent, arguments, clause_words, is_verb, surface_subjects
from selon.parse.tree import Token
from selon.parse.treewords import tree_words

_FORCE = (EventType.ASSAULT, EventType.COERCE, EventType.SANCTION)
_STOPS = (".", "!", "?")
# Places of frames that only say where, and whence somebody is put.
_WHERE = frozenset({"in", "at", "near", "from"})
_BETWEEN = ("entre", "between")


def pooled(match: Match) -> Arguments:
    """The arguments of the top, with those of the matched nouns below it."""
    found = _in_voice(match)
    matched = set(match.tokens)
    found.objects.extend(_behind_particle(match, found))
    for noun in match.nouns:
        below = arguments(noun)
        found.subjects.extend(each for each in below.subjects if each not in matched and not _verbal_head(match.top))
        found.obliques.extend(below.obliques)
        found.complements.extend(each for each in below.complements if each not in matched)
    found.objects = [each for each in found.objects if each not in matched]
    found.obliques = [(name, each) for name, each in found.obliques if each not in matched or name in _BETWEEN]
    return found


def _in_voice(match: Match) -> Arguments:
    """The arguments of the top, in the voice that its words and its pattern tell, whatever the tree makes of it."""
    found = arguments(match.top)
    if (undergoer := _set_behind(match.top)) is not None:
        found.passive, found.objects, found.subjects = True, [undergoer], []
    elif not found.passive:
        if _is_hurt(match) or _is_headline(match) or _shares_passive(match):
            found.passive, found.objects, found.subjects = True, found.subjects, []
    elif _states(match):
        subjects = _own_subjects(match.top)
        if not subjects and match.top.base == "conj":  # « s'est rendu à Moscou et y a été reçu »
            subjects = _subjects_of_row(match.top)
        found.passive, found.subjects = False, subjects
        found.objects = [each for each in found.objects if each not in subjects]
    elif _is_undergone(match):
        agent = clause_words(match.top.parse.lang).agent[0]
        found.obliques.extend((agent, each) for each in found.subjects)
        found.passive, found.subjects, found.objects = False, found.objects, []
    elif _calls_upon(match):
        found.passive, found.objects, found.subjects = False, [], _own_subjects(match.top)
    elif _has_object(match.top):
        found.passive, found.objects, found.subjects = False, match.top.all("obj"), _subjects_of_row(match.top)
    elif (beside := right_before(match.top)) is not None:
        found.objects = [beside]
    return found


def _is_undergone(match: Match) -> bool:
    """Whether a frame has whom it happens to for its subject, and who does it behind « par »."""
    frame = match.pattern.frame
    return "subject" in frame.recipient and "subject" not in frame.actor


def _own_subjects(verb: Token) -> list[Token]:
    """The subjects of a verb as they stand there, relative pronouns by what they stand for."""
    return [antecedent(each) for each in surface_subjects(verb)]


def _behind_particle(match: Match, found: Arguments) -> list[Token]:
    """The object of a verb whose matched particle the tree takes for a preposition before it: "bailed out Minsk"."""
    if found.passive or found.objects or not is_verb(match.top):
        return []
    led = [each.head for each in match.tokens if each.rel == "case" and each.head is not None]
    return [
        each for each in led if each.base in ("obl", "nmod") and each.head is match.top and each not in match.tokens
    ]


def _verbal_head(top: Token) -> bool:
    """Whether the top is a verb or a predicate with a copula."""
    return is_verb(top) or top.first("cop") is not None


def _is_hurt(match: Match) -> bool:
    """Whether a participle that seems an adjective tells what was done to its subject: "two men were wounded and …"."""
    top, frame = match.top, match.pattern.frame
    cop = top.first("cop")
    force = isinstance(frame, Frame) and frame.type in (EventType.ASSAULT, EventType.COERCE)
    return force and top.pos == "ADJ" and cop is not None and cop not in match.tokens and "VERB" in match.pattern.pos


def _is_headline(match: Match) -> bool:
    """Whether a past form alone, in an English headline, tells what was done to its subject: "Kuwait invaded in raid".

    Headlines tell what somebody does in the present, and leave out the auxiliary of the passive.
    """
    verb, places = match.top, match.pattern.frame.recipient
    past = verb.pos == "VERB" and verb.is_("Tense", "Past") and verb.first("nsubj") is not None
    if not past or verb.parse.lang != "en" or "object" not in places or verb.sentence.tokens[-1].text in _STOPS:
        return False
    led = [each for each in match.pattern.with_ if each in places]  # "clashed with"
    if led or verb.first("iobj", "expl") is not None or verb.base not in ("root", "conj") or _is_aimed(match):
        return False
    return _may_be_undergone(verb)


def _is_aimed(match: Match) -> bool:
    """Whether a phrase behind a verb has the particle of the verb, or a preposition of its frame, before it: "sealed
    off the West Bank", "cracked down on the opposition"."""
    marks = [each for phrase in match.top.all("obl", "nmod") if phrase.i > match.top.i for each in phrase.all("case")]
    places = {*match.pattern.frame.recipient} - _WHERE
    return any(each in match.tokens or each.lower in places for each in marks)


def _shares_passive(match: Match) -> bool:
    """Whether a past form shares the auxiliary of the passive before it: "was found and accused of plotting"."""
    verb, first = match.top, match.top.head
    if verb.parse.lang != "en" or verb.base != "conj" or first is None or not verb.is_("Tense", "Past"):
        return False
    alone = verb.first("nsubj", "nsubj:pass") is None and "object" in match.pattern.frame.recipient
    return alone and first.first("aux:pass") is not None and _may_be_undergone(verb)


def _may_be_undergone(verb: Token) -> bool:
    """Whether an English past form without auxiliary and object may be what is done to somebody."""
    if verb.first("aux", "obj", "ccomp") is not None:
        return False
    lemma, words = verb.lemma.lower(), clause_words("en")
    alone = lemma in tree_words("en").intransitive or (verb.first("xcomp") and lemma in words.subject_control)
    return not alone and verb.lower != lemma


def right_before(participle: Token) -> Token | None:
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
    if verb.base == "conj" and verb.head is not None and verb.head.first("aux:pass") is not None:
        return False  # "was found and warned against talks"
    led = [name for name in match.pattern.with_ if name in places]
    behind = verb.parse.tokens[verb.i + 1 : verb.i + 2]
    return bool(led) and bool(behind) and behind[0].lower in led


def _has_object(verb: Token) -> bool:
    """Whether a participle that seems a passive belongs to an active row (« a suspendu X, fermé les ports »)."""
    nouns = [each for each in verb.all("obj") if each.i > verb.i and each.pos == "NOUN"]
    if verb.head is None or verb.head.i > verb.i or (verb.base in ("acl", "amod") and not behind_comma(verb)):
        return False
    return verb.parse.lang == "fr" and bool(nouns) and verb.first("aux", "case", "mark") is None


def _subjects_of_row(participle: Token) -> list[Token]:
    """The subjects of the verb that carries the auxiliary of a row of participles."""
    first = next((each for each in participle.ancestors() if is_verb(each) and each.first("aux", "nsubj")), participle)
    return _own_subjects(first)


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


def behind_comma(noun: Token) -> bool:
    """Whether a comma stands before a noun phrase: it then explains what is told before."""
    first = min([noun.i, *(each.i for each in noun.children if each.base in ("det", "amod", "nummod"))])
    return first > 0 and noun.parse.tokens[first - 1].text == ","
