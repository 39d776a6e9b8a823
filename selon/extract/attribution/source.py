"""Who speaks: the noun phrase of a source, its actors, and which form its kind of word gives a report."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from selon.extract.attribution.surface import before, is_inverted, is_relative
from selon.extract.attribution.words import Use, lexicon
from selon.model.ontology import Form
from selon.model.span import Words
from selon.parse.clause import antecedent, preposition
from selon.parse.tree import Token

Who = Callable[[Token], tuple[str, ...]]
# What belongs to a source's name; relative clauses, datelines and asides do not.
_OUTSIDE = (
    "acl:relcl",
    "acl",
    "parataxis",
    "punct",
    "case",
    "advcl",
    "cop",
    "mark",
    "discourse",
    "orphan",
    "cc:preconj",
)
_BY = ("de", "d'", "du", "des", "par", "by", "of", "from")
# What a name goes on with when the tree is of no help: « de la », "of the", names and adjectives.
_LINKS = ("de", "d'", "du", "des", "of", "for", "at", "to", "'s", "'", "al", "ben", "el", "von", "van")
# Prepositions that tell of the saying, not of the speaker.
_APART = ("sur", "lors", "devant", "après", "avant", "depuis", "via", "pendant", "par", "sous", "on", "after", "before", "during",
    "via", "by", "while", "since", "amid", "alors")  # fmt: skip
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "X", "SYM", "ADJ", "DET")


@dataclass(frozen=True, slots=True)
class Source:
    """The heads of a source's phrases, its actor ids, and its words without preposition."""

    heads: tuple[Token, ...]
    actors: tuple[str, ...]
    words: Words | None


NOBODY = Source((), (), None)


def source_of(heads: Iterable[Token], who: Who) -> Source:
    """The source that the phrases with these heads name; NOBODY for impersonal pronouns (« on », « il » of « il paraît »)."""
    kept = [_stands_for(head) for head in heads]
    kept = [head for head in kept if _nominal(head) and not is_nobody(head)]
    if not kept:
        return NOBODY
    speaking = [speaker(head) for head in kept]
    actors = tuple(dict.fromkeys(actor for head in speaking for actor in who(head)))
    if not actors:
        actors = tuple(dict.fromkeys(actor for head in kept for actor in _owner_actors(head, who)))
    return Source(tuple(kept), actors, phrase(speaking))


def within(source: Source, bounds: tuple[int, int] | None, who: Who) -> Source:
    """The source with the words between token bounds as its own, where there are some."""
    if bounds is None or not source.heads:
        return source
    parse = source.heads[0].parse
    actors = source.actors or next((found for i in range(*bounds) if (found := who(parse.tokens[i]))), ())
    return Source(source.heads, actors, parse.words(*bounds))


def clipped(source: Source, verb: Token) -> Source:
    """The source without what a wrong tree adds to it: the verb of saying behind it and what follows."""
    if source.words is None or not source.words.span.start < verb.start < source.words.span.end:
        return source
    parse = verb.parse
    end = parse.tokens[verb.i - 1].end
    return Source(source.heads, source.actors, Words.of(parse.text, source.words.span.start, end))


def _stands_for(head: Token) -> Token:
    """What a relative pronoun stands for: by the tree, else the phrase before it."""
    found = antecedent(head)
    if found is not head or not is_relative(head) or head.i == head.sentence.start:
        return found
    lead = head.parse.tokens[head.i - 1]
    return before(lead if lead.text == "," else head) or head


def without_lead(source: Source, lead: Token) -> Source:
    """The source without the word that leads it, which a wrong tree takes in (« citant | la police »)."""
    if source.words is None or source.words.span.start > lead.start or source.words.span.end <= lead.end:
        return source
    start = lead.parse.tokens[lead.i + 1].start
    return Source(source.heads, source.actors, Words.of(lead.parse.text, start, source.words.span.end))


def apart(source: Source, said: Token) -> Source:
    """The source without what is said, which a tree may hang on it (« l'annonce par Moscou | du retrait »)."""
    if source.words is None:
        return source
    first = said.subtree()[0]
    return clipped(source, first)


def with_article(source: Source) -> Source:
    """The source with the « des » before it, which a tree that takes it for a preposition leaves out."""
    if not source.heads or source.words is None:
        return source
    parse = source.heads[0].parse
    first = parse.tokens_in(source.words.span)[0]
    lead = parse.tokens[first.i - 1] if first.i > first.sentence.start else None
    if lead is None or lead.lower != "des" or first.pos == "DET":
        return source
    return Source(source.heads, source.actors, Words.of(parse.text, lead.start, source.words.span.end))


def name_bounds(head: Token) -> tuple[int, int]:
    """The token bounds of a name: article and words of the name right around its head, nothing that hangs on it."""
    tokens, sentence = head.parse.tokens, head.sentence
    start, end = head.i, head.i + 1
    while start > sentence.start and tokens[start - 1].pos in ("DET", "PROPN", "NOUN", "ADJ"):
        start -= 1
    while end < sentence.end and tokens[end].pos == "PROPN":
        end += 1
    return start, end


