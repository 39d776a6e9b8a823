"""How far a clause that somebody says reaches behind its verb, by the order of words: trees lose its end at commas, and
take in what the writer says of it (« …, une version que Rome rejette »)."""

from selon.extract.attribution.bounds import AND, THAT, bounds
from selon.extract.attribution.cues import Cue
from selon.extract.attribution.surface import is_finite, is_inverted, says_on
from selon.extract.attribution.words import Use, lexicon
from selon.parse.clause import clause_words
from selon.parse.tree import Token

_STRONG = (";", ":", "(", ")", "—", "–", "--", ".", "!", "?", "…")
_DASHES = ("—", "–", "--")
_OPENING = ("«", "“", '"')
_BUT = ("mais", "but")
# What opens a clause that goes on with what is said: a consequence.
_SO = ("so", "donc")
# A relative clause between commas has its pronoun among so many words ("90 per cent of which was complete").
_RELATIVE = 5
_NOMINAL = ("DET", "NOUN", "PROPN", "ADP", "ADJ", "NUM")
_SMALL = ("ADV", "PART")


def reach(content: frozenset[int], cue: Cue) -> frozenset[int]:
    """The content of a clause behind its verb, less what the writer adds, with what the tree has lost of it."""
    if not content or min(content) < cue.last.i:
        return content
    content = _behind_time(content, cue)
    content |= _grown(_first_run(content), cue)
    cut = _cut(content, cue)
    return cut if len(cut) < len(content) else _grown(content, cue)


def _behind_time(content: frozenset[int], cue: Cue) -> frozenset[int]:
    """The content without the day of the saying before its subject ("said | on Thursday | they had …")."""
    tokens, i = cue.last.parse.tokens, cue.last.i + 1
    if cue.main.parse.lang != "en" or min(content) != i:
        return content
    time = lexicon("en").is_
    while i + 1 in content and (
        time(tokens[i], Use.TIME) or (tokens[i].pos == "ADP" and time(tokens[i + 1], Use.TIME))
    ):
        i += 1
    nominal = tokens[i].pos in _NOMINAL or tokens[i].pos == "PRON"
    return frozenset(each for each in content if each >= i) if nominal and not is_finite(tokens[i]) else content


def _first_run(content: frozenset[int]) -> frozenset[int]:
    """What is said without a gap from its first word on: a tree may lose a member in the middle."""
    end = min(content)
    while end in content:
        end += 1
    return frozenset(i for i in content if i < end)


def without_next(content: frozenset[int], cue: Cue) -> frozenset[int]:
    """What is charged, without a further verb of saying behind « et » (« accuse X de mentir et prévient que … »)."""
    tokens = cue.last.parse.tokens
    for i in sorted(content)[1:]:
        if tokens[i].lower in AND and i + 2 in content and tokens[i + 2].lower in THAT:
            known = lexicon(tokens[i].parse.lang).forms.get(tokens[i + 1].lower)
            if known is not None and tokens[i + 1].pos in ("VERB", "ADJ", "NOUN"):
                return frozenset(each for each in content if each < i)
    return content


def _cut(content: frozenset[int], cue: Cue) -> frozenset[int]:
    tokens = cue.last.parse.tokens
    for i in sorted(content)[1:]:
        if i + 1 not in content:
            continue
        if tokens[i].text == ":" and tokens[i + 1].text in _OPENING and _has_predicate(range(min(content), i), tokens):
            return frozenset(each for each in content if each < i)
        if tokens[i].text in _DASHES and tokens[i + 1].lower in _BUT and _has_predicate(range(min(content), i), tokens):
            return frozenset(each for each in content if each < i)
        added = tokens[i].text == "," and (takes_up(tokens, i + 1) or says_on(tokens[i + 1]))
        added = (
            added
            or _parts(tokens, i, content)
            or (tokens[i].text == "," and (_comments(tokens, i + 1, cue) or _tells_when(tokens, i + 1, content)))
        )
        goes_on = tokens[i].lower in AND and i > min(content) + 1
        goes_on = goes_on and (
            _speaks_again(tokens, i + 1) or _shares(cue, tokens, i, content) or _withholds(tokens, i + 1)
        )
        if added or goes_on:
            cut = i - 1 if tokens[i - 1].text == "," else i
            return frozenset(each for each in content if each < cut)
    return content


