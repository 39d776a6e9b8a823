"""Sources named without a verb of saying: « selon X », "according to X", « de source … », « dixit X »."""

from collections.abc import Iterator, Sequence

from selon.extract.attribution.bearing import between_semicolons, place_content, share
from selon.extract.attribution.bounds import bounds
from selon.extract.attribution.kinds import Who, form_of, may_be_source, may_speak
from selon.extract.attribution.led import Phrase, end_of, phrase_behind
from selon.extract.attribution.report import Report
from selon.extract.attribution.source import source_of
from selon.extract.attribution.surface import is_possessive
from selon.extract.attribution.words import Hint, Stance, Use, lexicon
from selon.model.ontology import Form
from selon.parse.clause import spread
from selon.parse.tree import Sentence, Token

# « selon ce que X a appris » names its source behind these.
_WHAT = ("ce", "c'")
# Prepositions that hide in an article.
_CONTRACTED = {"des": "de", "du": "de", "au": "à", "aux": "à"}


def find_phrases(sentence: Sentence, who: Who) -> Iterator[Phrase]:
    """The phrases with a preposition of source that has a source behind it, in text order."""
    lexical = lexicon(sentence.parse.lang)
    row = [(token.lower, _CONTRACTED.get(token.lower, token.lower), token.lemma.lower()) for token in sentence.tokens]
    here = {form for forms in row for form in forms}
    here |= {_CONTRACTED[form] for form in here & _CONTRACTED.keys()}
    for use, parts, openings, endings in lexical.leads:
        if openings.isdisjoint(here) or endings.isdisjoint(here):
            continue
        for words in _places(sentence, row, parts):
            phrase = phrase_behind(words, sentence)
            if (
                phrase is not None
                and may_be_source(phrase.head, who)
                and phrase.head.lower not in _WHAT
                and (use is not Use.WEAK_PREPOSITION or _weak(phrase, who))
            ):
                yield phrase
    if sentence.parse.lang == "fr":
        yield from _origins(sentence, who)
    yield from _in_papers(sentence)
    yield from _by_clitic(sentence)
    yield from _learned(sentence)
    yield from _believed(sentence)
    yield from _own_words(sentence)


def _by_clitic(sentence: Sentence) -> Iterator[Phrase]:
    """« À l'en croire », « à les entendre »: the source is a pronoun."""
    tokens, verbs = sentence.parse.tokens, lexicon(sentence.parse.lang).sources.get(Use.HEEDS, frozenset())
    for token in sentence.tokens:
        if token.lower not in verbs:
            continue
        row = tokens[max(token.i - 3, sentence.start) : token.i]
        clitic = next((each for each in row if each.lower in ("l'", "le", "la", "les") and each.pos == "PRON"), None)
        leads = clitic is not None and clitic.i > sentence.start and tokens[clitic.i - 1].lower == "à"
        if leads and clitic is not None:
            yield Phrase((*tokens[clitic.i - 1 : clitic.i], token), clitic, clitic.i - 1, token.i + 1)


def _learned(sentence: Sentence) -> Iterator[Phrase]:
    """« Selon ce qu'a appris X », « d'après ce que X a pu confirmer », "from what X has learned"."""
    tokens, lexical = sentence.parse.tokens, lexicon(sentence.parse.lang)
    row = [token.lower for token in sentence.tokens]
    for at in range(len(row) - 4):
        lead = row[at] in ("selon", "d'après") and row[at + 1] == "ce" and row[at + 2] in ("que", "qu'")
        if not lead:
            continue
        stop = next((i for i in range(at + 3, len(row)) if row[i] == ","), len(row))
        inside = sentence.tokens[at + 3 : stop]
        says = any(lexical.forms.get(each.lower, ("", False))[0] in lexical.verbs for each in inside)
        head = next((each for each in inside if each.pos in ("PROPN", "NOUN", "PRON") and each.lower != "-t"), None)
        if says and head is not None and stop < len(row):
            start = sentence.start + at
            yield Phrase(tuple(tokens[start : start + 3]), head, start, sentence.start + stop)


def _believed(sentence: Sentence) -> Iterator[Phrase]:
    """The source of "if X is to be believed"."""
    tokens = sentence.tokens
    row = [token.lower for token in tokens]
    at = next((i for i in range(2, len(row) - 1) if row[i - 1 : i + 2] == ["to", "be", "believed"]), None)
    lead = next((i for i in range(at or 0, -1, -1) if row[i] == "if"), None) if at else None
    if at is None or lead is None:
        return
    head = next((each for each in tokens[lead + 1 : at] if each.pos in ("NOUN", "PROPN", "NUM")), None)
    if head is not None:
        yield Phrase((tokens[lead], *tokens[at - 1 : at + 2]), head, tokens[lead].i, tokens[at + 1].i + 1)