def may_speak(head: Token) -> bool:
    """Whether a noun is of the kind that speaks: a name, a pronoun, or a word for people, bodies, media, papers."""
    words = lexicon(head.parse.lang)
    uses = (Use.PERSON, Use.DOCUMENT, Use.REPORTS, Use.AGENCY, Use.SPEECH)
    return head.pos in ("PROPN", "PRON") or any(words.is_(head, use) for use in uses)


def _nominal(head: Token) -> bool:
    if is_inverted(head):
        return True
    return head.pos in _NOMINAL and (head.pos not in ("ADJ", "DET") or head.first("det") is not None)


def is_nobody(head: Token) -> bool:
    """Whether a pronoun stands for no one: « on », expletives, "it"."""
    if head.lower == "-t" or (head.base == "expl" and not _person(head)):
        return True
    if head.lower == "it" and head.base == "nsubj" and _person(head):
        return False
    return (head.pos == "PRON" or is_inverted(head)) and head.lower.lstrip("-t") in (
        "on",
        "'on",
        "l'on",
        "ce",
        "c'",
        "cela",
        "ça",
        "it",
        "there",
        "one",
        "this",
        "that",
        "which",
    )


def _person(head: Token) -> bool:
    """Whether an « il » or "he" before an active verb of saying is a person, though the tree takes it for an expletive."""
    verb = head.head
    name = head.lower.removeprefix("-t").lstrip("-")
    return verb is not None and name in ("il", "he", "it") and verb.first("aux:pass") is None and verb.pos == "VERB"


def speaker(head: Token) -> Token:
    """Whoever speaks in a noun of speech (« selon le récit d'un marin »: the sailor); any other head is its own."""
    words = lexicon(head.parse.lang)
    if not words.is_(head, Use.SPEECH):
        return head
    tokens = head.parse.tokens
    led = False
    for each in tokens[head.i + 1 : min(head.i + 12, head.sentence.end)]:
        if each.pos == "PUNCT" or (each.is_("VerbForm", "Fin") and each.base not in ("acl", "amod")):
            break
        led = led or each.lower in _BY
        if led and each.pos in ("NOUN", "PROPN") and not words.is_(each, Use.TIME):
            return each
    return next((child for child in head.children if child.rel == "nmod:poss"), head)


def _owner_actors(head: Token, who: Who) -> tuple[str, ...]:
    """The actors that a paper is by or of (« un communiqué du ministère »), nearest first."""
    for child in sorted(head.subtree(), key=lambda token: abs(token.i - head.i)):
        inside = not any(each.base == "acl" for each in _path(child, head))
        if child is not head and inside and child.base in ("nmod", "amod", "appos", "flat", "compound", "det"):
            if actors := who(child):
                return actors
    return ()


def _path(token: Token, top: Token) -> list[Token]:
    found = [token]
    while found[-1] is not top and found[-1].head is not None:
        found.append(found[-1].head)
    return found[:-1]


def phrase(heads: list[Token]) -> Words | None:
    """The words of the phrases from the first to the last, without prepositions, relative clauses and what follows them."""
    if not heads:
        return None
    parse = heads[0].parse
    spans = [_extent(head) for head in heads]
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    if heads[-1].i - heads[0].i > 25:
        start, end = spans[0]
    while start < end - 1 and parse.tokens[start].lower in ("de", "d'", "du", "of", "by"):
        start += 1
    if start > parse.tokens[start].sentence.start and _is_article(parse.tokens[start - 1]):
        start -= 1
    first = parse.tokens[start]
    clitic = is_inverted(first)
    begin = first.end - len(first.text.split("-")[-1]) if clitic else first.start
    return Words.of(parse.text, begin, parse.tokens[end - 1].end)


def _is_article(token: Token) -> bool:
    return token.pos == "DET" and token.lower not in ("de", "d'", "which", "what", "whose")


def _extent(head: Token) -> tuple[int, int]:
    """Token bounds of the head's phrase: what hangs on it and stands next to it without a gap."""
    kept = {head.i} | {token.i for token in _belonging(head)}
    start = end = head.i
    while start - 1 in kept:
        start -= 1
    tokens = head.parse.tokens
    while end + 1 in kept or (
        end + 2 in kept and tokens[end + 1].text in (",", "-", "(", "“", "«", '"') and _names(tokens[end + 2])
    ):
        end += 1
    if tokens[end].text == "(":
        end -= 1
    return start, _grown(head, end) + 1


