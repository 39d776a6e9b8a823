"""Which counts belong to an event, and what they count there."""

from collections.abc import Iterator, Mapping

from selon.extract.quantities.count import Count
from selon.extract.quantities.words import QuantityWords
from selon.model.ontology import EventType, QuantityOf
from selon.parse.clause import chain_up, is_passive, is_verb
from selon.parse.tree import Token

_STEPS = 7
_FAR = 12
_BEHIND = 6
_CASUALTIES = frozenset((QuantityOf.KILLED, QuantityOf.WOUNDED, QuantityOf.MISSING))
# What speaks for itself wherever it is counted; other nouns are counted for what is done to them.
_PLAIN = _CASUALTIES | {QuantityOf.MONEY}
# What people are left: "left eight rebels dead", "left 65 people homeless".
_LEFT = _CASUALTIES | {QuantityOf.DISPLACED}
# What is destroyed, not killed: « abattre dix drones ».
_THINGS = frozenset((QuantityOf.VEHICLES, QuantityOf.WEAPONS))
# What is done to people who are held or sent away; things are not, and « un homme » is counted.
_HELD = frozenset((QuantityOf.ARRESTED, QuantityOf.KIDNAPPED, QuantityOf.EXPELLED, QuantityOf.RELEASED))
# What only people are: tonnes are sent and films draw money too.
_OF_PEOPLE = frozenset((QuantityOf.TROOPS, QuantityOf.PARTICIPANTS, QuantityOf.SENTENCED, QuantityOf.RELEASED))
_T = EventType
_FORCE = frozenset((_T.ASSAULT, _T.COERCE, _T.PROTEST))
_MOVES = frozenset((_T.MOBILIZE, _T.RETREAT, _T.AID, _T.COOPERATE, _T.ASSAULT, _T.COERCE, _T.AGREE, _T.THREATEN))
# The types of event to which what is counted can belong; money to any.
_OF: Mapping[QuantityOf, frozenset[EventType]] = {
    QuantityOf.KILLED: _FORCE,
    QuantityOf.WOUNDED: _FORCE,
    QuantityOf.MISSING: _FORCE,
    QuantityOf.ARRESTED: frozenset((_T.ASSAULT, _T.COERCE, _T.SANCTION)),
    QuantityOf.DISPLACED: _FORCE | {_T.RETREAT},
    QuantityOf.RELEASED: frozenset((_T.RETREAT, _T.AID, _T.AGREE, _T.CONCEDE, _T.COOPERATE)),
    QuantityOf.KIDNAPPED: _FORCE,
    QuantityOf.PARTICIPANTS: frozenset((_T.PROTEST,)),
    QuantityOf.TROOPS: _MOVES,
    QuantityOf.VEHICLES: _MOVES,
    QuantityOf.WEAPONS: _MOVES,
    QuantityOf.DESTROYED: _FORCE,
    QuantityOf.EXPELLED: frozenset((_T.COERCE, _T.SANCTION, _T.REJECT)),
    QuantityOf.SENTENCED: frozenset((_T.COERCE, _T.SANCTION)),
}


def suits(what: QuantityOf, type_: EventType) -> bool:
    """Whether such a number can belong to an event of this type: nobody is killed in a talk."""
    return type_ in _OF.get(what, (type_,))


def belongs(noun: Token, what: QuantityOf, head: Token, words: QuantityWords) -> bool:
    """Whether a counted noun is an argument of the event, or of the verb that carries a nominal event."""
    carriers = _carriers(head, what, words)
    verb = _verb_behind(noun, words)
    own = words.verbs.get(words.lemma(head))
    if verb is not None and verb is not head and (what not in _CASUALTIES or own is what):
        return verb in carriers
    if _is_of_other_deed(noun, head, words):
        return False
    if what in _CASUALTIES and _is_in_relative(noun, head, words):
        return True
    later = head.base == "conj" or (verb is not None and verb.i < head.i)
    if later and own in _CASUALTIES and what in _CASUALTIES and own is not what:
        return False
    for token in list(chain_up(noun))[:_STEPS]:
        if token is head or token in carriers:
            return True
        if _ends_clause(token, head, what, words):
            break
    return _in_clause(noun, head)