def _own_words(sentence: Sentence) -> Iterator[Phrase]:
    """Whose words they are: "by the army's own admission", "in the mayor's words", « de son propre aveu »."""
    tokens, lexical = sentence.parse.tokens, lexicon(sentence.parse.lang)
    leads = bounds(sentence.parse.lang).own_words
    for noun in sentence.tokens:
        if not lexical.is_(noun, Use.OWN_WORDS):
            continue
        owner = next((each for each in noun.children if each.i < noun.i and _owns(each)), None)
        if owner is None:
            continue
        start = min(token.i for token in owner.subtree()) - 1
        parted = start <= sentence.start or tokens[start - 1].text in (",", "—", "–", "(")
        if start >= sentence.start and tokens[start].lower in leads and parted:
            subject = next((each for each in sentence.tokens if each.base == "nsubj"), None)
            whose = owner if owner.pos != "DET" else subject
            if whose is not None and may_speak(whose):
                yield Phrase((tokens[start], noun), whose, start, noun.i + 1)


def _owns(token: Token) -> bool:
    return token.rel == "nmod:poss" or is_possessive(token)


def _in_papers(sentence: Sentence) -> Iterator[Phrase]:
    """The paper at the head of a sentence that does not say who says so ("In the indictment, two men are said to have
    …")."""
    tokens, words = sentence.parse.tokens, lexicon(sentence.parse.lang)
    first = tokens[sentence.start]
    if first.lower not in ("in", "dans") or not any(_is_alleged(token) for token in sentence.tokens):
        return
    phrase = phrase_behind((first,), sentence)
    if phrase is not None and words.is_(phrase.head, Use.DOCUMENT) and tokens[phrase.end - 1 : phrase.end + 1]:
        yield phrase


def _is_alleged(token: Token) -> bool:
    """Whether a participle or a conditional passes something on without a source ("are said to", « auraient »)."""
    words = lexicon(token.parse.lang).hearsay
    passive = token.lemma.lower() in words.get(Hint.PASSIVE, ()) and token.first("aux:pass") is not None
    return passive or (token.parse.lang == "fr" and token.is_("Mood", "Cnd"))


def _origins(sentence: Sentence, who: Who) -> Iterator[Phrase]:
    """« De source policière, … »: the phrase that begins a sentence or stands between commas."""
    tokens = sentence.parse.tokens
    for token in sentence.tokens:
        if token.lower not in ("source", "sources") or token.i == sentence.start:
            continue
        lead = tokens[token.i - 1]
        if lead.pos == "ADJ" and token.i - 2 >= sentence.start:
            lead = tokens[token.i - 2]
        first = lead.i == sentence.start or tokens[lead.i - 1].text in (",", "(", "—", "–", "»")
        if lead.lower == "de" and first:
            yield Phrase((lead,), token, lead.i, end_of(token, sentence, lead.i))


def _places(
    sentence: Sentence, forms: Sequence[tuple[str, str, str]], parts: Sequence[str]
) -> Iterator[tuple[Token, ...]]:
    """Where words stand in a row, by form or lemma; elided words (« l'on ») may be one token or two.

    `forms` are each token's form, the same without a contraction, and its lemma.
    """
    tokens, wanted = sentence.tokens, "".join(parts)
    for i in [i for i, own in enumerate(forms) if wanted.startswith(own)]:
        row = ""
        for j in range(i, min(i + len(parts), len(tokens))):
            form = _CONTRACTED.get(tokens[j].lower, tokens[j].lower)
            form = form if wanted.startswith(row + form) else tokens[j].lower
            row += form if wanted.startswith(row + form) else tokens[j].lemma.lower()
            if row == wanted:
                yield tuple(tokens[i : j + 1])


def _weak(phrase: Phrase, who: Who) -> bool:
    """« Pour le ministre, … »: at the edge, with a comma, and a person or body behind it."""
    tokens = phrase.head.parse.tokens
    sentence = phrase.head.sentence
    first = phrase.start == sentence.start and phrase.end < sentence.end and tokens[phrase.end].text == ","
    words = lexicon(phrase.head.parse.lang)
    person = words.is_(phrase.head, Use.PERSON) or (phrase.head.pos == "PROPN" and _is_person(phrase.head))
    person = person or (bool(who(phrase.head)) and phrase.head.pos in ("PROPN", "NOUN", "X"))
    states = any(
        token.lemma in ("être", "be", "falloir", "s'agir", "agir")
        or token.text in ("«", "“")
        or token.is_("Mood", "Cnd")
        for token in sentence.tokens[phrase.end - sentence.start :]
    )
    return first and person and states and not words.is_(phrase.head, Use.TIME)


def _is_person(head: Token) -> bool:
    return any(entity.label == "PER" for entity in head.parse.entities_at(head.i))


def according(phrase: Phrase, others: Sequence[Phrase], who: Who) -> Report:
    """The report of a phrase; several phrases of one sentence share it out between them."""
    heads = [head for head in spread(phrase.head) if head.i < phrase.end] or [phrase.head]
    source = source_of(heads, who)
    content = place_content(phrase.start, phrase.end, phrase.head) & share(phrase, others) & between_semicolons(phrase)
    if phrase.words[-1].lower == "believed":
        content = between_semicolons(phrase) - frozenset(range(phrase.start, phrase.end))
    form = form_of(phrase.head, Form.ACCORDING_TO)
    rule = f"{phrase.head.parse.lang}.sources.preposition"
    return Report(phrase.words, source.heads, source.actors, source.words, form, Stance.ASSERT, content, rule)
