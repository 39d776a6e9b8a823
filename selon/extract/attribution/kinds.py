"""What kind of word names a source: a paper, an agency, somebody who can speak, or what one acts in accordance with."""

from collections.abc import Callable

from selon.extract.attribution.words import Use, lexicon
from selon.lexicon.world import longest_at
from selon.model.ontology import ActorKind, Form
from selon.parse.tree import Token

Who = Callable[[Token], tuple[str, ...]]


def may_speak(head: Token) -> bool:
    """Whether a noun is of the kind that speaks: a name, a pronoun, or a word for people, bodies, media, papers."""
    words = lexicon(head.parse.lang)
    uses = (Use.PERSON, Use.DOCUMENT, Use.REPORTS, Use.AGENCY, Use.SPEECH)
    return head.pos in ("PROPN", "PRON") or is_foreign_name(head) or any(words.is_(head, use) for use in uses)


def is_foreign_name(head: Token) -> bool:
    """Whether a word that a tagger takes for foreign begins a name (« Human Rights Watch »)."""
    return head.pos == "X" and head.text[:1].isupper()


def is_paper(head: Token) -> bool:
    """Whether a noun is a paper; one with a capital inside a sentence is the name of a body (« le Baromètre »)."""
    named = head.text[0].isupper() and head.i > head.sentence.start + 1 and head.parse.lang == "fr"
    return lexicon(head.parse.lang).is_(head, Use.DOCUMENT) and not named


def form_of(head: Token, usual: Form) -> Form:
    """`document` where a paper is the source itself, else the usual form.

    « le rapport indique » is a document; « les rapports indiquent », without more, are what media report (CODING,
    case 10).
    """
    words = lexicon(head.parse.lang)
    if not is_paper(head):
        return usual
    bare = not any(child.base in ("nmod", "amod", "acl", "appos", "flat", "compound") for child in head.children)
    if words.is_(head, Use.REPORTS) and head.is_("Number", "Plur") and (bare or usual is Form.ACCORDING_TO):
        return usual
    return Form.DOCUMENT


def is_medium(head: Token) -> bool:
    """Whether the head names a news agency or another medium (« au quotidien Dawn », « à RFI », "told the BBC")."""
    if is_agency(head):
        return True
    tokens, sentence = head.parse.tokens, head.sentence
    if head.pos == "NOUN" and lexicon(head.parse.lang).is_(head, Use.MEDIUM):
        named = head.first("appos", "flat", "nmod", "compound", "amod")
        behind = tokens[head.i + 1] if head.i + 1 < sentence.end else None
        return named is not None or (behind is not None and (behind.pos == "PROPN" or behind.text in ("«", "“")))
    if head.pos not in ("PROPN", "NOUN", "X") or not any(each.text[0].isupper() for each in head.subtree()):
        return False
    words = [token.text for token in sentence.tokens]
    at = head.i - sentence.start
    for start in range(max(at - 4, 0), at + 1):
        match = longest_at(words, start, head.parse.lang)
        if match is not None and match.end > at:
            return any(getattr(each, "kind", None) is ActorKind.MEDIUM for each in match.candidates)
    return False


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


def opens_person(token: Token) -> bool:
    """Whether the name of somebody else follows that of an agency without a mark (« à l'AFP | Ibrahim Diallo »)."""
    agencies = lexicon(token.parse.lang).sources.get(Use.AGENCY, frozenset())
    lead = token.parse.tokens[token.i - 1]
    known = lead.pos == "PROPN" and lead.lower in agencies and lead.lower != "agence"
    return known and token.pos == "PROPN" and token.text.istitle() and token.lower not in agencies


def may_be_source(head: Token, who: Who) -> bool:
    """Whether what stands after « selon » or "according to" can speak; laws, rules and criteria cannot."""
    words = lexicon(head.parse.lang)
    if words.is_(head, Use.NOT_SOURCE):
        return False
    if any(words.is_(head, use) for use in (Use.DOCUMENT, Use.SPEECH, Use.REPORTS, Use.PERSON)) or who(head):
        return True
    return head.pos in ("PROPN", "NOUN", "X") or (
        head.pos == "PRON" and head.lower not in ("laquelle", "lesquelles", "lequel", "que", "which")
    )