def _is_of_other_deed(noun: Token, head: Token, words: QuantityWords) -> bool:
    """Whether the counted are the object of a deed of its own beside the event: "stormed the building, killed two and
    led their chief away"; not where it tells the event's outcome ("attacked a village, killing two")."""
    deed = next((each for each in chain_up(noun) if is_verb(each) and each is not noun), None)
    if deed is None or deed is head or not is_verb(head) or words.lemma(deed) not in words.verbs:
        return False
    own = deed.base == "conj" and deed.is_("VerbForm", "Fin") and deed.head is head
    return own or (head.base == "conj" and head.head in (deed, deed.head))


def _is_in_relative(noun: Token, head: Token, words: QuantityWords) -> bool:
    """Whether the counted stand in a relative clause that tells the toll of a deed told by a noun before, whatever the
    tree hangs the clause on: « l'attentat d'Arlit, dans le nord du Niger, qui a fait vingt morts », "the attack on the
    school, in which ten pupils died"; not what others in the phrase did: « l'attaque de rebelles qui ont tué … »."""
    if is_verb(head) or not head.i < noun.i:
        return False
    clause = next((each for each in chain_up(noun) if is_verb(each) and each is not noun), None)
    tokens = head.parse.tokens
    between = tokens[head.i + 1 : noun.i]
    opens = [each for each in between if each.is_("PronType", "Rel") or each.lower in words.relative]
    if clause is None or not opens or opens[0].i > clause.i:
        return False
    if any(is_verb(each) and each.is_("VerbForm", "Fin") for each in tokens[head.i + 1 : opens[0].i]):
        return False
    return opens[0].lower in words.where or words.lemma(clause) not in words.verbs


def _verb_behind(noun: Token, words: QuantityWords) -> Token | None:
    """The verb of which a noun is the subject by the order of the words: « six personnes ont été interpellées »."""
    tokens, end = noun.parse.tokens, noun.sentence.end
    if noun.i + 1 >= end or tokens[noun.i + 1].pos != "AUX":
        return None
    behind = tokens[noun.i + 2 : min(noun.i + 6, end)]
    return next((each for each in behind if each.pos == "VERB" or words.is_deed(each)), None)


def _carriers(head: Token, what: QuantityOf, words: QuantityWords) -> list[Token]:
    """The verb that a nominal event is told with; for the dead and wounded also one that it is the circumstance of.

    « une attaque a fait dix morts », « dix soldats ont été tués dans une attaque ».
    """
    if head.head is None or head.base not in ("nsubj", "obj", "obl", "nmod", "conj") or is_verb(head):
        return []
    found = [head.head] if head.base in ("nsubj", "obj", "obl") else []
    for token in list(head.ancestors())[:4] if what in _CASUALTIES else ():
        lemma = words.lemma(token)
        if lemma in words.doing or lemma in words.verbs:
            return [*found, token]
        if is_verb(token):
            break
    return found


def _ends_clause(token: Token, head: Token, what: QuantityOf, words: QuantityWords) -> bool:
    """Whether a token heads a clause of its own, in which others than the event are told.

    « dix personnes ont été tuées et vingt blessées »: the wounded belong to the same event, but more killed would not.
    """
    if token.base in ("ccomp", "csubj", "parataxis", "root"):
        return True
    if token.base == "acl":
        return token.head is not head
    if token.base == "conj" and is_verb(token):
        same = words.verbs.get(words.lemma(head), what) is what
        return token.first("nsubj") is not None and (what not in _CASUALTIES or same)
    finite = token.first("aux") is not None or token.morph.get("VerbForm") not in ("Part", "Ger", None)
    return token.base == "advcl" and finite


