"""Reports beside what is said: « …, a déclaré X. », « Le président, a précisé la police, a fui », "…, officials said"."""

from dataclasses import dataclass

from selon.extract.attribution.cues import Cue
from selon.extract.attribution.said import content_clause, is_unsaid
from selon.extract.attribution.source import is_agency
from selon.extract.attribution.words import Takes, Use, lexicon
from selon.parse.clause import clause_words
from selon.parse.tree import Token

# A subject that the tree finds farther behind its verb is not part of the aside.
_FAR = 25
_BEFORE = (",", "»", "”", '"', "''", "—", "–", "-", ")", "?", "!", "…", "’", "›", "--", ":")
_END = (",", ".", ";", ":", "«", "“", "—", "–", "!", "?", "…", '"', ")")


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch [start, end) of tokens with the verb and its speaker; `subjects` are the heads of who speaks."""

    cue: Cue
    start: int
    end: int
    subjects: tuple[Token, ...]


def aside(cue: Cue) -> Aside | None:
    """The aside that the verb stands in; None where it governs its content in the plain order."""
    if cue.verb.takes(Takes.ASIDE) is None or not cue.finite or is_unsaid(cue) or _governs_clause(cue):
        return None
    return _inverted(cue) or (_plain_order(cue) if cue.main.parse.lang == "en" else None)


def _governs_clause(cue: Cue) -> bool:
    clause = content_clause(cue)
    return clause is not None and any(
        mark.lower in ("que", "qu'", "that", "si", "s'", "whether") for mark in clause.all("mark")
    )


def _inverted(cue: Cue) -> Aside | None:
    """A verb before its subject, behind a comma or quotation marks, or at the head of a sentence cut off from its quotation."""
    start = _start(cue)
    if start is None:
        return None
    clitic = [
        token
        for token in cue.main.parse.tokens[cue.first.i : cue.last.i + 2]
        if token.text.startswith("-") and token.pos == "PRON"
    ]
    if clitic:
        full = [
            child for child in cue.dependents if child.base == "nsubj" and child not in clitic and child.i > cue.last.i
        ]
        subjects = full or clitic[:1]
    else:
        before = any(child.base == "nsubj" and child.i < cue.first.i for child in cue.dependents)
        if before and not _main_verb_before(cue):
            return None
        subjects = _following_subject(cue)
        if not subjects or (before and subjects[0].base == "obj" and _possessed(subjects[0])):
            return None
    return Aside(cue, start, _end(cue, subjects), tuple(subjects))


def _start(cue: Cue) -> int | None:
    """The first token of the aside if a mark stands before it, else None."""
    sentence = cue.main.sentence
    i = cue.first.i
    tokens = cue.main.parse.tokens
    while (
        i - 1 >= sentence.start
        and tokens[i - 1].pos in ("ADV", "PRON")
        and tokens[i - 1].lower not in ("que", "qu'", "dont", "où")
    ):
        if not (
            (
                tokens[i - 1].pos == "PRON"
                and tokens[i - 1].lower in ("l'", "le", "se", "s'", "en", "y", "lui", "leur", "nous", "me", "m'")
            )
            or tokens[i - 1].pos == "ADV"
        ):
            break
        i -= 1
    if i == sentence.start:
        return i
    return i if tokens[i - 1].text in _BEFORE else None


def _main_verb_before(cue: Cue) -> bool:
    """Whether a clause of its own stands before the verb: a stretch between commas with a finite verb and no conjunction."""
    opened = False
    words = clause_words(cue.main.parse.lang).relative
    for token in cue.main.parse.tokens[cue.main.sentence.start : cue.first.i]:
        if token.text in (",", ";", ":", "—", "–"):
            opened = False
        elif token.pos == "SCONJ" or token.lower in words or token.lower in ("quand", "lorsque", "lorsqu'"):
            opened = True
        elif token.is_("VerbForm", "Fin") and not opened:
            return True
    return False


def _possessed(noun: Token) -> bool:
    """« sa démission » behind the verb is its object."""
    return any(
        child.is_("Poss", "Yes") or child.lower in ("sa", "son", "ses", "leur", "leurs") for child in noun.all("det")
    )


def _following_subject(cue: Cue) -> list[Token]:
    """The subject behind the verb: by relation, else the first phrase up to the next mark that no preposition leads."""
    by_tree = [
        child for child in cue.dependents if child.base == "nsubj" and child.i > cue.last.i and child.lower != "-t"
    ]
    if by_tree:
        return by_tree
    tokens = cue.main.parse.tokens
    for i in range(cue.last.i + 1, cue.main.sentence.end):
        token = tokens[i]
        if (
            token.text in _END
            or token.pos in ("SCONJ", "AUX")
            or (token.pos == "VERB" and token.is_("VerbForm", "Fin"))
        ):
            return []
        if token.pos in ("NOUN", "PROPN", "PRON") and _leads(token, cue):
            return [token] if _complete(cue.main.sentence.start, cue.first.i, cue) else []
    return []


def _leads(token: Token, cue: Cue) -> bool:
    """Whether a noun begins a phrase of its own: neither a time, nor behind a preposition, nor part of the noun before."""
    words = lexicon(token.parse.lang)
    if words.is_(token, Use.TIME) or token.lower in ("ici", "-t"):
        return False
    tokens = token.parse.tokens
    i = token.i - 1
    while i > cue.last.i and tokens[i].pos in ("DET", "ADJ", "NUM") and tokens[i].lower not in ("des", "du"):
        i -= 1
    if i <= cue.last.i:
        return True
    before = tokens[i]
    if before.lower in ("des", "de", "d'"):
        above = tokens[i - 1]
        return above is cue.last or words.is_(above, Use.TIME) or is_agency(above) or above.pos == "ADV"
    return before.pos == "ADV" or words.is_(before, Use.TIME) or (before.pos in ("NOUN", "PROPN") and i < token.i - 1)


def _plain_order(cue: Cue) -> Aside | None:
    """English: "…, police said Monday." with the subject before the verb and nothing said behind it."""
    tokens, sentence = cue.main.parse.tokens, cue.main.sentence
    if not _ends_behind(cue):
        return None
    start = _region(cue)
    region = tokens[start : cue.first.i]
    if start == sentence.start or not any(token.pos in ("NOUN", "PROPN", "PRON") for token in region):
        return None
    marked = tokens[start - 1].text in _BEFORE or _closes(cue)
    if not marked or region[0].pos in ("SCONJ", "CCONJ", "VERB") or any(token.pos == "SCONJ" for token in region):
        return None
    end = _stop(cue)
    resumes = (
        end + 1 < sentence.end
        and tokens[end].text == ","
        and any(each.pos in ("VERB", "AUX") for each in tokens[end : sentence.end])
    )
    if not _complete(sentence.start, start, cue) and not resumes:
        return None
    subject = _region_head(region, cue)
    return Aside(cue, start, _end(cue, [subject]), (subject,))


def _region(cue: Cue) -> int:
    """Where the subject before the verb begins: behind the last mark, or behind a time where the comma is left out."""
    tokens, sentence = cue.main.parse.tokens, cue.main.sentence
    words = lexicon(cue.main.parse.lang)
    i = cue.first.i
    while i > sentence.start and tokens[i - 1].text not in _BEFORE and not tokens[i - 1].is_("VerbForm", "Fin"):
        if words.is_(tokens[i - 1], Use.TIME) and tokens[i - 1].pos == "PROPN" and i < cue.first.i:
            return i
        i -= 1
    while i < cue.first.i and (tokens[i].pos == "AUX" and tokens[i].is_("VerbForm", "Fin")):
        i += 1
    return i


def _region_head(region: list[Token], cue: Cue) -> Token:
    """The subject's head: by relation to the verb, else the last noun of the first run of nouns."""
    by_tree = [token for token in region if token.base == "nsubj" and token.head is cue.main and token.pos != "DET"]
    nouns = [token for token in region if token.pos in ("NOUN", "PROPN", "PRON")]
    head = nouns[0]
    for token in nouns[1:]:
        if token.i != head.i + 1:
            break
        head = token
    return by_tree[0] if by_tree and by_tree[0].i <= head.i else head


