"""Who stands where in the row of words: the doer left of a verb, the other side right of it, after its preposition.

Only asked where the tree gives no actor in the place.
"""

from itertools import takewhile

from selon.extract.events.line import Line, is_finite
from selon.parse.clause import antecedent, clause_words
from selon.parse.tree import Token

# How participles end that a tagger takes for adjectives (« démentie », "denied"), and how those of place do.
_PARTICIPLES = ("é", "ée", "és", "ées", "i", "ie", "is", "ies", "u", "ue", "us", "ues", "ed")
_PLACED = ("ais", "ois")
# So many words stand at most between a verb and an aside in commas, and in the aside.
_BESIDE = 5
_ASIDE = 16


def subjects_before(verb: Token, line: Line) -> list[Token]:
    """Noun phrases left of a verb, in its clause, that no preposition leads; nearest first."""
    first = line.tokens[0].i
    if (over := _over_inserted(verb, line)) is not None:
        return [over]
    found: list[Token] = []
    seen_comma = relative = False
    for each in reversed(line.tokens[: verb.i - first]):
        if each.text in (";", ":", "»") or line.ends_dateline(each):
            break
        if relative and each.pos in ("NOUN", "PROPN") and not _inner(each, line):
            return [*found, each]
        relative = relative or (each.pos == "PRON" and each.base == "nsubj" and antecedent(each) is not each)
        if found and not relative and each.lower in clause_words(each.parse.lang).relative:
            break  # « …, où un attentat a tué »: the clause has its own subject
        if each.rel == "mark" and each.pos == "SCONJ" and each.head is not None and each.head.first("nsubj"):
            break  # « déclare que la mobilisation s'étend »
        if each.text == ",":
            seen_comma = True
        if each.pos == "VERB" and is_finite(each) and not seen_comma:
            break
        if each.pos in ("NOUN", "PROPN", "PRON") and _bare(each, line):
            found.append(each)
        elif not found and each.pos in ("NOUN", "PROPN") and _leads_clause(each, verb, line):
            return [each]
    return found


def _over_inserted(verb: Token, line: Line) -> Token | None:
    """The noun before a relative clause that commas set off from it and the verb ("The king, who rules X, did")."""
    tokens, i = line.tokens, verb.i - line.tokens[0].i - 1
    while i >= 0 and tokens[i].pos in ("AUX", "ADV"):
        i -= 1
    if i < 0 or tokens[i].text != ",":
        return None
    relative = clause_words(verb.parse.lang).relative
    for j in range(i - 1, 0, -1):
        if tokens[j].text in (";", ":", "»", "”"):
            return None
        if tokens[j].text == "," and tokens[j + 1].lower in relative:
            nouns = [each for each in reversed(tokens[:j]) if each.pos in ("NOUN", "PROPN", "PRON")]
            return next((each for each in nouns if _bare(each, line)), None)
        if tokens[j].text == ",":
            return None
    return None


def _leads_clause(noun: Token, verb: Token, line: Line) -> bool:
    """Whether an English preposition that is a conjunction too leads noun and verb ("hours after a gunman killed")."""
    between = verb.parse.tokens[noun.i + 1 : verb.i]
    closed = any(each.pos in ("NOUN", "PROPN", "PRON", "VERB", "PUNCT") for each in between)
    return not closed and line.link(noun)[0] in line.lexicon.classes.get("conjunctive", frozenset())


def inverted_subjects(verb: Token, line: Line, *, reflexive: bool) -> list[Token]:
    """Noun phrases behind a verb that follows what is said: « …, s'est insurgée une ligue », « …, a averti X »."""
    i = verb.i - line.tokens[0].i - 1
    while i >= 0 and line.tokens[i].pos in ("AUX", "PRON", "ADV"):
        i -= 1
    if i < 0 or verb.morph.get("VerbForm") == "Inf":
        return []
    french = verb.parse.lang == "fr" and verb.first("nsubj") is None
    after_comma = line.tokens[i].text == "," and (reflexive or french)
    return objects_after(verb, line) if line.tokens[i].text in ("»", '"', "”") or after_comma else []


def objects_after(verb: Token, line: Line) -> list[Token]:
    """Noun phrases right of the verb, up to a comma, without a preposition (partitives have none)."""
    near = takewhile(lambda each: each.text != "," and not _is_next_deed(each), line.after(verb))
    nouns = [each for each in near if each.pos in ("NOUN", "PROPN") and _bare(each, line)]
    return [each for each in nouns if not _is_other_subject(each, verb)]