def _in_clause(noun: Token, head: Token) -> bool:
    """By the order of the words: nothing between the trigger and the noun begins another clause."""
    first, last = sorted((noun.i, head.i))
    between = noun.parse.tokens[first + 1 : last]
    if last - first > _FAR or noun.sentence_i != head.sentence_i:
        return False
    if sum(each.text == "," for each in between) % 2:
        return False
    return not any(each.pos in ("VERB", "SCONJ") or (each.pos == "PUNCT" and each.text != ",") for each in between)


def what_of(count: Count, head: Token, type_: EventType, words: QuantityWords) -> QuantityOf | None:
    """What a count says of an event: by the noun, by what is done to it, or by the kind of event."""
    noun = count.noun
    named = words.nouns.get(noun.lower) or words.nouns.get(noun.lemma.lower())
    named = named if named in _CASUALTIES else _around(count, words) or named
    if count.money or named in _PLAIN:
        return QuantityOf.MONEY if count.money else named
    done = _done(count, head, words)
    if done in _CASUALTIES and (named in _THINGS or (count.bare and _hits_things(head, words))):
        done = QuantityOf.DESTROYED
    if done in _HELD and named in _THINGS:
        return named
    if done is not None and not (count.article and (done not in _CASUALTIES | _HELD or not _is_people(noun, words))):
        return done
    if count.article:
        return None
    if named is QuantityOf.PARTICIPANTS or (type_ is _T.PROTEST and _is_people(noun, words)):
        return QuantityOf.PARTICIPANTS if type_ is _T.PROTEST else None
    if type_ is _T.MOBILIZE and _is_people(noun, words):
        return QuantityOf.TROOPS
    return named if named is not None and not count.bare else None


def _around(count: Count, words: QuantityWords) -> QuantityOf | None:
    """What words before or behind say: « a coûté la vie à quatre soldats », "left eight rebels and a soldier dead"."""
    parse, sentence = count.noun.parse, count.noun.sentence
    before = " ".join(token.lower for token in parse.tokens[max(count.first - 3, sentence.start) : count.first])
    if before in words.idioms:
        return words.idioms[before]
    for token in parse.tokens[count.noun.i + 1 : min(count.noun.i + _BEHIND, sentence.end)]:
        joined = parse.tokens[token.i - 1].pos == "CCONJ"
        if token.pos in ("ADJ", "VERB") and words.nouns.get(token.lower) in _LEFT and not joined:
            return words.nouns[token.lower]
        if joined and token.pos == "ADJ":
            break
        if token.pos in ("VERB", "AUX", "ADP", "PUNCT"):
            break
    return None


def _done(count: Count, head: Token, words: QuantityWords) -> QuantityOf | None:
    """What is done to the counted, or what they do: by a verb beside them, by the nearest verb or deed above."""
    noun = count.noun
    people = count.bare or _is_people(noun, words) or noun.lower in words.others or _is_name(noun)
    for token in (*_beside(count, words), *list(chain_up(noun))[1:_STEPS]):
        if _speaks(noun, token, words):
            return None
        behind = token.i == noun.i + 1 and (token.is_("VerbForm", "Part") or token.pos == "ADJ")
        found = words.verbs.get(words.lemma(token)) if behind else _by_verb(count, token, words)
        if found is not None:
            return found if people or found not in _OF_PEOPLE else None
        if token is head:
            break
    return (
        None
        if _by_agent(count, words) or _is_circumstance(count, words) or not people
        else _by_order(noun, head, words)
    )


def _hits_things(head: Token, words: QuantityWords) -> bool:
    """Whether what the deed is done to are weapons or vehicles: « dix drones ont été neutralisés, dont deux ici »."""
    objects = [each for child in head.all("nsubj" if is_passive(head) else "obj") for each in child.conjuncts()]
    return any((words.nouns.get(each.lower) or words.nouns.get(each.lemma.lower())) in _THINGS for each in objects)