def _stop(cue: Cue) -> int:
    tokens, sentence = cue.main.parse.tokens, cue.main.sentence
    i = cue.last.i + 1
    while i < sentence.end and tokens[i].text not in _END:
        i += 1
    return i


def _ends_behind(cue: Cue) -> bool:
    """Whether nothing that could be said stands between the verb and the next mark: times, places, the one told."""
    words = lexicon(cue.main.parse.lang)
    tell = any(entry.id == "tell" for entry in cue.verb.entries)
    behind = cue.main.parse.tokens[cue.last.i + 1 : _stop(cue)]
    for i, token in enumerate(behind):
        if token.pos in ("SCONJ", "AUX") or (token.pos == "VERB" and token.is_("VerbForm", "Fin")):
            return False
        free = token.pos in ("NOUN", "PROPN", "PRON") and not words.is_(token, Use.TIME)
        if free and not tell and not any(each.pos == "ADP" or words.is_(each, Use.TIME) for each in behind[:i]):
            return False
    return True


def _closes(cue: Cue) -> bool:
    """Whether the verb ends the sentence, but for a time (« … Sunday sources on both sides said. »)."""
    words = lexicon(cue.main.parse.lang)
    rest = cue.main.parse.tokens[cue.last.i + 1 : cue.main.sentence.end]
    return all(token.pos in ("PUNCT", "ADP", "ADV") or words.is_(token, Use.TIME) for token in rest)


