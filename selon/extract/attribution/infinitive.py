"""The infinitive or gerund that a verb of saying governs (« dit avoir vu », "denied firing")."""

from selon.extract.attribution.bounds import bounds
from selon.extract.attribution.content import clause_content
from selon.extract.attribution.cues import Cue
from selon.extract.attribution.surface import clause_end, is_finite
from selon.extract.attribution.that import NEAR, REACH, is_infinitive
from selon.extract.attribution.words import ReportingVerbs, Stance, Takes, Use, lexicon
from selon.parse.tree import Token


def infinitive_of(cue: Cue, entry: ReportingVerbs) -> frozenset[int]:
    for child in cue.dependents:
        governed = child.base in ("xcomp", "ccomp", "advcl", "obj") and not _aims(child)
        if governed and child.i > cue.last.i and is_infinitive(child):
            return frozenset(i for i in clause_content(child, cue.main) if i > cue.last.i)
    start = cue.last.i + 1
    tokens = cue.main.parse.tokens
    start = _past_insert(cue, start)
    while start < cue.main.sentence.end and _leads_infinitive(tokens[start]):
        start += 1
    if start >= cue.main.sentence.end or not _begins_infinitive(tokens[start], entry):
        if (perfect := _behind_phrases(cue)) is not None and entry.stance is not Stance.DENY:
            return _short(_negated_from(perfect, cue), cue)
        return past_infinitive(cue) if entry.stance in (Stance.ACCUSE, Stance.CLAIM, Stance.DENY) else frozenset()
    return _short(_negated_from(start, cue), cue)


def _negated_from(start: int, cue: Cue) -> int:
    """Where the « ne pas » and the clitics before an infinitive begin."""
    tokens = cue.main.parse.tokens
    while start - 1 > cue.last.i and tokens[start - 1].pos != "PUNCT" and _leads_infinitive(tokens[start - 1]):
        start -= 1
    return start


def _past_insert(cue: Cue, start: int) -> int:
    """Behind a time and an insert between commas (« a dit mercredi, par la voix de X, avoir … »)."""
    tokens, end = cue.main.parse.tokens, cue.main.sentence.end
    at, time = start, lexicon(cue.main.parse.lang).is_
    while at < end and (time(tokens[at], Use.TIME) or tokens[at].pos == "ADV"):
        at += 1
    if at >= end or tokens[at].text != "," or cue.main.parse.lang != "fr":
        return start
    stop = next((i for i in range(at + 1, min(at + REACH, end)) if tokens[i].text == ","), None)
    if stop is None or any(is_finite(each) for each in tokens[at:stop]):
        return start
    return stop + 1


def _behind_phrases(cue: Cue) -> int | None:
    """The perfect infinitive behind phrases of place and time (« a affirmé lundi devant les députés n'avoir jamais été
    consulté »); None for none."""
    tokens, end = cue.main.parse.tokens, min(cue.last.i + REACH, cue.main.sentence.end - 1)
    if cue.main.parse.lang != "fr" or not cue.finite:
        return None
    for token in tokens[cue.last.i + 1 : end]:
        if token.pos in ("PUNCT", "SCONJ", "CCONJ") or is_finite(token) or token.lower in ("que", "qu'", "qui"):
            return None
        lead = tokens[token.i - 1]
        if token.lemma in ("avoir", "être") and token.is_("VerbForm", "Inf"):
            return token.i if lead.pos != "ADP" and lead.lower not in ("de", "d'", "à", "pour") else None
    return None


def _leads_infinitive(token: Token) -> bool:
    """Whether a word stands between a verb of saying and its infinitive: an adverb, or « ne pas » and clitics."""
    negates = token.lower in bounds(token.parse.lang).before_infinitive
    return token.pos == "ADV" or (token.parse.lang == "fr" and negates)


def _aims(child: Token) -> bool:
    """Whether an infinitive tells why or when somebody speaks, not what he says (« insiste pour partir »)."""
    return any(lead.lower in bounds(child.parse.lang).aims for lead in child.all("mark", "case"))


def _begins_infinitive(token: Token, entry: ReportingVerbs) -> bool:
    if token.parse.lang == "fr":
        return token.is_("VerbForm", "Inf")
    following = token.parse.tokens[token.i + 1 : token.i + 2]
    to = token.lower == "to" and bool(following) and following[0].pos in ("VERB", "AUX")
    gerund = Takes.GERUND in entry.takes and token.lower.endswith("ing") and bool(following)
    having = gerund and token.lower == "having"
    return to or having or (gerund and following[0].pos in ("DET", "NOUN", "PROPN", "ADJ", "ADP", "PRON", "NUM"))


def past_infinitive(cue: Cue) -> frozenset[int]:
    """« … d'avoir tué trois policiers » behind the verb, whatever the tree hangs it on."""
    tokens = cue.main.parse.tokens
    for token in tokens[cue.last.i + 1 : min(cue.last.i + NEAR, cue.main.sentence.end - 1)]:
        if token.text in (";", ":") or is_finite(token):
            break
        behind = tokens[token.i + 1]
        if token.lower in ("de", "d'") and behind.lemma in ("avoir", "être") and behind.is_("VerbForm", "Inf"):
            return _short(token.i + 1, cue)
        if token.lower == "of" and behind.lower == "having":
            return _short(token.i + 1, cue)
    return frozenset()


def _short(start: int, cue: Cue) -> frozenset[int]:
    """An infinitive from its first word to the next mark or finite verb."""
    tokens = cue.main.parse.tokens
    stop = clause_end(start, cue.last)
    for i in range(start, stop):
        closes = tokens[i].text in ("»", "”") and not any(each.text in ("«", "“") for each in tokens[start:i])
        if is_finite(tokens[i]) or closes or tokens[i].text in (",", "."):
            return frozenset(range(start, i))
    return frozenset(range(start, stop))