def _speaks(noun: Token, verb: Token, words: QuantityWords) -> bool:
    """Whether the counted stand behind a verb of speech that follows what they say: « …, ont indiqué deux soldats »."""
    lemma = words.lemma(verb)
    if not is_verb(verb) or noun.i < verb.i or lemma in words.doing or lemma in words.verbs:
        return False
    first = min([verb.i, *(each.i for each in verb.all("aux", "expl"))])
    return first > verb.sentence.start and verb.parse.tokens[first - 1].text in (",", "»", '"', "”")


def _beside(count: Count, words: QuantityWords) -> Iterator[Token]:
    """The verb right before the count (« a blessé vingt autres ») or the participle right behind (« dix tués »)."""
    parse, sentence = count.noun.parse, count.noun.sentence
    first, last = count.first, count.noun.i + 1
    if first > sentence.start and words.lemma(parse.tokens[first - 1]) in words.verbs:
        yield parse.tokens[first - 1]
    if last < sentence.end and words.lemma(parse.tokens[last]) in words.verbs:
        yield parse.tokens[last]
    if (verb := _verb_behind(count.noun, words)) is not None:
        yield verb


def _by_verb(count: Count, token: Token, words: QuantityWords) -> QuantityOf | None:
    noun, lemma = count.noun, words.lemma(token)
    if lemma in words.acts and token.pos == "NOUN":
        return words.acts[lemma]
    phrase = f"{lemma} {' '.join(each.lower for each in token.parse.tokens[token.i + 2 : token.i + 3])}"
    if phrase in words.doing and noun.i < token.i:
        return words.doing[phrase]
    if noun.i < token.i and (_is_subject(noun, token) or token.i - noun.i > 1):
        if lemma in words.doing:
            return words.doing[lemma]
        if not _passive(token, words):
            return None
    if lemma not in words.verbs or _by_agent(count, words) or _is_circumstance(count, words):
        return None
    return words.verbs[lemma]


def _is_circumstance(count: Count, words: QuantityWords) -> bool:
    """Whether the counted stand under a preposition that is not of the number: « dans une embuscade »."""
    tokens, first = count.noun.parse.tokens, count.noun.sentence.start
    before = [token.lower for token in tokens[max(count.first - 4, first) : count.first]]
    leader = count.noun.head if count.noun.base == "conj" else None
    if leader is not None and any(each.lower in words.circumstances for each in leader.all("case")):
        return True
    return any(" ".join(before[-size:]) in words.circumstances for size in range(1, len(before) + 1))


def _by_order(noun: Token, head: Token, words: QuantityWords) -> QuantityOf | None:
    """Where the tree is of no help: the trigger's own meaning for the people counted beside it."""
    lemma = words.lemma(head)
    if not _in_clause(noun, head):
        return None
    if noun.i < head.i:
        return words.doing.get(lemma) or (words.verbs.get(lemma) if _passive(head, words) else None)
    return words.verbs.get(lemma) or words.acts.get(lemma)


def _is_subject(noun: Token, verb: Token) -> bool:
    """Whether the noun, or what it is a part of or coordinated with, is the subject of the verb."""
    return any(token.base == "nsubj" and token.head is verb for token in chain_up(noun))


def _passive(verb: Token, words: QuantityWords) -> bool:
    before = verb.parse.tokens[max(verb.i - 3, verb.sentence.start) : verb.i]
    return is_passive(verb) or any(each.lower in words.passive for each in before)


def _by_agent(count: Count, words: QuantityWords) -> bool:
    """Whether the counted do it: « par deux hommes », "by two men"."""
    for token in reversed(count.noun.parse.tokens[max(count.first - 3, count.noun.sentence.start) : count.first]):
        if token.lower in words.agent:
            return True
        if token.pos in ("PUNCT", "VERB", "NOUN", "AUX"):
            return False
    return False


def _is_people(noun: Token, words: QuantityWords) -> bool:
    return noun.lemma.lower() in words.people or noun.lower in words.people


def _is_name(noun: Token) -> bool:
    """« trois Palestiniens »."""
    return noun.text[:1].isupper()
