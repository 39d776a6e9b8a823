"""What is missing: the nouns (« la date et le lieu ») or the question (« où … ») that a phrase names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from selon.extract.gaps.words import GapWords
from selon.model.ontology import Missing
from selon.parse.clause import chain_up, is_verb
from selon.parse.tree import Parse, Token

# How far a first noun, the next of a list, and a question may stand from the phrase: « le nombre exact de », lists of
# three with what they belong to between them, one clause.
_FIRST, _NEXT, _CLAUSE = 5, 10, 30
# The commas of an aside in a question stand so near.
_ASIDE = 12
# So many words before a noun stands the one that it is joined to: « le nombre et les noms ».
_NEAR = 7
# Question words so long that an infinitive behind them is no way: « ce qui a pu pousser », but « comment réagir ».
_WAY = 3
_STOPS = frozenset(".;:!?»”)")
_SMALL = frozenset(("DET", "ADJ", "ADP", "ADV", "CCONJ", "NUM"))


@dataclass(frozen=True, slots=True)
class Named:
    """What is missing by its words: tokens [start, end), and those that may name the event meant, the best first."""

    missing: tuple[Missing, ...]
    start: int
    end: int
    about: tuple[Token, ...]


def named_after(parse: Parse, at: int, words: GapWords, *, plain: bool, broad: bool) -> Named | None:
    """What the words from token `at` on ask for or name; `plain`: « si » asks nothing; `broad`: towns and months name a
    place and a time too."""
    where = {word: each for word, each in words.asked_nouns.items() if each in (Missing.PLACE, Missing.TIME)}
    nouns = {**where, **words.nouns} if broad else words.nouns
    return _question(parse, at, words, plain=plain) or _listed(parse, at, nouns, words)


def named_inside(parse: Parse, start: int, end: int, words: GapWords) -> Named | None:
    """What the last noun of the phrase itself names, and one joined to it: « n'a donné aucun calendrier »."""
    named = words.asked_nouns
    found: list[Token] = []
    for token in parse.tokens[start:end]:
        if token.lower in named:
            between = parse.tokens[found[-1].i + 1 : token.i] if found else ()
            listed = any(words.has("list", each.lower) for each in between)
            found = [*found, token] if listed else [token]
    if not found:
        return None
    near = parse.tokens[max(found[0].i - 4, found[0].sentence.start) : found[0].i]
    joined = [i for i, each in enumerate(near) if words.has("list", each.lower)]
    if joined and joined[-1] > 0 and near[joined[-1] - 1].lower in named:
        found.insert(0, near[joined[-1] - 1])
    while end + 2 < found[-1].sentence.end and words.has("list", parse.tokens[end].lower):
        also = next((each for each in parse.tokens[end + 1 : end + 4] if each.lower in named), None)
        if also is None:
            break
        found.append(also)
        end = also.i + 1
    missing = tuple(dict.fromkeys(named[each.lower] for each in found))
    return Named(missing, min(start, found[0].i), end, _owners(found[-1], found[-1].sentence.end, words))


def named_before(predicate: Token, first: int, words: GapWords) -> Named | None:
    """What the subject of a predicate names or asks; `first` is the token where the phrase begins."""
    question = _asked_before(predicate.parse, first, words) or _fronted(predicate.parse, first, words)
    if question is not None:
        return question
    for noun in _subjects(predicate, first):
        names = words.asked_nouns if _is_antecedent(noun, first) else words.nouns
        if noun.lower in names and not _belongs(noun, first):
            tokens = [token for token in noun.subtree() if token.i < first]
            listed = {*noun.conjuncts(), *_coordinated(noun, first, words), *_neither(noun, first, words)}
            heads = [each for each in listed if each.lower in names and each.i < first]
            heads.sort(key=lambda each: each.i)
            if tokens and heads:
                missing = tuple(dict.fromkeys(names[each.lower] for each in heads))
                start = min(_lead(noun), *(_lead(each) for each in heads))
                missing = _place_named(
                    noun.parse.tokens[max(start - 3, noun.sentence.start) : start], noun, missing, words
                )
                return Named(missing, start, first, _owners(heads[-1], first, words))
    return None


def named_back(predicate: Token, first: int, words: GapWords) -> Named | None:
    """What a pronoun of the phrase takes up: a question right before, in the sentence or as the one before it, else the
    last noun before it that names such a thing: « Combien sont morts ? L'armée refuse de le dire. »"""
    sentence = predicate.sentence
    question = _asked_before(predicate.parse, first, words) or _fronted(predicate.parse, first, words)
    if question is not None:
        return question
    before = predicate.parse.sentences[sentence.i - 1].tokens if sentence.i else ()
    if before and before[-1].text == "?":
        asked = _asked(predicate.parse, before[0].i, before[-1].i, words)
        return (
            None
            if asked is None
            else Named((asked,), first, first, tuple(each for each in before if each.pos == "NOUN"))
        )
    noun = next(
        (each for each in reversed(sentence.tokens[: first - sentence.start]) if each.lower in words.nouns), None
    )
    return None if noun is None else Named((words.nouns[noun.lower],), first, first, _owners(noun, first, words))


