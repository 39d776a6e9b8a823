"""Bodies by their name: which of several is meant, which one an acronym shortens, which acronyms are bodies."""

from selon.extract.actors.board import Board
from selon.extract.actors.candidate import Candidate, Sort
from selon.extract.actors.cluster import Cluster
from selon.extract.actors.names import Body, union_at
from selon.lexicon.names import plain
from selon.model.ontology import Sector

# Bodies that are of the country that a text is about, if it is about one.
_SETTLED = ((Sector.PTY,), (Sector.OPP,), (Sector.LAB,), (Sector.EDU,))
_SMALL = ("DET", "ADP", "CCONJ", "PUNCT", "PART")


def choose(board: Board, candidate: Candidate) -> None:
    """Of the bodies that share the name, the one told of before, else the one whose state the text names."""
    options = candidate.bodies
    if len(options) < 2:
        return
    told = [each for each in options if f"body:{each.key}" in board.by_key]
    near = [each for each in options if set(each.countries) & board.setting.named]
    best = next(iter([*told, *near, *options]))
    candidate.key, candidate.countries = best.key, best.countries
    candidate.sectors, candidate.kind = best.sectors, best.kind


def abbreviated(board: Board, candidate: Candidate) -> Cluster | None:
    """The body or army told of before whose words the acronym is made of ("Sudanese Armed Forces … the SAF")."""
    acronym = plain(candidate.key)
    for cluster in board.recent(candidate):
        for mention in cluster.mentions:
            if (
                not mention.person
                and mention.sort in (Sort.BODY, Sort.NOMINAL)
                and _initials(mention, board.initials) == acronym
            ):
                return cluster
    return None


def _initials(mention: Candidate, known: dict[int, str]) -> str:
    if id(mention) not in known:
        words = [token for token in mention.head.parse.tokens_in(mention.span) if token.pos not in _SMALL]
        known[id(mention)] = "".join(plain(token.text)[0] for token in words if token.text[0].isupper())
    return known[id(mention)]


def has_members(candidate: Candidate) -> bool:
    """Whether people are of it (« un porte-parole du FUC », « les rebelles du RUF »)."""
    outer = candidate.phrase.inside if candidate.phrase is not None else None
    return outer is not None and outer.noun is not None and outer.noun.person


def housed(board: Board, candidate: Candidate) -> Body | None:
    """The organisation that a capital stands for, if the text speaks of it and not of the state (« Bruxelles »), or of
    nothing else that is of the state."""
    others = [each for each in board.candidates if each.countries == candidate.countries and each is not candidate]
    state = any(each.sort is Sort.STATE for each in others)
    own = any(each.sort is not Sort.GOVERNMENT for each in others)
    for body in candidate.bodies:
        told = any(other.sort is Sort.BODY and other.key == body.key for other in board.candidates)
        told = told or any(union_at(board.parse, token.i) == body.key for token in board.parse.tokens)
        if (told and not state) or not own:
            candidate.sectors, candidate.countries = body.sectors, ()
            return body
    return None


def home(board: Board, candidate: Candidate) -> str | None:
    """The country of a party, union or opposition that no lexicon knows: the only one of the text."""
    settled = candidate.noun is not None and candidate.sectors[:1] in _SETTLED
    return board.setting.only(candidate.head.sentence) if settled else None


def remember_alias(board: Board, candidate: Candidate, cluster: Cluster) -> None:
    """Makes the acronym in brackets behind a name (« (CGRI) ») lead to the same body."""
    alias = candidate.phrase.alias if candidate.phrase is not None else None
    if alias is not None:
        text = " ".join(token.text for token in board.parse.tokens[alias.start : alias.end])
        board.by_key.update({f"body:{name}": cluster for name in (text, alias.key) if name})
