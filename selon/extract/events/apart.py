"""Whether a word near the head of a pattern belongs to something else: another verb, subject, object or building.

A word, the head and the words that the pattern has already come in, a verdict goes out. Data: the classes
`attributive` and `premises`.
"""

from itertools import islice

from selon.extract.events.frames import Element
from selon.extract.events.line import Line
from selon.parse.clause import clause_words, is_verb, preposition
from selon.parse.tree import Token

# So many steps above a word of a participle stands the verb that it opens the sentence of.
_STEPS = 4


def is_apart(token: Token, element: Element, head: Token, taken: list[Token], line: Line) -> bool:
    """Whether a word beside the head belongs to another one."""
    apart = _of_predicate(token, head) or _of_other_verb(token, head, taken)
    apart = (
        apart
        or _is_seen_to_act(token, head, line)
        or _of_next_clause(token, head)
        or _behind_object(token, head, taken)
    )
    apart = apart or _of_participle(token, head, taken, line) or is_of_perfect(token, head, taken)
    return apart or is_beside_agent(token, head) or _only_narrows(token, head, taken, element)


def _of_predicate(token: Token, head: Token) -> bool:
    """Whether a participle only tells of the noun that somebody is: "they are children of families opposed to X"; or a
    verb stands beside another one (« a fait la une et blessé X »)."""
    if token.pos == "VERB" and token.base == "conj" and token.head is head and token.first("cc") is not None:
        return True
    return head.rel == "cop" and token.base == "acl" and token.head is not None and token.head.pos == "NOUN"


def _of_other_verb(token: Token, head: Token, taken: list[Token]) -> bool:
    """Whether a noun is the object of a verb between it and the head (« évoquer X et prendre des sanctions », « évacuer
    le parvis sans utiliser la force »)."""
    verb = token.head
    if verb is None or token.base != "obj" or not head.i < verb.i < token.i:
        return False
    aside = verb.base == "conj" or (verb.base == "advcl" and verb.first("mark", "case") is not None)
    return is_verb(verb) and aside and verb not in taken


def _is_seen_to_act(token: Token, head: Token, line: Line) -> bool:
    """Whether somebody is only seen to do what a verb behind tells: "saw the president leave" is no meeting."""
    noun = token
    while noun.head is not None and noun.base in ("compound", "amod", "nmod", "flat") and noun.head.i > head.i:
        noun = noun.head
    verb = noun.head
    seen = noun.base == "nsubj" and verb is not None and verb is not head and verb.head is head
    return seen and not line.words(head).isdisjoint(line.lexicon.classes.get("witnessing", frozenset()))


def _of_next_clause(token: Token, head: Token) -> bool:
    """Whether a noun is in the subject of a clause behind a comma or around the head: "turned violent, police said",
    "steps taken by mayors and police were illegal"."""
    noun = token
    while noun.head is not None and noun.head.i > head.i and noun.base in ("compound", "amod", "nmod", "flat", "conj"):
        noun = noun.head
    verb = noun.head
    if noun.rel != "nsubj" or verb is None or verb is head or token.i < head.i or verb.i < token.i:
        return False
    around = head.rel == "acl" and verb in head.ancestors()
    up = (head, *islice(head.ancestors(), _STEPS))  # "told by Minsk to leave, two diplomats crossed the border"
    if any(each.head is verb and each.base == "advcl" and not each.first("nsubj") for each in up):
        return False
    return around or any(each.text == "," for each in head.parse.tokens[head.i : token.i])


def _behind_object(token: Token, head: Token, taken: list[Token]) -> bool:
    """Whether a noun stands behind a comma and an object that it is no part of: "took a survey of X, the district"."""
    objects = [each for each in head.all("obj") if head.i < each.i < token.i and each not in taken]
    if not objects or head.pos != "VERB" or token.pos not in ("NOUN", "PROPN") or token.first("case") is not None:
        return False
    comma = any(each.text == "," for each in head.parse.tokens[objects[0].i : token.i])
    over = token.head if token.base in ("conj", "appos") else None
    return comma and (over is None or all(over not in each.conjuncts() for each in objects))


def _of_participle(token: Token, head: Token, taken: list[Token], line: Line) -> bool:
    """Whether a word hangs on a past participle between it and the head: "will try today, armed with an agreement"."""
    verb = next((each for each in token.ancestors() if each.pos in ("VERB", "ADJ")), None)
    if verb is None or verb in taken or not head.i < verb.i < token.i:
        return False
    alone = verb.base == "advcl" and verb.is_("Tense", "Past") and not verb.first("aux", "nsubj", "mark")
    return alone or not line.words(verb).isdisjoint(line.lexicon.classes.get("attributive", frozenset()))


def is_of_perfect(token: Token, head: Token, taken: list[Token]) -> bool:
    """Whether a word belongs to a perfect infinitive between it and the head, or is one (« a reconnu avoir arrêté
    l'opposant », « a fait la une après avoir tué X »)."""
    between = token.parse.tokens[head.i + 1 : token.i + 1] if head.i < token.i else ()
    helped = [each.head for each in between if each.base == "aux" and each.is_("VerbForm", "Inf")]
    if any(verb is not None and verb not in taken and head.i < verb.i <= token.i for verb in helped):
        return True
    return _is_object_of_infinitive(token, head, taken)


def _is_object_of_infinitive(token: Token, head: Token, taken: list[Token]) -> bool:
    """Whether a noun is what a French infinitive behind the head asks for or does (« a décidé d'exiger la libération »
    decides no release)."""
    verb = token.head
    if verb is None or head.parse.lang != "fr" or token.base != "obj" or not head.i < verb.i < token.i:
        return False
    led = any(each.lemma == "de" for each in verb.all("mark", "case"))
    return verb.is_("VerbForm", "Inf") and led and verb not in taken and verb.head is head


def _only_narrows(token: Token, head: Token, taken: list[Token], element: Element) -> bool:
    """Whether a present participle only says what another noun does: « lever l'interdiction frappant le parti »."""
    if token.lower in element.words:
        return False
    noun = token.head if token.pos == "VERB" and token.base == "acl" and token.is_("Tense", "Pres") else None
    return noun is not None and noun is not head and noun not in taken and token.is_("VerbForm", "Part")


def is_beside_agent(token: Token, head: Token) -> bool:
    """Whether a word does it with others, and suffers nothing: "measures taken by the army and police forces"."""
    first = token.head
    if token.rel != "conj" or first is None or token.pos not in ("NOUN", "PROPN"):
        return False
    return first.head is head and preposition(first) in clause_words(head.parse.lang).agent


def is_purpose(token: Token, head: Token, taken: list[Token], line: Line) -> bool:
    """Whether a word only says what a building is for: "a training camp run by soldiers" trains nobody here."""
    over = token.head
    if token.base != "compound" or over is None or over in taken or head.pos != "VERB":
        return False
    return not line.words(over).isdisjoint(line.lexicon.classes.get("premises", frozenset()))
