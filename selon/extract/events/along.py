"""Who does it besides the subject: a subject comes in, those whom the words behind it put at its side go out.

"Australia, joined by New Zealand, banned …", « le président, en compagnie de son homologue, … », "American bombers flew
alongside South Korean fighters". Read from the row of words. Reads the classes `along`,
`along_behind`, `along_alone`, `through` and `led_along`.
"""

from selon.extract.events.frames import Frame, Intent
from selon.extract.events.match import Match
from selon.extract.events.scene import Scene
from selon.model.ontology import EventType
from selon.parse.tree import Token

# What is done through others; who talks through somebody has a go-between.
_DEEDS = (EventType.AID, EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE)
# So many words behind the word of company stands who is there.
_NEAR = 7
_FAR = 14


def beside_doer(subject: Token, match: Match, scene: Scene) -> list[Token]:
    """Those at the side of a subject: told between it and its verb, or behind the verb in the same clause."""
    tokens, first, classes = scene.line.tokens, scene.line.tokens[0].i, scene.line.lexicon.classes
    along, behind = classes.get("along", frozenset()), classes.get("along_behind", frozenset())
    frame = match.pattern.frame
    if isinstance(frame, Frame) and frame.type in _DEEDS:
        behind |= classes.get("through", frozenset())
    if subject.sentence_i != tokens[0].sentence_i or scene.line.vocabulary.isdisjoint(along | behind):
        return []
    near = tokens[subject.i - first + 1 : match.top.i - first]
    words = [each for each in near if scene.line.words(each) & along and _is_of(each, subject, match)]
    after = tokens[match.top.i - first + 1 : match.top.i - first + _FAR]
    words += [each for each in after if scene.line.words(each) & behind and _is_of_verb(each, match)]
    words = [each for each in words if each not in match.tokens and not _is_place(each, frame)]
    return next(([found] for word in words if (found := _company(word, match, scene)) is not None), [])


def _is_of(word: Token, subject: Token, match: Match) -> bool:
    """Whether a word of company before the verb hangs on the subject or the verb, or stands over them in commas."""
    if word.base == "cc" and word.head not in subject.conjuncts():
        return False  # « assistée par l'Iran ainsi que par la Russie »
    aside = word.parse.tokens[word.i - 1].text == "," and word in subject.ancestors()
    return aside or any(each in (subject, match.top) for each in word.ancestors())


def _is_of_verb(word: Token, match: Match) -> bool:
    """Whether no other verb stands between the verb and a word of company, in the row or in the tree."""
    between = word.parse.tokens[match.top.i + 1 : word.i]
    if any(each.pos == "VERB" or each.text in (";", ":") for each in between if each not in match.tokens):
        return False
    over = next((each for each in word.ancestors() if each.pos == "VERB"), None)
    return over is match.top or over in match.tokens


def _is_place(word: Token, frame: Frame | Intent) -> bool:
    """Whether the other side of the frame stands behind the word: « s'est rangé aux côtés de X »."""
    return any(word.lower in place or word.lemma.lower() in place for place in frame.recipient)


def _company(word: Token, match: Match, scene: Scene) -> Token | None:
    """The first actor behind a word of company that needs no preposition or has it."""
    tokens, at = scene.line.tokens, word.i - scene.line.tokens[0].i
    led = scene.line.lexicon.classes.get("led_along", frozenset())
    behind = tokens[at + 1 : at + 1 + _NEAR]
    alone = word.pos in ("ADP", "SCONJ") and word.lower in scene.line.lexicon.classes.get("along_alone", frozenset())
    if not behind or (behind[0].lower not in led and not alone):
        return None
    for each in behind:
        if each.pos in ("VERB", "AUX") or each.text in (",", ";"):
            break
        if each.pos in ("NOUN", "PROPN", "ADJ") and each not in match.tokens and scene.who(each):
            return each
    return None
