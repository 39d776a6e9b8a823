"""Names that the lexicons know, and words for « the country »: which state, government, people or place they mean.

In: a candidate and the board of its document. The candidate then has its clusters, none where nothing is sure.
"""

from selon.extract.actors import bodies, lately
from selon.extract.actors.board import Board
from selon.extract.actors.candidate import TAKING_UP, Candidate
from selon.extract.actors.origin import said
from selon.extract.actors.salience import state_gender
from selon.extract.actors.words import Trait
from selon.lexicon.namesakes import likelier
from selon.model.ontology import ActorKind


def take_state(board: Board, candidate: Candidate) -> None:
    """A state by its name: the one that the text makes sure, or the likelier one."""
    shared = [each for countries in candidate.countries for each in countries.split("|")]
    if len(shared) > 1 and candidate.head.is_("Number", "Plur"):  # « les deux Corées »
        for each in shared:
            board.state(each).join(candidate)
        return
    country = board.setting.one_of(candidate.countries)
    if country is None and len(candidate.tokens) > 1:  # « la République islamique »
        country = likelier(shared)
    if country is None:
        board.new(candidate, None)
        return
    cluster = board.state(country)
    cluster.join(candidate)
    if board.parse.lang == "fr":
        cluster.gender = cluster.gender or state_gender(candidate.key, country)
        cluster.plural = cluster.plural or candidate.plural


def take_adjective(board: Board, candidate: Candidate) -> None:
    """A demonym: a mention of each state that it is sure to mean."""
    for each in candidate.countries:
        if (country := board.setting.one_of((each,))) is not None:
            board.state(country).join(candidate)


def take_government(board: Board, candidate: Candidate) -> None:
    """A capital that acts: the government there, or the organisation that it houses."""
    if (housed := bodies.housed(board, candidate)) is not None:
        board.keyed(f"body:{housed.key}", housed.kind).take(candidate, None)
        return
    country = board.setting.one_of(candidate.countries)
    board.keyed(f"government:{country or candidate.key}", ActorKind.GOVERNMENT).take(candidate, country)


def take_place(board: Board, candidate: Candidate) -> None:
    """A town or region that acts."""
    country = board.setting.one_of(candidate.countries)
    name = candidate.key or candidate.span.cut(board.parse.text)
    board.keyed(f"place:{name} {country}", ActorKind.PLACE).take(candidate, country)


def take_people(board: Board, candidate: Candidate) -> None:
    """The people of a state, by its name."""
    country = board.setting.one_of(candidate.countries)
    cluster = board.keyed(f"people:{candidate.key} {country or ''}", ActorKind.PEOPLE)
    cluster.plural = True
    cluster.take(candidate, country)


def take_country_word(board: Board, candidate: Candidate) -> None:
    """« le pays », « ce pays », « les deux pays »: states told of; « des pays membres » is an actor of its own."""
    if candidate.noun is not None and candidate.noun.has(Trait.COLONIAL):
        ruler = said(board, candidate) or lately.last_ruler(board, candidate)
        if ruler is not None:
            board.state(ruler).join(candidate)
        return
    if lately.take_few(board, candidate):
        return
    if candidate.plural or candidate.definite not in TAKING_UP:
        if candidate.sectors or candidate.countries:
            board.new(candidate, None)
        return
    country = said(board, candidate) or lately.last_state(board, candidate)
    if country is not None:
        board.state(country).join(candidate)
