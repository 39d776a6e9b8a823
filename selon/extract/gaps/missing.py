"""What is missing: the nouns (« la date et le lieu ») or the question (« où … ») that a phrase names."""

from collections.abc import Mapping, Sequence

from selon.extract.gaps.named import STOPS, Named, owners
from selon.extract.gaps.question import asked_at, behind_day, question_after
from selon.extract.gaps.subject import NEAR, belongs, coordinated, is_antecedent, lead_of, neither_nor, subjects_before
from selon.extract.gaps.words import GapWords
from selon.model.ontology import Missing
from selon.parse.clause import is_verb
from selon.parse.tree import Parse, Token

# How far a first noun and the next of a list may stand from the phrase: « le nombre exact de », lists of three with
# what they belong to between them.
_FIRST, _NEXT = 5, 10


def named_after(parse: Parse, at: int, words: GapWords, *, plain: bool, broad: bool) -> Named | None:
    """What the words from token `at` on ask for or name; `plain`: « si » asks nothing; `broad`: towns and months name a
    place and a time too."""
    where = {word: each for word, each in words.asked_nouns.items() if each in (Missing.PLACE, Missing.TIME)}
    nouns = {**where, **words.nouns} if broad else words.nouns
    return question_after(parse, at, words, plain=plain) or _listed(parse, at, nouns, words)


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
    return Named(missing, min(start, found[0].i), end, owners(found[-1], found[-1].sentence.end, words))


def named_before(predicate: Token, first: int, words: GapWords) -> Named | None:
    """What the subject of a predicate names or asks; `first` is the token where the phrase begins."""
    question = _asked_before(predicate.parse, first, words) or _fronted(predicate.parse, first, words)
    if question is not None:
        return question
    for noun in subjects_before(predicate, first):
        names = words.asked_nouns if is_antecedent(noun, first) else words.nouns
        if noun.lower in names and not belongs(noun, first):
            tokens = [token for token in noun.subtree() if token.i < first]
            listed = {*noun.conjuncts(), *coordinated(noun, first, words), *neither_nor(noun, first, words)}
            heads = [each for each in listed if each.lower in names and each.i < first]
            heads.sort(key=lambda each: each.i)
            if tokens and heads:
                missing = tuple(dict.fromkeys(names[each.lower] for each in heads))
                start = min(lead_of(noun), *(lead_of(each) for each in heads))
                missing = _place_named(
                    noun.parse.tokens[max(start - 3, noun.sentence.start) : start], noun, missing, words
                )
                return Named(missing, start, first, owners(heads[-1], first, words))
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
        asked = asked_at(predicate.parse, before[0].i, before[-1].i, words)
        return (
            None
            if asked is None
            else Named((asked,), first, first, tuple(each for each in before if each.pos == "NOUN"))
        )
    noun = next(
        (each for each in reversed(sentence.tokens[: first - sentence.start]) if each.lower in words.nouns), None
    )
    return None if noun is None else Named((words.nouns[noun.lower],), first, first, owners(noun, first, words))


def _asked_before(parse: Parse, first: int, words: GapWords) -> Named | None:
    """A question as the subject: "Who fired the rocket is not known"; no « il », "it" stands before the phrase."""
    begin = parse.tokens[first].sentence.start
    if first > begin and parse.tokens[first - 1].pos == "PRON" and first - begin > 2:
        return None
    stops = [i for i in range(begin, first) if parse.tokens[i].text in STOPS or parse.tokens[i].text == ","]
    opens = [
        i for i in range(begin, first) if any(words.has(name, parse.tokens[i].lower) for name in ("list", "opens"))
    ]
    at = max(stops, default=begin - 1) + 1
    leads = {at, at + 1} if parse.tokens[at].pos in ("ADV", "CCONJ") else {at}
    for start in sorted({*leads, *(each + 1 for each in opens)}, reverse=True):
        asked = asked_at(parse, start, first, words) if max(stops, default=-1) < start < first else None
        if asked is not None and asked is not Missing.CONFIRMATION:
            about = tuple(token for token in parse.tokens[start:first] if token.pos in ("VERB", "NOUN"))
            joined = start - begin > 1 and words.has("list", parse.tokens[start - 1].lower)
            other = asked_at(parse, start - 2, first, words) if joined else None  # « où et quand »
            both = (asked,) if other is None else (other, asked)
            return Named(both, start if other is None else start - 2, first, about)
    return None


def _fronted(parse: Parse, first: int, words: GapWords) -> Named | None:
    """What stands in front: « Du lieu de la rencontre, rien n'a été dit », « Sur le motif, pas un mot »."""
    begin = parse.tokens[first].sentence.start
    back = range(first - 1, max(first - NEAR, begin), -1)
    comma = next((i for i in back if parse.tokens[i].text in (",", ":")), None)
    if comma is None:
        return None
    asked = asked_at(parse, begin, comma, words)
    if asked is not None:
        return Named((asked,), begin, first, tuple(each for each in parse.tokens[begin:comma] if each.pos == "NOUN"))
    fronted = words.has("front", parse.tokens[begin].lower)
    near = parse.tokens[begin : min(begin + 5, comma)] if fronted else []
    noun = next((token for token in near if token.lower in words.nouns), None)
    return None if noun is None else Named((words.nouns[noun.lower],), begin, first, owners(noun, comma, words))


def _place_named(
    before: Sequence[Token], noun: Token, missing: tuple[Missing, ...], words: GapWords
) -> tuple[Missing, ...]:
    """What is missing: where a place has no name, the place (« une prison dont le nom n'a pas été communiqué »)."""
    if not before or not words.has("whose", before[-1].lower) or not words.has("name_noun", noun.lower):
        return missing
    places = [each for each in before[:-1] if words.asked_nouns.get(each.lower) is Missing.PLACE]
    return (Missing.PLACE,) if places else missing


def _listed(parse: Parse, at: int, nouns: Mapping[str, Missing], words: GapWords) -> Named | None:
    """The nouns after `at`: the first within a few words, others coordinated with it."""
    found: list[Token] = []
    sentence = parse.tokens[at - 1].sentence
    since, joined = 0, True
    for token in parse.tokens[behind_day(parse, at, words) : sentence.end]:
        since += 1
        if token.text in STOPS or since > (_NEXT if found else _FIRST):
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
    return Named(missing, found[0].i, last, owners(found[-1], sentence.end, words))


def _is_topic(token: Token, words: GapWords) -> bool:
    """Whether a noun only takes up what is talked of: « s'exprimer sur le sujet », « à ce sujet »."""
    if not words.has("topic", token.lower):
        return False
    behind = token.parse.tokens[token.i + 1] if token.i + 1 < token.sentence.end else None
    return behind is None or not words.has("of", behind.lower)