def _complete(start: int, end: int, cue: Cue) -> bool:
    """Whether the tokens [start, end) tell something by themselves: a verb that does not introduce the verb of saying."""
    tokens = cue.main.parse.tokens[start:end]
    free = [token for token in tokens if token.pos in ("VERB", "AUX") and not _introduces(token, cue)]
    closing = bool(tokens) and any(token.text in ("”", '"', "''", "»") for token in tokens[-2:])
    return bool(free) or closing


def _introduces(token: Token, cue: Cue) -> bool:
    """Whether a verb stands in an adverbial clause of the verb of saying ("When the bridge fell, police said so")."""
    while token.head is not None and token.head is not cue.main:
        token = token.head
    if token.head is not cue.main or token.base not in ("advcl", "nsubj", "obl"):
        return False
    return token.base != "advcl" or token.first("mark", "advmod") is not None or not token.is_("VerbForm", "Fin")


def _end(cue: Cue, subjects: list[Token]) -> int:
    """The end of the aside: the next mark behind verb and speaker, further where what follows belongs to the speaker."""
    tokens, sentence = cue.main.parse.tokens, cue.main.sentence
    i = max([cue.last.i, *(subject.i for subject in subjects if subject.i - cue.last.i < _FAR)]) + 1
    while i < sentence.end and tokens[i].text not in _END:
        i += 1
    while i < sentence.end and tokens[i].text in (",", "(", ")") and _belongs(tokens, i, sentence.end, cue, subjects):
        i += 1
        while i < sentence.end and tokens[i].text not in _END:
            i += 1
    return min(i, sentence.end)


def _belongs(tokens: list[Token], comma: int, end: int, cue: Cue, subjects: list[Token]) -> bool:
    """Whether what follows a comma hangs on the speaker or the verb of the aside (« a dit X, chef de Y, qui … »)."""
    if comma + 1 >= end:
        return False
    following = tokens[comma + 1]
    top = following
    seen: set[int] = set()
    while top.head is not None and top.i not in seen:
        if top in subjects or top is cue.main:
            break
        seen.add(top.i)
        if top.base in ("ccomp", "parataxis") and top.head is cue.main:
            return False
        top = top.head
    return top in subjects or (top is cue.main and following.base not in ("cc", "aux", "nsubj", "conj"))
