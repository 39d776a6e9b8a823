"""English asides in the plain order: "…, police said Monday.", by the order of words."""

from selon.extract.attribution.around import BEFORE, Aside, end_of, is_mark, stop, tells_itself
from selon.extract.attribution.cues import Cue, leading
from selon.extract.attribution.kinds import Who, may_speak
from selon.extract.attribution.surface import OWNS, is_finite, is_relative
from selon.extract.attribution.words import Use, lexicon
from selon.parse.tree import Token

# A relative clause between a speaker and his verb has at most so many tokens.
_RELATIVE = 20
# « (MSF) » has at most so many tokens.
_BRACKET = 6


def _opens_with_participle(opening: list[Token]) -> bool:
    """Whether a sentence opens with a clause of the speaker's ("Asked about the deal, X said"), not with an attribute
    ("Suspected rebels killed …")."""
    first, second = opening[0], opening[-1]
    if first.pos != "VERB" or first.base == "amod" or first.first("nsubj") is not None:
        return False
    led = first.lower.endswith("ed") and second.pos in ("ADP", "SCONJ", "PRON", "ADV", "PART", "PUNCT")
    return led or (first.lower.endswith("ing") and second.lower not in ("of", "has", "have", "is", "was", "will"))


def _with_others(start: int, verb: int, cue: Cue, who: Who) -> int:
    """Where a list of speakers begins ("a local councillor, | a priest and two teachers said")."""
    tokens, first = cue.main.parse.tokens, cue.main.sentence.start
    if not any(token.lower == "and" for token in tokens[start:verb]):
        return start
    while start - 1 > first and tokens[start - 1].text == ",":
        before = next((i for i in range(start - 2, first, -1) if tokens[i].text in BEFORE), first)
        chunk = tokens[before + 1 : start - 1]
        nominal = bool(chunk) and all(each.pos in ("DET", "ADJ", "NUM", "NOUN", "PROPN") for each in chunk)
        if before == first or not nominal or not (may_speak(chunk[-1]) or who(chunk[-1])):
            return start
        start = before + 1
    return start


def plain_order(cue: Cue, who: Who) -> Aside | None:
    """English: "…, police said Monday." with the subject before the verb and nothing said behind it."""
    tokens, sentence = cue.main.parse.tokens, cue.main.sentence
    if not _ends_behind(cue):
        return None
    verb = _before_relative(_before_apposition(_verb_group(cue), cue), cue)
    start = _with_others(_region(cue, verb), verb, cue, who)
    region = tokens[start:verb]
    while (
        region and region[0].pos in ("CCONJ", "ADV") and region[0].lower in ("and", "but", "or", "so", "also", "later")
    ):
        region = region[1:]
    nominal = any(token.pos in ("NOUN", "PROPN", "PRON") or token.base == "nsubj" for token in region)
    nominal = nominal or (len(region) > 1 and region[0].pos == "DET")
    if start == sentence.start or not nominal or _opens_with_participle(tokens[sentence.start : sentence.start + 2]):
        return None
    marked = is_mark(tokens[start - 1]) or _closes(cue)
    if not marked or not _is_phrase(region):
        return None
    end = stop(cue)
    resumes = (
        end + 1 < sentence.end
        and tokens[end].text == ","
        and any(each.pos in ("VERB", "AUX") for each in tokens[end : sentence.end])
    )
    ends = is_mark(tokens[start - 1]) and (_closes(cue) or end >= sentence.end - 1)
    if not (ends or resumes or tells_itself(tokens[sentence.start : start])):
        return None
    heads = _heads(region, cue)
    if _only_manner(cue) and not any(may_speak(head) or who(head) for head in heads):
        return None
    return Aside(cue, start, end_of(cue, heads), tuple(heads), (region[0].i, verb))


def _only_manner(cue: Cue) -> bool:
    """Whether a verb says something only by its manner or its "that" ("talks would | go on")."""
    return all(entry.id in ("speech", "find") for entry in cue.verb.entries)


def _verb_group(cue: Cue) -> int:
    """The first token of the verb with its auxiliaries and adverbs ("has also said")."""
    tokens, i = cue.main.parse.tokens, (leading(cue) or cue.first).i
    while i > cue.main.sentence.start and tokens[i - 1].pos in ("AUX", "ADV", "PART"):
        i -= 1
    return i


def _before_apposition(verb: int, cue: Cue) -> int:
    """Where the speaker's name ends: before a function between commas (« NAME, a police official, told X »)."""
    tokens, start = cue.main.parse.tokens, cue.main.sentence.start
    if verb - 1 <= start or tokens[verb - 1].text != ",":
        return verb
    for i in range(verb - 2, max(verb - 25, start), -1):
        if tokens[i].text == "," or tokens[i].text in ('"', "”", "’"):
            named = tokens[i].text == "," and tokens[i - 1].pos in ("PROPN", "NOUN")
            return i if named else verb
        if _is_predicate(tokens[i]) and not any(each.lower in ("who", "which") for each in tokens[i - 3 : i]):
            return verb
    return verb


def _before_relative(verb: int, cue: Cue) -> int:
    """Where the speaker's name ends: before a relative clause between it and the verb ("a diplomat who took part
    said")."""
    tokens, start = cue.main.parse.tokens, cue.main.sentence.start
    for i in range(verb - 1, max(verb - _RELATIVE, start), -1):
        if tokens[i].text in BEFORE:
            return verb
        if tokens[i].lower in ("who", "whose") and tokens[i - 1].pos in ("NOUN", "PROPN"):
            return i
    return verb