def _asked_before(parse: Parse, first: int, words: GapWords) -> Named | None:
    """A question as the subject: "Who fired the rocket is not known"; no « il », "it" stands before the phrase."""
    begin = parse.tokens[first].sentence.start
    if first > begin and parse.tokens[first - 1].pos == "PRON" and first - begin > 2:
        return None
    stops = [i for i in range(begin, first) if parse.tokens[i].text in _STOPS or parse.tokens[i].text == ","]
    opens = [
        i for i in range(begin, first) if any(words.has(name, parse.tokens[i].lower) for name in ("list", "opens"))
    ]
    at = max(stops, default=begin - 1) + 1
    leads = {at, at + 1} if parse.tokens[at].pos in ("ADV", "CCONJ") else {at}
    for start in sorted({*leads, *(each + 1 for each in opens)}, reverse=True):
        asked = _asked(parse, start, first, words) if max(stops, default=-1) < start < first else None
        if asked is not None and asked is not Missing.CONFIRMATION:
            about = tuple(token for token in parse.tokens[start:first] if token.pos in ("VERB", "NOUN"))
            joined = start - begin > 1 and words.has("list", parse.tokens[start - 1].lower)
            other = _asked(parse, start - 2, first, words) if joined else None  # « où et quand »
            both = (asked,) if other is None else (other, asked)
            return Named(both, start if other is None else start - 2, first, about)
    return None


def _fronted(parse: Parse, first: int, words: GapWords) -> Named | None:
    """What stands in front: « Du lieu de la rencontre, rien n'a été dit », « Sur le motif, pas un mot »."""
    begin = parse.tokens[first].sentence.start
    back = range(first - 1, max(first - _NEAR, begin), -1)
    comma = next((i for i in back if parse.tokens[i].text in (",", ":")), None)
    if comma is None:
        return None
    asked = _asked(parse, begin, comma, words)
    if asked is not None:
        return Named((asked,), begin, first, tuple(each for each in parse.tokens[begin:comma] if each.pos == "NOUN"))
    fronted = words.has("front", parse.tokens[begin].lower)
    near = parse.tokens[begin : min(begin + 5, comma)] if fronted else []
    noun = next((token for token in near if token.lower in words.nouns), None)
    return None if noun is None else Named((words.nouns[noun.lower],), begin, first, _owners(noun, comma, words))


def _place_named(
    before: Sequence[Token], noun: Token, missing: tuple[Missing, ...], words: GapWords
) -> tuple[Missing, ...]:
    """What is missing: where a place has no name, the place (« une prison dont le nom n'a pas été communiqué »)."""
    if not before or not words.has("whose", before[-1].lower) or not words.has("name_noun", noun.lower):
        return missing
    places = [each for each in before[:-1] if words.asked_nouns.get(each.lower) is Missing.PLACE]
    return (Missing.PLACE,) if places else missing


def _coordinated(noun: Token, first: int, words: GapWords) -> list[Token]:
    """The nouns before token `first` that a list word joins to the noun by the order of the words (« ni la date »)."""
    tokens = noun.parse.tokens
    behind = [
        token
        for token in tokens[noun.i + 1 : first]
        if token.lower in words.nouns and any(words.has("list", each.lower) for each in tokens[token.i - 2 : token.i])
    ]
    near = tokens[max(noun.i - _NEAR, noun.sentence.start) : noun.i]
    joined = any(words.has("list", each.lower) and each.text != "," for each in near[-3:])
    return [*(each for each in near if joined and each.lower in words.nouns), *behind]


def _neither(noun: Token, first: int, words: GapWords) -> list[Token]:
    """The nouns before token `first` right behind « ni », "neither … nor", however far apart."""
    tokens = noun.parse.tokens
    marks = [i for i in range(noun.sentence.start, first) if words.has("neither", tokens[i].lower)]
    behind = [
        next((each for each in tokens[i + 1 : min(i + 4, first)] if each.lower in words.nouns), None) for i in marks
    ]
    return [each for each in behind if each is not None] if len(marks) > 1 else []


def _is_antecedent(noun: Token, first: int) -> bool:
    """Whether token `first` stands in the noun's relative clause: « un pays tiers, que personne n'a nommé »."""
    return any(child.base == "acl" and any(each.i == first for each in child.subtree()) for child in noun.children)


