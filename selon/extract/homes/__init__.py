"""Countries that an event gives those of its parties whose own words and surroundings give none (CODING, case 12).

Local people, police, courts, soldiers are of the country where the event happens (`scene`); whom a state's court,
police or ruler judges, arrests or frees is its own, victims whom nobody else claims are of the side that counts them
(`power`); a text that names one state alone is of its people (`alone`).
"""

from collections.abc import Sequence

from selon.extract.actors import Cast
from selon.extract.draft import Draft
from selon.extract.homes.alone import by_people, by_rule, by_rulers
from selon.extract.homes.parties import Way
from selon.extract.homes.power import by_address, by_count, by_power, by_quarrel
from selon.extract.homes.scene import by_place, by_sentence, by_text, by_two
from selon.model.place import Place

# Each sees what those before it gave.
_WAYS: tuple[Way, ...] = (
    by_place, by_sentence, by_rule, by_power, by_address, by_quarrel, by_count, by_two, by_text, by_people, by_rulers,
)  # fmt: skip


def at_home(drafts: Sequence[Draft], cast: Cast, places: Sequence[Place]) -> Cast:
    """The cast with the countries that events give; to nobody where two events say two countries."""
    given: dict[str, str] = {}
    for way in _WAYS:
        found: dict[str, set[str]] = {}
        for draft in drafts:
            for id, country in way(draft, cast, given, places):
                if id not in given and cast.is_open(id):
                    found.setdefault(id, set()).add(country)
        given |= {id: countries.pop() for id, countries in found.items() if len(countries) == 1}
    return cast.with_countries(given)
