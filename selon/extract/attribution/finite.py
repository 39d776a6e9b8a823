"""Whether a verb of reporting is finite where its tags leave that open."""

from selon.extract.attribution.bounds import bounds
from selon.extract.attribution.words import Use, lexicon
from selon.parse.tree import Token


def behind_be(token: Token) -> bool:
    """Whether an English participle stands right behind a form of be ("was told")."""
    before = token.parse.tokens[token.i - 1] if token.i > token.sentence.start else None
    past = token.parse.lang == "en" and not token.lower.endswith("ing")
    return past and before is not None and before.lower in bounds("en").be


def shares_auxiliary(token: Token) -> bool:
    """Whether a French participle behind « et » leaves its auxiliary to the verb before (« a quitté X et affirmé »)."""
    head = token.head
    if token.parse.lang != "fr" or token.base != "conj" or head is None or not token.is_("VerbForm", "Part"):
        return False
    before = token.parse.tokens[token.i - 1] if token.i > token.sentence.start else None
    joined = before is not None and (before.lower == "et" or before.pos == "ADV")
    return joined and any(each.lemma == "avoir" and each.is_("VerbForm", "Fin") for each in head.all("aux"))


def shares_before(token: Token) -> bool:
    """Whether a participle between « et » and « que » leaves its auxiliary to a verb farther before, wherever a tree
    hangs it (« a accusé X de mentir et prévenu que … »)."""
    tokens, sentence = token.parse.tokens, token.sentence
    if token.parse.lang != "fr" or not token.is_("VerbForm", "Part") or token.i + 1 >= sentence.end:
        return False
    joined = token.i > sentence.start and tokens[token.i - 1].lower == "et"
    if not joined or tokens[token.i + 1].lower not in ("que", "qu'"):
        return False
    before = tokens[sentence.start : token.i]
    return any(each.lemma == "avoir" and each.is_("VerbForm", "Fin") for each in before)


def says_that(token: Token) -> bool:
    """Whether an English form in -ed without an auxiliary has "that" behind it, times apart: no participle does ("the
    daily, citing officials, | reported on Tuesday that")."""
    tokens, i = token.parse.tokens, token.i + 1
    if token.parse.lang != "en" or not token.lower.endswith("ed") or token.first("aux", "aux:pass") is not None:
        return False
    while i < token.sentence.end and (
        lexicon("en").is_(tokens[i], Use.TIME) or tokens[i].lower in ("on", "in", "late")
    ):
        i += 1
    if [each.text for each in tokens[i : i + 3 : 2]] == [",", ","] and tokens[i + 1].pos == "ADV":  # ", however,"
        i += 3
    return i < token.sentence.end and tokens[i].lower == "that" and not behind_be(token)


def brings_words(token: Token) -> bool:
    """Whether an English form in -ed between a noun or pronoun and words in marks is finite (« many in the crowd
    chanted “…” »)."""
    tokens, i = token.parse.tokens, token.i
    if token.parse.lang != "en" or not token.lower.endswith("ed") or token.first("aux", "aux:pass") is not None:
        return False
    named = tokens[i - 1].pos in ("NOUN", "PROPN", "PRON", "VERB")
    governs = token.base in ("root", "conj", "ccomp", "parataxis") or (token.base == "amod" and named)
    if not governs or not token.sentence.start < i < token.sentence.end - 1:
        return False
    marked = tokens[i + 1].text in ("“", '"') or (tokens[i + 1].text in (",", ":") and tokens[i + 2].text in ("“", '"'))
    return marked and tokens[i - 1].pos in ("NOUN", "PROPN", "PRON", "ADV")


def by_form(token: Token) -> bool:
    """Whether a form is finite whatever its tags: one of the lexicon's, without an auxiliary (a form in -ed may be
    none)."""
    known = lexicon(token.parse.lang).forms.get(token.lower)
    if known is None or not known[1] or token.lower.endswith("ed"):
        return False
    return token.first("aux") is None and (token.i == 0 or token.parse.tokens[token.i - 1].pos != "AUX")