def _belongs(noun: Token, first: int) -> bool:
    """Whether a noun stands behind a preposition and is no subject: « dans des conditions … »; not where the phrase
    stands in its relative clause: "to a place that officials declined to disclose"."""
    if _is_antecedent(noun, first):
        return False
    return any(child.base == "case" and child.i < noun.i for child in noun.children) and noun.base != "nsubj"


def _lead(noun: Token) -> int:
    """Where the noun's phrase begins, with article and adjectives."""
    before = [child for child in noun.children if child.i < noun.i]
    owners = [each.i for child in before if child.has_rel("nmod:poss") for each in child.subtree()]
    return min([noun.i, *owners, *(child.i for child in before if child.has_rel("det", "amod", "nummod"))])


def _subjects(predicate: Token, first: int) -> Iterator[Token]:
    """The subject by the tree, through a relative pronoun to what it stands for; else the nouns before the phrase."""
    for token in chain_up(predicate):
        found = token.first("nsubj", "csubj")
        if found is not None and found.i < first:
            yield found
        if token.base == "acl" and token.head is not None and token.head.i < first:
            yield token.head
        if found is not None or (is_verb(token) and token is not predicate):
            break
    yield from _nouns_before(predicate.parse, first)


def _nouns_before(parse: Parse, first: int) -> Iterator[Token]:
    """The nouns of the clause before the phrase, the first one first, without a verb between."""
    found: list[Token] = []
    sentence = parse.tokens[first].sentence
    for i in range(first - 1, sentence.start - 1, -1):
        token = parse.tokens[i]
        if token.text in _STOPS or token.text == "," or (is_verb(token) and token.morph.get("VerbForm") != "Part"):
            break
        if token.pos == "NOUN":
            found.append(token)
    yield from reversed(found)


def _question(parse: Parse, at: int, words: GapWords, *, plain: bool) -> Named | None:
    """« où », « qui est derrière », « quelle date » within a few words of `at`, with its clause."""
    sentence = parse.tokens[at - 1].sentence
    at = _behind_day(parse, at, words)
    for i in range(at, min(at + 3, sentence.end)):
        if parse.tokens[i].text in _STOPS or words.has("of", parse.tokens[i].lower):
            missing = _asked(parse, i, sentence.end, words) or _asked_of(parse, i, sentence.end, words)
            if missing is None:
                return None
        else:
            missing = _taken_up(parse, i, words) or _asked(parse, i, sentence.end, words)
        if missing is not None and not (plain and missing is Missing.CONFIRMATION):
            end = _questions_end(parse, _clause_end(parse, i, sentence.end), sentence.end, words)
            inside = parse.tokens[i + 1 : end]
            about = [each for each in inside if each.pos in ("VERB", "NOUN") and each.lower not in words.nouns]
            asked = (_whether(missing, inside, words), *_asked_too(parse, i, end, words))
            return Named(tuple(dict.fromkeys(asked)), i, end, tuple(about))
        if parse.tokens[i].pos in ("NOUN", "VERB", "PROPN") and i >= at:
            return None
    return None


def _whether(missing: Missing, inside: Sequence[Token], words: GapWords) -> Missing:
    """What is asked for: whether there were any dead asks for their number, whether somebody lives for a fate."""
    if missing is not Missing.CONFIRMATION:
        return missing
    if any(words.has("fate", each.lower) for each in inside[:5]):
        return Missing.NATURE
    return Missing.NUMBER if any(words.has("toll", each.lower) for each in inside) else missing


def _behind_day(parse: Parse, at: int, words: GapWords) -> int:
    """The first token from `at` on that is no day: « On ignorait lundi combien », "unclear on Monday how many"."""
    end = parse.tokens[at - 1].sentence.end
    return next((i for i in range(at, end) if not words.has("day", parse.tokens[i].lower)), end)


def _asked(parse: Parse, i: int, end: int, words: GapWords) -> Missing | None:
    first = parse.tokens[i].lower
    for wording, missing in words.asked:
        if (
            wording[0] == first
            and tuple(token.lower for token in parse.tokens[i : min(i + len(wording), end)]) == wording
        ):
            return None if len(wording) < _WAY and _is_way(parse, i + len(wording), end) else missing
    if words.has("which", parse.tokens[i].lower) and not any(_is_way(parse, k, end) for k in (i + 2, i + 3)):
        nouns = (words.asked_nouns.get(token.lower) for token in parse.tokens[i + 1 : min(i + 4, end)])
        return next((each for each in nouns if each is not None), Missing.NATURE)
    return None


