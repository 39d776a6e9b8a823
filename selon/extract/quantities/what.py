"""What a count says of an event: by its noun, by what is done to the counted, by the kind of event."""

from collections.abc import Iterator, Sequence

from selon.extract.quantities.belong import _T
from selon.extract.quantities.clauses import CASUALTIES, STEPS, in_clause, verb_behind
from selon.extract.quantities.count import Count
from selon.extract.quantities.words import QuantityWords
from selon.model.ontology import EventType, QuantityOf
from selon.parse.clause import chain_up, is_passive, is_verb
from selon.parse.tree import Token

_BEHIND = 6
_OUTCOME_WITHIN = 9
# What speaks for itself wherever it is counted; other nouns are counted for what is done to them.
_PLAIN = CASUALTIES | {QuantityOf.MONEY}
# What people are left: "left eight rebels dead", "left 65 people homeless".
_LEFT = CASUALTIES | {QuantityOf.DISPLACED}
# What is destroyed, not killed: « abattre dix drones ».
_THINGS = frozenset((QuantityOf.VEHICLES, QuantityOf.WEAPONS))
# What is done to people who are held or sent away; things are not, and « un homme » is counted.
_HELD = frozenset((
    QuantityOf.ARRESTED, QuantityOf.KIDNAPPED, QuantityOf.EXPELLED, QuantityOf.RELEASED, QuantityOf.SENTENCED,
))  # fmt: skip
# What only people are: tonnes are sent and films draw money too.
_OF_PEOPLE = frozenset((QuantityOf.TROOPS, QuantityOf.PARTICIPANTS, QuantityOf.SENTENCED, QuantityOf.RELEASED))


def what_of(count: Count, head: Token, type_: EventType, words: QuantityWords) -> QuantityOf | None:
    """What a count says of an event: by the noun, by what is done to it, or by the kind of event."""
    noun = count.noun
    named = words.nouns.get(noun.lower) or words.nouns.get(noun.lemma.lower())
    sentenced = words.verbs.get(words.lemma(head)) is QuantityOf.SENTENCED
    around = _around(count, words) if named not in CASUALTIES and not sentenced else None
    named = around or named
    if around in _HELD:
        return around
    if count.money or named in _PLAIN:
        return QuantityOf.MONEY if count.money else named
    if count.article and _is_led(count, words):
        return None
    done = _done(count, head, words)
    if done in CASUALTIES and (named in _THINGS or (count.bare and _hits_things(head, words))):
        done = QuantityOf.DESTROYED
    if done in _HELD and named in _THINGS:
        return named
    if done is not None and not (count.article and (done not in CASUALTIES | _HELD or not _is_people(noun, words))):
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
    if (became := _became(count, words)) is not None:
        return became
    for token in parse.tokens[count.noun.i + 1 : min(count.noun.i + _BEHIND, sentence.end)]:
        joined = parse.tokens[token.i - 1].pos == "CCONJ"
        if token.pos in ("ADJ", "VERB") and words.nouns.get(token.lower) in _LEFT and not joined:
            return words.nouns[token.lower]
        if joined and token.pos == "ADJ":
            break
        if token.pos in ("VERB", "AUX", "ADP", "PUNCT"):
            break
    return None


def _became(count: Count, words: QuantityWords) -> QuantityOf | None:
    """What became of counted people, by words behind them: "hacked 14 people to death", « chassées de chez elles »."""
    parse, start = count.noun.parse, count.noun.i + 1
    if not (_is_people(count.noun, words) or _is_name(count.noun)):
        return None
    before = " ".join(
        each.lower for each in parse.tokens[max(count.first - 3, count.noun.sentence.start) : count.first]
    )
    behind = _without_part(parse.tokens[start : min(start + _OUTCOME_WITHIN, count.noun.sentence.end)], words)
    stop = next((i for i, each in enumerate(behind) if each.text in ",;:—" or each.pos == "SCONJ"), len(behind))
    said = f" {before} | {' '.join(each.lower for each in behind[:stop])} "
    return next((what for phrase, what in words.outcomes.items() if f" {phrase} " in said), None)


def _without_part(behind: Sequence[Token], words: QuantityWords) -> Sequence[Token]:
    """The words behind the counted without what between commas tells of some of them: ", 35 of them children,"."""
    if not behind or behind[0].text != ",":
        return behind
    shut = next((i for i, each in enumerate(behind[1:], start=1) if each.text == ","), None)
    said = f" {' '.join(each.lower for each in behind[1:shut])} " if shut is not None else ""
    part = any(f" {phrase} " in said for phrase in (*words.parts, *words.subsets))
    return behind[shut + 1 :] if part and shut is not None else behind


def _done(count: Count, head: Token, words: QuantityWords) -> QuantityOf | None:
    """What is done to the counted, or what they do: by a verb beside them, by the nearest verb or deed above."""
    noun = count.noun
    people = count.bare or _is_people(noun, words) or noun.lower in words.others or _is_name(noun)
    for token in (*_beside(count, words), *list(chain_up(noun))[1:STEPS]):
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


def _is_led(count: Count, words: QuantityWords) -> bool:
    """Whether one person stands under a preposition: nothing is done to « un responsable » behind « selon »."""
    before = count.noun.parse.tokens[count.first - 1] if count.first > count.noun.sentence.start else None
    return before is not None and before.pos == "ADP" and before.lower not in words.of


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
    if (verb := verb_behind(count.noun, words)) is not None:
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
    if any(each.lower in words.felled for each in token.all("compound", "advmod", "prt")) and not _is_people(
        noun, words
    ):
        return QuantityOf.DESTROYED if lemma in words.verbs else None
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
    if not in_clause(noun, head):
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