def _parts(tokens: list[Token], i: int, content: frozenset[int]) -> bool:
    """Whether a semicolon outside marks ends what is said: no « que » goes on behind it."""
    if tokens[i].text != ";" or tokens[i + 1].lower in THAT:
        return False
    opened = sum(tokens[j].text in ("«", "“") for j in content if j < i)
    return opened == sum(tokens[j].text in ("»", "”") for j in content if j < i)


def _comments(tokens: list[Token], i: int, cue: Cue) -> bool:
    """Whether a clause behind a comma speaks of the saying: another says the contrary (« tandis que Rome affirme que …
    »), something is left unsaid ("though he gave no details"), or the speaker has a word for it ("which he called
    …")."""
    end, contrasts = cue.main.sentence.end, tokens[i].lower in bounds(tokens[i].parse.lang).contrasting
    at = i + 1 if contrasts else i
    at = at + 1 if at < end and at > i and tokens[at].lower in THAT else at
    rest = tokens[at : next((j for j in range(at, end) if tokens[j].text in (",", *_STRONG)), end)]
    if contrasts:
        return _says_itself(rest) or _leaves_unsaid(rest)
    if tokens[i].lower == "ce" and tokens[i + 1].lower in ("que", "qu'"):
        words = lexicon(tokens[i].parse.lang)
        return any(words.forms.get(each.lower, ("", False))[0] in words.verbs for each in rest[2:7])
    if tokens[i].lower in ("which", "que", "qu'") and i + 1 < end:
        named = tokens[i + 1].pos in ("PRON", "DET", "PROPN") and any(is_finite(each) for each in rest)
        words = lexicon(tokens[i].parse.lang)
        return named and any(words.is_verb(each, Use.JUDGES) for each in rest[1:6])
    return False


def _tells_when(tokens: list[Token], i: int, content: frozenset[int]) -> bool:
    """Whether words behind a comma and a whole clause tell of the saying: « , lors d'un discours », « , deux jours
    après l'attentat », « , avant de préciser que », ", during a visit"."""
    lexical, end = lexicon(tokens[i].parse.lang), tokens[i].sentence.end
    if not _has_predicate(range(min(content), i - 1), tokens):
        return False
    behind = tokens[i + 1] if i + 1 < end else tokens[i]
    stop = next((j for j in range(i, end) if tokens[j].text in (",", *_STRONG)), end)
    if lexical.is_(tokens[i], Use.OCCASION):
        return not _is_insert(tokens, i, stop, end)
    aims = tokens[i].lower in ("avant", "après", "before", "after")
    if aims and (behind.lower == "de" or behind.is_("VerbForm", "Inf") or says_on(behind)):
        return True
    at = i
    while at < min(i + 4, end) and (tokens[at].pos in ("NUM", "DET", "ADJ") or lexical.is_(tokens[at], Use.TIME)):
        at += 1
    return at > i + 1 and at < end and tokens[at].lower in ("après", "avant", "after", "before")


def _says_itself(clause: list[Token]) -> bool:
    """Whether a clause has a finite verb of saying behind its own subject, and what is said behind it."""
    words = lexicon(clause[0].parse.lang) if clause else None
    for i, each in enumerate(clause[1:], start=1):
        helped = is_finite(clause[i - 1]) and clause[i - 1].pos == "AUX"
        if words is not None and each.pos == "VERB" and (is_finite(each) or helped):
            lemma = words.forms.get(each.lower, (each.lemma.lower(), False))[0]
            return lemma in words.verbs and len(clause) > i + 1
    return False


