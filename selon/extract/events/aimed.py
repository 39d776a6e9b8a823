"""Whom a measure is aimed at by the clause that hangs on it: « a levé les sanctions qui visaient Khartoum ».

A match comes in; the ids of those at whom the participle or relative clause on one of its nouns says it is aimed go
out. Reads the class `aiming` of classes.yml.
"""

from selon.extract.events.inner import ids_of
from selon.extract.events.match import Match
from selon.extract.events.scene import Scene
from selon.parse.clause import arguments, is_passive
from selon.parse.tree import Token

_TOWARDS = (
    "à", "contre", "sur", "pour", "à encontre de", "à égard de", "en", "dans", "to", "on", "against", "upon", "in",
)  # fmt: skip


def aimed_at(match: Match, scene: Scene) -> tuple[str, ...]:
    """Those whom a clause on a matched noun names: the object of « qui frappent X », « imposé à X », "targeting X"."""
    aiming = scene.line.lexicon.classes.get("aiming", frozenset())
    nouns = [token for token in match.tokens if token.pos == "NOUN"]
    clauses = [each for noun in nouns for each in noun.all("acl") if scene.line.words(each) & aiming]
    for clause in clauses:
        ids = ids_of(_targets(clause), scene.who, inner=True) or ids_of(_targets(clause), scene.host, inner=False)
        if ids:
            return ids
    return ()


def _targets(clause: Token) -> list[Token]:
    """The object of an active clause, else its phrases under a preposition."""
    found = arguments(clause)
    objects = [] if is_passive(clause) or clause.is_("Tense", "Past") else clause.all("obj")
    return [*objects, *(phrase for name, phrase in found.obliques if name in _TOWARDS)]