def _taken_up(parse: Parse, i: int, words: GapWords) -> Missing | None:
    """What the noun before « lequel » names: « en lieu sûr, sans qu'on sache lequel »."""
    if not words.has("takes_up", parse.tokens[i].lower):
        return None
    before = parse.tokens[parse.tokens[i].sentence.start : i]
    return next((words.asked_nouns[each.lower] for each in reversed(before) if each.lower in words.asked_nouns), None)


def _asked_of(parse: Parse, i: int, end: int, words: GapWords) -> Missing | None:
    """What « quel » asks for behind a preposition: « vers quelle garnison », « dans quel état »."""
    return _asked(parse, i + 1, end, words) if i + 1 < end and words.has("which", parse.tokens[i + 1].lower) else None


def _asked_too(parse: Parse, i: int, end: int, words: GapWords) -> list[Missing]:
    """What is asked or named besides: « où ni quand », « où ils étaient détenus ni dans quelles circonstances », "when,
    where or the number"."""
    found: list[Missing] = []
    for k in range(i + 1, end - 1):
        if words.has("list", parse.tokens[k].lower):
            nouns = (words.nouns.get(each.lower) for each in parse.tokens[k + 1 : min(k + 3, end)])
            asked = _asked(parse, k + 1, end, words) or next((each for each in nouns if each is not None), None)
            found += [asked] if asked is not None else []
    return found


def _is_way(parse: Parse, i: int, end: int) -> bool:
    """Whether an infinitive follows: « ne sait comment réagir », "not know how to", which ask for no fact."""
    following = parse.tokens[i] if i < end else None
    return following is not None and (following.lower == "to" or following.is_("VerbForm", "Inf"))


def _questions_end(parse: Parse, end: int, stop: int, words: GapWords) -> int:
    """Where the last of several questions ends: "don't know who made it, who set it off or why"."""
    while end + 1 < stop and parse.tokens[end].text == "," and _asked(parse, end + 1, stop, words) is not None:
        end = _clause_end(parse, end + 1, stop)
    return end


def _clause_end(parse: Parse, start: int, end: int) -> int:
    """Where a question's clause ends; an aside between commas before its verb is in it: "why the man, a baker, ran"."""
    last = min(start + _CLAUSE, end)
    tokens = parse.tokens
    i = start + 1
    while i < last and tokens[i].text not in _STOPS:
        if tokens[i].text == ",":
            closes = next((k for k in range(i + 1, min(i + _ASIDE, last)) if tokens[k].text == ","), None)
            if closes is None or any(is_verb(each) for each in tokens[start + 1 : i]):
                return i
            i = closes
        i += 1
    return i


def _listed(parse: Parse, at: int, nouns: Mapping[str, Missing], words: GapWords) -> Named | None:
    """The nouns after `at`: the first within a few words, others coordinated with it."""
    found: list[Token] = []
    sentence = parse.tokens[at - 1].sentence
    since, joined = 0, True
    for token in parse.tokens[_behind_day(parse, at, words) : sentence.end]:
        since += 1
        if token.text in _STOPS or since > (_NEXT if found else _FIRST):
            break
        if token.lower in nouns and joined and not _is_topic(token, words):
            found.append(token)
            since, joined = 0, False
        elif words.has("list", token.lower):
            joined = True
        elif is_verb(token) and token.morph.get("VerbForm") != "Part":
            break
        elif token.pos in ("NOUN", "PROPN") and (joined or not found):
            if not found and not (token.base == "compound" and token.head and token.head.lower in nouns):
                break
            joined = False if found else joined
    if not found:
        return None
    missing = tuple(dict.fromkeys(nouns[each.lower] for each in found))
    last = found[-1].i + 1
    last += last < sentence.end and parse.tokens[last].lower in nouns
    return Named(missing, found[0].i, last, _owners(found[-1], sentence.end, words))


def _is_topic(token: Token, words: GapWords) -> bool:
    """Whether a noun only takes up what is talked of: « s'exprimer sur le sujet », « à ce sujet »."""
    if not words.has("topic", token.lower):
        return False
    behind = token.parse.tokens[token.i + 1] if token.i + 1 < token.sentence.end else None
    return behind is None or not words.has("of", behind.lower)


def _owners(noun: Token, end: int, words: GapWords) -> tuple[Token, ...]:
    """The nouns that what is missing belongs to, with what is told of them: « la date de l'attaque », « le nombre de
    personnes arrêtées »."""
    found: list[Token] = []
    for i in range(noun.i + 1, min(noun.i + 9, end)):
        token = noun.parse.tokens[i]
        participle = token.is_("VerbForm", "Part") and bool(found)
        if token.text in _STOPS or token.text == "," or (is_verb(token) and not participle):
            break
        if participle or (token.pos in ("NOUN", "PROPN") and token.lower not in words.nouns):
            found.append(token)
    return tuple(found)