def _leaves_unsaid(clause: list[Token]) -> bool:
    """Whether a clause says that somebody gives no more ("he gave no details", « il n'a pas donné de précisions »)."""
    words = lexicon(clause[0].parse.lang) if clause else None
    no = any(each.lower in bounds(each.parse.lang).negations for each in clause)
    return words is not None and no and any(words.is_(each, Use.WITHHOLDS) for each in clause)


def _withholds(tokens: list[Token], i: int) -> bool:
    """Whether who spoke leaves something unsaid (« mais n'a pas précisé … », "but would not be drawn on …")."""
    rest = tokens[i : min(i + 7, tokens[i].sentence.end)]
    if not rest or (rest[0].pos not in ("AUX", "VERB", "ADV", "PART") and rest[0].lower not in ("n'", "ne", "sans")):
        return False
    words = lexicon(tokens[i].parse.lang)
    unsaid = any(each.lower in bounds(each.parse.lang).withholding for each in rest)
    return unsaid and any(words.is_(each, Use.WITHHOLDS) for each in rest)


def _shares(cue: Cue, tokens: list[Token], i: int, content: frozenset[int]) -> bool:
    """Whether a participle behind « et » shares the auxiliary of the verb of saying, because what is said has none (« a
    estimé que les preuves étaient minces et relaxé les prévenus »)."""
    helped = any(each.lemma == "avoir" for each in cue.words if each.pos == "AUX")
    after = tokens[i + 1]
    bare = after.pos == "VERB" and after.is_("VerbForm", "Part") and after.first("aux") is None
    own = any(tokens[j].pos == "AUX" and tokens[j].lemma == "avoir" for j in content if j < i)
    passive = any(tokens[j].lemma == "être" and tokens[j].pos == "AUX" for j in content if j < i)
    verbal = passive and any(tokens[j].pos == "VERB" and tokens[j].is_("VerbForm", "Part") for j in content if j < i)
    return helped and bare and not own and not verbal and tokens[i].parse.lang == "fr"


def _speaks_again(tokens: list[Token], i: int) -> bool:
    """Whether a verb of saying or judging behind « et » goes on with the verb before it (« dit que X a fui et accuse Y
    », "said the ship was safe and called the collision a mishap"): a finite form without a subject of its own."""
    words, clitics = lexicon(tokens[i].parse.lang), bounds(tokens[i].parse.lang).clitics
    end = tokens[i].sentence.end
    while i < end and (tokens[i].pos in ("ADV", "AUX") or tokens[i].lower in clitics):
        i += 1
    if i + 1 >= end or tokens[i].pos != "VERB" or tokens[i].base not in ("conj", "root", "parataxis", "ccomp"):
        return False
    lemma = words.forms.get(tokens[i].lower, (tokens[i].lemma.lower(), False))[0]
    says = lemma in words.verbs and any(not verb.rest for verb in words.verbs[lemma])
    return says or lemma in words.sources.get(Use.JUDGES, ()) or lemma in ("appeler", "urge", "appeal")


def takes_up(tokens: list[Token], i: int) -> bool:
    """Whether a noun that takes up the whole clause begins at a token, with what is said of it (« une version que Rome
    rejette », « accusation démentie par Rome », "a charge that Rome denies")."""
    end = tokens[i].sentence.end
    words, at = lexicon(tokens[i].parse.lang), i
    while at < end and tokens[at].pos in ("DET", "ADJ") and at < i + 3:
        at += 1
    if at + 1 >= end or not words.is_(tokens[at], Use.TAKES_UP):
        return False
    rest = tokens[at + 1 : min(at + 4, end)]
    relative = clause_words(tokens[i].parse.lang).relative
    participle = any(each.is_("VerbForm", "Part") or each.pos == "VERB" for each in rest)
    named = tokens[i].parse.lang == "en" and tokens[at + 1].pos in ("PROPN", "DET", "PRON")
    return any(each.lower in relative or each.lower in ("que", "qu'", "that") for each in rest) or participle or named


