"""Which countries and regions a text plays in, as a help to tell places of one name apart."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from selon.lexicon.demonyms import demonym
from selon.lexicon.gazetteer import Candidate
from selon.model.ontology import Precision
from selon.parse.tree import Parse

# From this share of all that names countries on, a country is one that the text plays in.
_SHARE = 0.12
# Mentions of other countries that a short text might have made.
_DOUBT = 2


@dataclass(slots=True)
class Story:
    """Weights of countries, and the first level regions that the text names."""

    countries: Counter[str] = field(default_factory=Counter)
    areas: set[str] = field(default_factory=set)

    def share(self, country: str | None) -> float:
        """The part of all mentions of countries that is this one's, 0 to 1; less where they are few."""
        total = self.countries.total()
        return self.countries[country] / (total + _DOUBT) if country else 0.0

    def holds(self, country: str | None) -> bool:
        """Whether the text plays in the country, among others."""
        return self.share(country) >= _SHARE

    @property
    def known(self) -> bool:
        """Whether the text names any country at all."""
        return bool(self.countries)


def story_of(parse: Parse, sure: Iterable[tuple[Candidate, ...]]) -> Story:
    """The story, from names that surely are places (each with all its candidates) and from demonyms."""
    story = Story()
    for candidates in sure:
        first = candidates[0]
        rivals = [each for each in candidates[1:] if each.country != first.country and each.score > first.score - 2.5]
        if first.country is not None and not rivals:
            story.countries[first.country] += 2 if first.precision is Precision.COUNTRY else 1
            if first.precision is Precision.REGION:
                story.areas.add(first.name)
    for token in parse.tokens:
        if token.pos in ("ADJ", "NOUN", "PROPN") and len(token.text) > 3:
            for people in demonym(token.text, parse.lang):
                if people.country:
                    story.countries[people.country] += 1
    return story