def _grown(head: Token, end: int) -> int:
    """The last token of the phrase by its surface, where the tree cuts it short (« la Maison | -Blanche »)."""
    tokens, words = head.parse.tokens, lexicon(head.parse.lang)
    links = _LINKS if head.parse.lang == "en" else _LINKS[:4] + _LINKS[7:]
    last, i = end, end + 1
    while i < head.sentence.end:
        token = tokens[i]
        if words.is_(token, Use.TIME) or (
            token.is_("VerbForm", "Fin") and token.pos in ("VERB", "AUX") and token.lower not in _LINKS
        ):
            break
        if token.lower in words.forms and (_says(token) or _asked(token)):
            break
        if token.pos in ("NOUN", "PROPN", "X", "NUM") or (token.pos == "ADJ" and head.parse.lang == "fr"):
            last = i
        elif not (
            token.lower in links or token.text in ("-", "’s") or (token.pos == "DET" and tokens[i - 1].lower in links)
        ):
            break
        i += 1
    return last


def _asked(token: Token) -> bool:
    """« contacté par l'AFP », "reached by phone" behind a name."""
    words, behind = lexicon(token.parse.lang), token.parse.tokens[token.i + 1 : token.i + 2]
    told = words.is_verb(token, Use.CITED_BY) or words.is_verb(token, Use.ASKED_BY)
    return told and bool(behind) and behind[0].pos == "ADP"


def _says(token: Token) -> bool:
    """Whether a word of a verb of saying is followed by what is said, and so is no part of a name before it."""
    following = token.parse.tokens[token.i + 1 : token.i + 2]
    return bool(following) and (following[0].lower in ("que", "qu'", "that", "avoir", "être", ":") or token.pos == "VERB")


def _names(token: Token) -> bool:
    """Whether the phrase goes on with a name in apposition (« le ministre, Jean Petit »)."""
    return token.pos == "PROPN"


def _belonging(head: Token) -> list[Token]:
    found: list[Token] = []
    for child in head.children:
        if (
            child.rel in _OUTSIDE
            or child.base in _OUTSIDE
            or (child.base in ("nsubj", "aux", "obl") and head.pos in ("NOUN", "PROPN"))
        ):
            continue
        if child.base in ("conj", "cc") or _circumstance(child, head):
            continue
        if lexicon(head.parse.lang).is_(child, Use.TIME) and child.first("case") is None:
            continue
        found.append(child)
        found.extend(child.children if child.base == "case" else _inner(child))
    return found


def _circumstance(child: Token, head: Token) -> bool:
    """Whether a phrase behind a noun tells where or when it was said, and not whose it is (« sur la chaîne X »)."""
    lead = preposition(child).split(" ")[0]
    paper = lead in ("in", "dans") and lexicon(head.parse.lang).is_(child, Use.DOCUMENT)
    told = lead in ("à", "to") and is_agency(child)
    return child.i > head.i and (lead in _APART or paper or told)


def _inner(child: Token) -> list[Token]:
    """All below a phrase inside the source, its own prepositions and commas too, relative clauses not."""
    found: list[Token] = []
    for each in child.children:
        if each.rel == "acl:relcl" or each.base == "parataxis" or (each.pos == "PUNCT" and each.text in ",;"):
            continue
        found.append(each)
        found.extend(_inner(each))
    return found


def form_of(head: Token, usual: Form) -> Form:
    """`document` where a paper is the source itself, else the usual form.

    « le rapport indique » is a document; « les rapports indiquent », without more, are what media report (CODING, case 10).
    """
    words = lexicon(head.parse.lang)
    if not words.is_(head, Use.DOCUMENT):
        return usual
    bare = not any(child.base in ("nmod", "amod", "acl", "appos", "flat", "compound") for child in head.children)
    if words.is_(head, Use.REPORTS) and head.is_("Number", "Plur") and (bare or usual is Form.ACCORDING_TO):
        return usual
    return Form.DOCUMENT


def is_agency(head: Token) -> bool:
    """Whether the head names a news agency, or is the word for one.

    « à l'agence Reuters », "told AFP"; not « l'agence de l'eau ».
    """
    words = lexicon(head.parse.lang).sources.get(Use.AGENCY, frozenset())
    if (head.lower in words and head.pos == "PROPN") or (head.text.isupper() and head.lower in words):
        return True
    names = " ".join(
        token.lower for token in head.subtree() if token.pos not in ("PUNCT", "DET") and token.base != "case"
    )
    if head.lower in words and head.pos == "NOUN":
        rest = [child for child in head.children if child.base in ("nmod", "appos", "flat", "amod", "compound")]
        return any(
            child.lower in ("presse", "press", "news") or is_agency(child) or child.pos == "PROPN" for child in rest
        )
    return names in words


def may_be_source(head: Token, who: Who) -> bool:
    """Whether what stands after « selon » or "according to" can speak; laws, rules and criteria cannot."""
    words = lexicon(head.parse.lang)
    if words.is_(head, Use.NOT_SOURCE):
        return False
    if any(words.is_(head, use) for use in (Use.DOCUMENT, Use.SPEECH, Use.REPORTS, Use.PERSON)) or who(head):
        return True
    return head.pos in ("PROPN", "NOUN") or (
        head.pos == "PRON" and head.lower not in ("laquelle", "lesquelles", "lequel", "que", "which")
    )
