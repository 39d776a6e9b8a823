"""Where what is said ends before its clause does: the writer adds something, or who spoke goes on behind « et ».

In: the content of a clause (token numbers) and its cue. Out: the content up to there.
"""

from selon.extract.attribution.bounds import AND, THAT, bounds
from selon.extract.attribution.comments import comments, tells_when, tells_where
from selon.extract.attribution.cues import Cue
from selon.extract.attribution.segments import has_predicate, takes_up
from selon.extract.attribution.surface import says_on
from selon.extract.attribution.words import Use, lexicon
from selon.parse.tree import Token

_DASHES = ("—", "–", "--")
# What is put in between a verb of saying and its « que » has at most so many tokens.
_INSERT = 25
_PERSONS = ("il", "elle", "ils", "elles", "he", "she", "they")
_OPENING = ("«", "“", '"')


def without_added(content: frozenset[int], cue: Cue) -> frozenset[int]:
    """What is said, up to where the writer speaks or the speaker does something else."""
    tokens = cue.last.parse.tokens
    for i in sorted(content)[1:]:
        if i + 1 not in content:
            continue
        if _breaks_off(tokens, i, content):
            return frozenset(each for each in content if each < i)
        if _adds(tokens, i, content, cue) or _goes_on(tokens, i, content, cue):
            cut = i - 1 if tokens[i - 1].text == "," else i
            return frozenset(each for each in content if each < cut)
    return content


def _breaks_off(tokens: list[Token], i: int, content: frozenset[int]) -> bool:
    """Whether a whole clause ends at a colon before a quotation, or at a dash before « mais »."""
    quotes = tokens[i].text == ":" and tokens[i + 1].text in _OPENING
    objects = tokens[i].text in _DASHES and tokens[i + 1].lower in bounds(tokens[i].parse.lang).opposing
    return (quotes or objects) and has_predicate(range(min(content), i), tokens)


def _adds(tokens: list[Token], i: int, content: frozenset[int], cue: Cue) -> bool:
    """Whether the writer speaks behind the mark, of what is said or of the saying."""
    if tokens[i].text != ",":
        return _parts(tokens, i, content) or tells_where(tokens, i, content)
    behind = i + 1
    if _inserted(tokens, behind, content):
        return False
    taken_up = takes_up(tokens, behind) or says_on(tokens[behind])
    return taken_up or comments(tokens, behind, cue) or _tells_of_saying(tokens, behind, content, cue)


def _inserted(tokens: list[Token], i: int, content: frozenset[int]) -> bool:
    """Whether words behind the comma that a verb of saying within what is said has are put in before its « que »
    (« rapporte que X affirme, citant Y, que … »)."""
    words = lexicon(tokens[i].parse.lang)
    if not words.says(tokens[i - 2]) or i - 2 not in content:
        return False
    comma = next((j for j in range(i, min(i + _INSERT, tokens[i].sentence.end - 1)) if tokens[j].text == ","), None)
    return comma is not None and tokens[comma + 1].lower in THAT


def _tells_of_saying(tokens: list[Token], i: int, content: frozenset[int], cue: Cue) -> bool:
    return tells_when(tokens, i, content, cue) or (i in content and tells_where(tokens, i, content))


def _goes_on(tokens: list[Token], i: int, content: frozenset[int], cue: Cue) -> bool:
    """Whether who spoke does something else behind « et »: says more, is silent, acts."""
    if tokens[i].lower not in AND or i <= min(content) + 1:
        return False
    return (
        _contradicts(tokens, i)
        or _acts(tokens, i, content, cue)
        or (_speaks_again(tokens, i + 1) and _in_tense(tokens, i + 1, cue))
        or _shares(cue, tokens, i, content)
        or _withholds(tokens, i + 1)
    )


def _contradicts(tokens: list[Token], i: int) -> bool:
    """Whether a pronoun takes up the speaker behind « mais » with a verb of saying (« a reconnu que X avait fui mais il
    a nié … »)."""
    small, words = bounds(tokens[i].parse.lang), lexicon(tokens[i].parse.lang)
    rest = tokens[i + 1 : min(i + 7, tokens[i].sentence.end)]
    if tokens[i].lower not in small.opposing or not rest or rest[0].lower not in _PERSONS:
        return False
    verb = next((each for each in rest[1:] if each.pos == "VERB"), None)
    return verb is not None and words.says(verb)


def _acts(tokens: list[Token], i: int, content: frozenset[int], cue: Cue) -> bool:
    """Whether a French perfect without a subject behind « et » goes on with the verb of saying, since what is said
    stands in the imperfect (« a estimé que X avait agi par peur et l'a relaxé »)."""
    rest = [each for each in tokens[i + 1 : min(i + 5, tokens[i].sentence.end)] if each.pos != "PRON"]
    told = next((each for each in cue.words if each.lemma == "avoir" and each.is_("VerbForm", "Fin")), None)
    if told is None or len(rest) < 2 or cue.main.parse.lang != "fr" or tokens[i].lower != "et":
        return False
    perfect = rest[0].lower == told.lower and rest[1].is_("VerbForm", "Part")
    finite = [tokens[j] for j in content if j < i and tokens[j].is_("VerbForm", "Fin")]
    return perfect and bool(finite) and all(each.is_("Tense", "Imp") or each.is_("Mood", "Cnd") for each in finite)


def _in_tense(tokens: list[Token], i: int, cue: Cue) -> bool:
    """Whether a verb behind "and" may go on with an English verb of saying: one in the past does not with one in the
    present ("say they never came but concluded …")."""
    told = next((each for each in cue.words if each.is_("VerbForm", "Fin")), None)
    verb = next((each for each in tokens[i : tokens[i].sentence.end] if each.pos in ("VERB", "AUX")), None)
    if told is None or verb is None or cue.main.parse.lang != "en":
        return True
    return not (told.is_("Tense", "Pres") and verb.is_("Tense", "Past") and not cue.main.all("aux"))


def without_next(content: frozenset[int], cue: Cue) -> frozenset[int]:
    """What is charged, without a further verb of saying behind « et » (« accuse X de mentir et prévient que … »)."""
    tokens = cue.last.parse.tokens
    for i in sorted(content)[1:]:
        if tokens[i].lower in AND and i + 2 in content and tokens[i + 2].lower in THAT:
            known = lexicon(tokens[i].parse.lang).forms.get(tokens[i + 1].lower)
            if known is not None and tokens[i + 1].pos in ("VERB", "ADJ", "NOUN"):
                return frozenset(each for each in content if each < i)
    return content


def _parts(tokens: list[Token], i: int, content: frozenset[int]) -> bool:
    """Whether a semicolon outside marks ends what is said: no « que » goes on behind it."""
    if tokens[i].text != ";" or tokens[i + 1].lower in THAT:
        return False
    opened = sum(tokens[j].text in ("«", "“") for j in content if j < i)
    return opened == sum(tokens[j].text in ("»", "”") for j in content if j < i)


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
    words, small = lexicon(tokens[i].parse.lang), bounds(tokens[i].parse.lang)
    end = tokens[i].sentence.end
    while i < end and (tokens[i].pos in ("ADV", "AUX") or tokens[i].lower in small.clitics):
        i += 1
    if i + 1 >= end or tokens[i].pos != "VERB" or tokens[i].base not in ("conj", "root", "parataxis", "ccomp"):
        return False
    lemma = words.forms.get(tokens[i].lower, (tokens[i].lemma.lower(), False))[0]
    return words.says(tokens[i]) or lemma in words.sources.get(Use.JUDGES, ()) or lemma in small.calling
