"""Questions that leave something open: « où ils sont détenus », « qui est derrière »."""

from collections.abc import Sequence

from selon.extract.gaps.named import STOPS, Named
from selon.extract.gaps.words import GapWords
from selon.model.ontology import Missing
from selon.parse.clause import is_verb
from selon.parse.tree import Parse, Token

# So many tokens a question has at most.
_CLAUSE = 30
# The commas of an aside in a question stand so near.
_ASIDE = 12
# Question words so long that an infinitive behind them is no way: « ce qui a pu pousser », but « comment réagir ».
_WAY = 3


def question_after(parse: Parse, at: int, words: GapWords, *, plain: bool) -> Named | None:
    """« où », « qui est derrière », « quelle date » within a few words of `at`, with its clause."""
    sentence = parse.tokens[at - 1].sentence
    at = behind_day(parse, at, words)
    for i in range(at, min(at + 3, sentence.end)):
        if parse.tokens[i].text in STOPS or words.has("of", parse.tokens[i].lower):
            missing = asked_at(parse, i, sentence.end, words) or _asked_of(parse, i, sentence.end, words)
            if missing is None:
                return None
        else:
            missing = _taken_up(parse, i, words) or asked_at(parse, i, sentence.end, words)
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


def behind_day(parse: Parse, at: int, words: GapWords) -> int:
    """The first token from `at` on that is no day: « On ignorait lundi combien », "unclear on Monday how many"."""
    end = parse.tokens[at - 1].sentence.end
    return next((i for i in range(at, end) if not words.has("day", parse.tokens[i].lower)), end)


def asked_at(parse: Parse, i: int, end: int, words: GapWords) -> Missing | None:
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
    return asked_at(parse, i + 1, end, words) if i + 1 < end and words.has("which", parse.tokens[i + 1].lower) else None


def _asked_too(parse: Parse, i: int, end: int, words: GapWords) -> list[Missing]:
    """What is asked or named besides: « où ni quand », « où ils étaient détenus ni dans quelles circonstances », "when,
    where or the number"."""
    found: list[Missing] = []
    for k in range(i + 1, end - 1):
        if words.has("list", parse.tokens[k].lower):
            nouns = (words.nouns.get(each.lower) for each in parse.tokens[k + 1 : min(k + 3, end)])
            asked = asked_at(parse, k + 1, end, words) or next((each for each in nouns if each is not None), None)
            found += [asked] if asked is not None else []
    return found


def _is_way(parse: Parse, i: int, end: int) -> bool:
    """Whether an infinitive follows: « ne sait comment réagir », "not know how to", which ask for no fact."""
    following = parse.tokens[i] if i < end else None
    return following is not None and (following.lower == "to" or following.is_("VerbForm", "Inf"))


def _questions_end(parse: Parse, end: int, stop: int, words: GapWords) -> int:
    """Where the last of several questions ends: "don't know who made it, who set it off or why"."""
    while end + 1 < stop and parse.tokens[end].text == "," and asked_at(parse, end + 1, stop, words) is not None:
        end = _clause_end(parse, end + 1, stop)
    return end


def _clause_end(parse: Parse, start: int, end: int) -> int:
    """Where a question's clause ends; an aside between commas before its verb is in it: "why the man, a baker, ran"."""
    last = min(start + _CLAUSE, end)
    tokens = parse.tokens
    i = start + 1
    while i < last and tokens[i].text not in STOPS:
        if tokens[i].text == ",":
            closes = next((k for k in range(i + 1, min(i + _ASIDE, last)) if tokens[k].text == ","), None)
            if closes is None or any(is_verb(each) for each in tokens[start + 1 : i]):
                return i
            i = closes
        i += 1
    return i