def _grown(content: frozenset[int], cue: Cue) -> frozenset[int]:
    """The content up to the mark where another speaks, or the writer does."""
    tokens, end = cue.last.parse.tokens, cue.main.sentence.end
    i = max(content) + 1
    while i < end and tokens[i].text not in _STRONG:
        comma = tokens[i].text == ","
        start = i + 1 if comma else i
        stop = next((j for j in range(start, end) if tokens[j].text in (",", *_STRONG)), end)
        if start >= end:
            break
        if comma and _is_insert(tokens, start, stop, end):
            stop = next((j for j in range(stop + 1, end) if tokens[j].text in (",", *_STRONG)), end)
        elif not _goes_on(range(min(content), i), tokens[start:stop], comma):
            break
        content |= frozenset(range(i, stop))
        i = stop
    return content


def _goes_on(before: range, segment: list[Token], comma: bool) -> bool:
    """Whether the words from a comma to the next belong to the clause before them."""
    if segment and _says_further(segment):
        return True
    if not segment or _speaks(segment) or takes_up(segment[0].parse.tokens, segment[0].i):
        return False
    small = bounds(segment[0].parse.lang)
    if comma and segment[0].lower in _SO:
        return True
    if segment[0].lower in _BUT:
        return len(segment) > 1 and not any(is_finite(each) for each in segment)
    first = next((each for each in segment if each.pos not in _SMALL and each.lower not in small.clitics), segment[0])
    if is_finite(first):
        return not _has_predicate(before, first.parse.tokens) or (not comma and first.lower in small.inverted_condition)
    if not comma and segment[0].pos in _NOMINAL and not any(is_finite(each) for each in segment):
        return True
    if not comma:
        return segment[0].lower in small.asking or (segment[0].is_("VerbForm", "Inf") and segment[0].pos == "VERB")
    finite = any(is_finite(each) for each in segment)
    if finite and any(each.lower in clause_words(each.parse.lang).relative for each in segment[:_RELATIVE]):
        return not _has_predicate(before, segment[0].parse.tokens)
    return not finite and segment[0].pos in _NOMINAL and not _has_predicate(before, segment[0].parse.tokens)


def _says_further(segment: list[Token]) -> bool:
    """Whether a second clause is said: « et que … », "but that …"."""
    second = segment[1].lower if len(segment) > 2 else ""
    return segment[0].lower in (*AND, *_BUT) and second in THAT


def _is_insert(tokens: list[Token], start: int, stop: int, end: int) -> bool:
    """Whether a phrase between commas parts a verb and its object (« a reconnu, lors d'une réunion, la frontière »)."""
    if stop + 1 >= end or tokens[stop].text != "," or tokens[start].pos != "ADP" or tokens[stop + 1].pos != "DET":
        return False
    rest = next((j for j in range(stop + 1, end) if tokens[j].text in (",", *_STRONG)), end)
    return not any(is_finite(each) for each in tokens[start:rest]) and not takes_up(tokens, stop + 1)


def _speaks(segment: list[Token]) -> bool:
    """Whether another speaks, or the writer, in words behind a comma."""
    words = lexicon(segment[0].parse.lang)
    if segment[0].lower in bounds(segment[0].parse.lang).parting or says_on(segment[0]):
        return True
    if segment[0].pos == "VERB" and segment[0].lower.endswith(("ant", "ing")):
        return True
    return any(is_inverted(each) for each in segment) or any(
        words.forms.get(each.lower, ("", False))[0] in words.verbs and is_finite(each) and each.pos == "VERB"
        for each in segment[:6]
    )


def _has_predicate(before: range, tokens: list[Token]) -> bool:
    """Whether the last clause said has its finite verb, apart from those that relatives and conjunctions lead."""
    lang, found, opened = tokens[before.start].parse.lang, False, 0
    opening = (*clause_words(lang).relative, *bounds(lang).asking, "that")
    for i in before[1:] if tokens[before.start].lower in THAT else before:
        token = tokens[i]
        if token.lower in THAT and tokens[i - 1].lower in AND:
            found, opened = False, 0
        elif token.lower in opening or token.pos == "SCONJ":
            opened += 1
        elif is_finite(token):
            found = found or opened == 0
            opened = max(opened - 1, 0)
    return found and opened == 0
