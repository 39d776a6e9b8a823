"""Acts of violence: which noun names one, which does a deed itself, whom it strikes and who is harmed in it.

Reads the classes `attack`, `war`, `violence`, `killing` and `dying`.
"""

from selon.extract.events.frames import Frame
from selon.extract.events.inner import below_under, ids_of
from selon.extract.events.match import Match
from selon.extract.events.scene import Scene
from selon.model.ontology import EventType
from selon.parse.clause import Arguments, antecedent, clause_words
from selon.parse.tree import Token

_VIOLENT = ("attack", "war", "violence")
# So many words of its own phrases stand between an attack and the clause that tells whom it killed.
_PHRASE = 8
_DIRECTED = ("contre", "sur", "against", "on")
_NOMINAL = ("NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM")


def is_violence(token: Token, scene: Scene) -> bool:
    """Whether a noun names an attack, a fight or another act of violence."""
    classes = scene.line.lexicon.classes
    return any(scene.line.words(token) & classes.get(name, frozenset()) for name in _VIOLENT)


def tells_violence(match: Match) -> bool:
    frame = match.pattern.frame
    return isinstance(frame, Frame) and frame.type is EventType.ASSAULT


def violence_that(match: Match, scene: Scene) -> Token | None:
    """The violence that itself does a deed of violence in a relative clause (« l'attaque qui a tué … », "the explosion
    that tore through the port and killed …"); read from the row of words, None elsewhere."""
    if not tells_violence(match):
        return None
    tokens, relative = scene.line.tokens, clause_words(match.top.parse.lang).relative
    at = match.top.i - tokens[0].i
    for i in range(at - 1, 0, -1):
        if tokens[i].lower in relative and (violence := _violence_before(i, match.top, scene)) is not None:
            return violence if violence not in match.tokens else None  # « l'attaque que l'armée a lancée »
        if tokens[i].text in (",", ";", ":") or tokens[i].lower in relative or tokens[i].pos == "SCONJ":
            return None
    return None


def _violence_before(i: int, verb: Token, scene: Scene) -> Token | None:
    """The violence that the relative pronoun at position `i` stands for: right before it, or before phrases of its own
    (« une attaque sur la localité de Blida qui a fait un mort »)."""
    tokens = scene.line.tokens
    if is_violence(tokens[i - 1], scene):
        return tokens[i - 1]
    number = next((each.morph.get("Number") for each in (*verb.all("aux"), verb) if each.is_("VerbForm", "Fin")), None)
    for each in reversed(tokens[max(i - _PHRASE, 0) : i]):
        if each.pos not in _NOMINAL:
            return None
        if is_violence(each, scene) and number is not None and each.is_("Number", number):
            return each
    return None


def harmed_in(violence: Token, scene: Scene) -> list[Token]:
    """Who came to harm in an attack, as a relative clause of it tells (« l'attentat qui a tué dix soldats »)."""
    classes = scene.line.lexicon.classes
    found: list[Token] = []
    for part in (violence, *violence.all("nmod")):
        for verb in part.all("acl"):
            if scene.line.words(verb) & classes.get("killing", frozenset()):
                found += [each for noun in verb.all("obj") for each in (noun, *noun.all("appos"))]
            elif scene.line.words(verb) & classes.get("dying", frozenset()):
                subjects = [each for each in verb.all("nsubj") if antecedent(each) is each]
                found += subjects or [each for each in verb.all("obj") if antecedent(each) is each]
    return [each for noun in found for each in noun.conjuncts()]


def struck_by(found: Arguments, counted: tuple[str, ...], match: Match, scene: Scene) -> tuple[str, ...]:
    """At whom the violence is directed that only counts its dead (« l'attaque contre un convoi malien a fait dix
    morts »); () where somebody else than the `counted` comes to harm.
    """
    named = {id for noun in match.nouns for id in scene.who(noun)}
    if not tells_violence(match) or not named.issuperset(counted):
        return ()
    struck = [each for noun in found.subjects if not scene.who(noun) for each in _under_or_deeper(noun)]
    return tuple(id for id in ids_of(struck, scene.who, inner=False) if id not in named)


def _under_or_deeper(violence: Token) -> list[Token]:
    """Whom « contre » or "against" names below violence, or below what it is of."""
    return [each for noun in (violence, *violence.all("nmod")) for each in below_under(noun, _DIRECTED)]