def behind_aside(verb: Token, line: Line) -> list[Token]:
    """The object of a verb behind an aside in commas (« a mis en cause, sans la nommer, la Russie »); [] for none."""
    tokens, i = line.tokens, verb.i - line.tokens[0].i + 1
    opening = next((j for j in range(i, min(i + _BESIDE, len(tokens))) if tokens[j].text == ","), None)
    if opening is None or any(each.pos in ("NOUN", "PROPN") and _bare(each, line) for each in tokens[i:opening]):
        return []
    closing = next((j for j in range(opening + 1, min(opening + _ASIDE, len(tokens))) if tokens[j].text == ","), None)
    behind = tokens[closing + 1 : closing + 1 + _BESIDE] if closing is not None else ()
    if not behind or behind[0].pos not in ("DET", "NUM", "NOUN", "PROPN"):
        return []
    noun = next((each for each in behind if each.pos in ("NOUN", "PROPN") and _bare(each, line)), None)
    verbal = noun.head if noun is not None and noun.base == "nsubj" and noun.head is not None else None
    told = verbal is not None and verbal.i > behind[0].i and is_finite(verbal)
    return [noun] if noun is not None and not told else []


def _is_other_subject(noun: Token, verb: Token) -> bool:
    """Whether a noun behind a verb is the subject of the next one ("protested and the bishops called for calm")."""
    return noun.base == "nsubj" and noun.head is not None and noun.head is not verb and noun.head.i > noun.i


def _is_next_deed(token: Token) -> bool:
    """Whether a participle begins the next deed of the same subject (« a condamné l'attentat et assuré X de … »)."""
    return token.pos == "VERB" and token.base == "conj" and token.is_("VerbForm", "Part") and bool(token.all("obj"))


def phrases_after(verb: Token, names: tuple[str, ...], line: Line) -> list[Token]:
    """Noun phrases right of the verb under one of the prepositions; "of" phrases only where no noun stands before."""
    found = [each for each in line.after(verb) if each.pos in ("NOUN", "PROPN", "PRON") and line.link(each)[0] in names]
    genitive = line.lexicon.classes.get("genitive", frozenset())
    return [each for each in found if line.link(each)[0] not in genitive or _bare(each, line)]


def agents_after(verb: Token, line: Line) -> list[Token]:
    """Noun phrases right of a participle that its agent preposition leads, but for those of another victim's verb."""
    found = phrases_after(verb, clause_words(verb.parse.lang).agent, line)
    other = next((each.i for each in line.after(verb) if _has_own_victims(each, verb, line)), None)
    found = [each for each in found if not _is_of_participle(line.link(each)[1], verb, line)]
    return [each for each in found if other is None or each.i < other]


def _is_of_participle(before: Token | None, verb: Token, line: Line) -> bool:
    """Whether the agent preposition stands behind the participle of another noun (« a été torturé, une allégation
    démentie par le ministère »), or one that speaks of the deed (« ces arrestations, critiquées par des ONG »)."""
    if before is None or before.i <= verb.i or before.base not in ("acl", "amod") or before.head is None:
        return False
    placed = before.lower.endswith(_PLACED)
    participle = before.pos == "VERB" or (before.pos == "ADJ" and before.lower.endswith(_PARTICIPLES) and not placed)
    if not participle or before.head.pos != "NOUN":
        return False
    if line.words(before) & line.lexicon.classes.get("custodial", frozenset()):
        return False  # « placé en résidence surveillée par l'armée »
    spoken = line.words(before) & line.lexicon.classes.get("telling", frozenset())
    return before.head.i > verb.i or (before.head.i == verb.i and bool(spoken))


def _has_own_victims(token: Token, verb: Token, line: Line) -> bool:
    """Whether a participle is said of others than the verb before it (« tué et dix autres arrêtés par la police »)."""
    if token.pos != "VERB" or not token.is_("VerbForm", "Part") or token.base not in ("conj", "acl"):
        return False
    conjunctions = line.lexicon.classes.get("conjunction", frozenset())
    between = verb.parse.tokens[verb.i + 1 : token.i]
    joined = next((each.i for each in between if each.lower in conjunctions), None)
    return joined is not None and any(each.i > joined and each.pos in ("NUM", "DET", "PRON") for each in between)


def adjectives_after(noun: Token) -> list[Token]:
    """The adjectives behind a noun, wherever the tree may have put them (« exercice conjoint irano-syrien »)."""
    tokens, found = noun.parse.tokens, []
    for token in tokens[noun.i + 1 : noun.i + 4]:
        if token.pos not in ("ADJ", "NOUN") or token.sentence_i != noun.sentence_i:
            break
        found.append(token)
    return found


def _inner(token: Token, line: Line) -> bool:
    """Whether a noun stands in the phrase of another one (« le chef du parti »), or is part of a name."""
    return line.link(token)[0] in line.lexicon.classes.get("genitive", frozenset()) or token.base == "flat"


def _bare(token: Token, line: Line) -> bool:
    name, before = line.link(token)
    if name == "":
        return True
    if name not in line.lexicon.classes.get("genitive", frozenset()):
        return False
    if before is None or before.pos in ("VERB", "AUX", "NUM", "ADV"):
        return True
    return bool(line.words(before) & line.lexicon.classes.get("container", frozenset()))