def _is_phrase(region: list[Token]) -> bool:
    """Whether words between a mark and a verb are a noun phrase: no clause, no conjunction before it, no
    preposition."""
    if region[0].pos in ("SCONJ", "CCONJ", "VERB", "ADP", "AUX") or is_relative(region[0]):
        return False
    return not any(token.pos == "SCONJ" or _is_predicate(token) for token in region)


def _region(cue: Cue, verb: int) -> int:
    """Where the subject before the verb begins: behind the last mark, or behind a time where the comma is left out; a
    name and a function between commas are one."""
    tokens, sentence = cue.main.parse.tokens, cue.main.sentence
    words = lexicon(cue.main.parse.lang)
    i = verb
    while i > sentence.start and not is_mark(tokens[i - 1]) and not _is_predicate(tokens[i - 1]):
        if words.is_(tokens[i - 1], Use.TIME) and tokens[i - 1].pos == "PROPN" and i < verb:
            return i
        i = _before_bracket(tokens, i - 1)
    return _with_name(tokens, i, sentence.start)


def _is_predicate(token: Token) -> bool:
    """Whether a word is a finite verb, and no participle that a tagger takes for one ("a diplomat | briefed on the
    talks said", "people | close to the talks said")."""
    behind = token.parse.tokens[token.i + 1 : token.i + 2]
    lead = token.parse.tokens[token.i - 1] if token.i > token.sentence.start else None
    reduced = bool(behind) and behind[0].pos == "ADP" and token.pos == "VERB" and lead is not None
    reduced = reduced and lead is not None and lead.pos in ("NOUN", "PROPN") and not token.lower.endswith("s")
    named = token.text[0].isupper() and token.i > token.sentence.start
    return is_finite(token) and not reduced and not named


def _before_bracket(tokens: list[Token], i: int) -> int:
    """The token before the bracket that ends at a token; the token itself where none does."""
    if tokens[i].text != ")":
        return i
    return next((j for j in range(i - 1, max(i - _BRACKET, -1), -1) if tokens[j].text == "("), i)


def _with_name(tokens: list[Token], i: int, start: int) -> int:
    """Before « a spokesman for X » between commas: the name before it, where there is one."""
    if i - 1 <= start or tokens[i - 1].text != "," or tokens[i].pos != "DET":
        return i
    j = i - 1
    while j > start and tokens[j - 1].pos == "PROPN":
        j -= 1
    named = j < i - 1 and tokens[j - 1].text in BEFORE and i - 1 - j <= 4
    return j if named else i


def _heads(region: list[Token], cue: Cue) -> list[Token]:
    """The subject's heads: by relation to the verb where it begins the region, else by the order of words."""
    by_tree = [token for token in region if token.base == "nsubj" and token.head is cue.main and token.pos != "DET"]
    found: list[Token] = []
    led = False
    for i, token in enumerate(region):
        if token.pos == "ADP" or token.is_("VerbForm", "Part"):
            led = True
        elif token.lower in ("and", "or", ","):
            led = led and token.lower == ","
        elif token.pos in ("NOUN", "PROPN", "PRON") and not led:
            following = region[i + 1] if i + 1 < len(region) else None
            if following is not None and following.lower in OWNS:  # "the family's | lawyer"
                continue
            if following is None or following.pos not in ("NOUN", "PROPN", "NUM"):
                found.append(token)
    joined = any(token.lower == "and" for token in region)
    return found[: 3 if joined else 1] or by_tree or region[-1:]


def _ends_behind(cue: Cue) -> bool:
    """Whether nothing that could be said stands between the verb and the next mark: times, places, the one told."""
    words = lexicon(cue.main.parse.lang)
    tell = any(entry.id == "tell" for entry in cue.verb.entries)
    following = cue.main.parse.tokens[cue.last.i + 1].lower if cue.last.i + 1 < cue.main.sentence.end else ""
    if following in ("to", "on", "with") and any(entry.id == "agree" for entry in cue.verb.entries):
        return False  # "they agreed on a truce"
    behind = cue.main.parse.tokens[cue.last.i + 1 : stop(cue)]
    for i, token in enumerate(behind):
        if _opens_circumstance(token) or (i and _opens_relative(token)):
            return True
        if token.pos in ("SCONJ", "AUX") or (token.pos == "VERB" and token.is_("VerbForm", "Fin")):
            return False
        free = token.pos in ("NOUN", "PROPN", "PRON") and not words.is_(token, Use.TIME)
        if free and not tell and not any(each.pos == "ADP" or words.is_(each, Use.TIME) for each in behind[:i]):
            return False
    return True


def _opens_circumstance(token: Token) -> bool:
    """Whether a clause begins that tells when somebody speaks ("said | as he left the palace"), not « described as a
    victory »."""
    rest = token.parse.tokens[token.i + 1 : min(token.i + 5, token.sentence.end)]
    clause = any(is_finite(each) for each in rest) or (bool(rest) and rest[0].lower.endswith(("ing", "ed")))
    return lexicon(token.parse.lang).is_(token, Use.WHILE) and clause


def _opens_relative(token: Token) -> bool:
    """Whether a relative clause begins ("said in a statement | that was read by an aide"), and no content."""
    behind = token.parse.tokens[token.i + 1 : token.i + 2]
    return token.lower in ("that", "which", "who") and bool(behind) and is_finite(behind[0])


def _closes(cue: Cue) -> bool:
    """Whether the verb ends the sentence, but for a time (« … Sunday sources on both sides said. »)."""
    words = lexicon(cue.main.parse.lang)
    rest = cue.main.parse.tokens[cue.last.i + 1 : cue.main.sentence.end]
    when = next((i for i, token in enumerate(rest) if _opens_circumstance(token)), None)
    if when is not None:
        rest = rest[:when]
    return all(token.pos in ("PUNCT", "ADP", "ADV") or words.is_(token, Use.TIME) for token in rest)
