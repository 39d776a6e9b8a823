"""Which countries and regions a text plays in, as a help to tell places of one name apart."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from selon.lexicon.demonyms import demonym, may_begin
from selon.lexicon.gazetteer import Candidate
from selon.model.ontology import Precision
from selon.parse.tree import Parse, Token

# From this share of all that names countries on, a country is one that the text plays in.
SHARE = 0.12
# Mentions of other countries that a short text might have made.
_DOUBT = 2


@dataclass(frozen=True, slots=True)
class Story:
    """Weights of countries with their `total`, and the first level regions that the text names."""

    countries: Mapping[str, int] = field(default_factory=dict)
    areas: Set[str] = frozenset()
    total: int = 0

    def share(self, country: str | None) -> float:
        """The part of all mentions of countries that is this one's, 0 to 1; less where they are few."""
        return self.countries.get(country, 0) / (self.total + _DOUBT) if country else 0.0

    def holds(self, country: str | None) -> bool:
        """Whether the text plays in the country, among others."""
        return self.share(country) >= SHARE

    def main(self, share: float) -> str | None:
        """The one country that has this share of all the mentions; None where there is no such country."""
        country = max(self.countries, key=lambda each: self.countries[each], default=None)
        return country if country is not None and self.countries[country] >= share * self.total else None

    @property
    def known(self) -> bool:
        """Whether the text names any country at all."""
        return bool(self.countries)


def peoples_in(parse: Parse) -> Counter[str]:
    """How often the demonyms of a text name each country."""
    found: Counter[str] = Counter()
    for token in parse.tokens:
        if len(token.text) > 3 and token.pos in ("ADJ", "NOUN", "PROPN") and may_begin(token.text, parse.lang):
            found.update(people.country for people in demonym(token.text, parse.lang) if people.country)
    return found


def peoples_near(tokens: Sequence[Token], lang: str) -> str | None:
    """The country of the last of some tokens that is a people's adjective (« le tribunal arménien d' »)."""
    for token in reversed(tokens):
        found = [people.country for people in demonym(token.text, lang) if people.country]
        if found:
            return found[0]
    return None


def story_of(peoples: Counter[str], sure: Iterable[tuple[Candidate, ...]]) -> Story:
    """The story, from names that surely are places (each with all its candidates) and from `peoples_in` the text."""
    countries, areas = Counter(peoples), set[str]()
    for candidates in sure:
        first = candidates[0]
        rivals = [each for each in candidates[1:] if each.country != first.country and each.score > first.score - 2.5]
        if first.country is not None and not rivals:
            countries[first.country] += 2 if first.precision is Precision.COUNTRY else 1
            if first.precision is Precision.REGION:
                areas.add(first.name)
    return Story(countries, areas, countries.total())
