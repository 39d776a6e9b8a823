"""The words of quantities: numbers, their modifiers, what is counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from selon.lexicon.kept import kept
from selon.lexicon.load import data_file, load_yaml
from selon.model.ontology import QuantityOf
from selon.parse.tree import Token


@dataclass(frozen=True, slots=True, eq=False)
class QuantityWords:
    """One language's words (one entry in `quantities.yml`).

    `collectives` are nouns that are numbers (« une vingtaine »), an open number behind `many` ("several hundred");
    `dozens` stand in the plural for an open number, and `scales` behind it multiply it (« des dizaines de milliers
    »); `fractions` of a number ("half a million") stand before it, `and_half` behind (« un million et demi »). Behind
    a bare number `sides` tell whose are counted (« 37 côté rebelles »), `sourced` who counts (« 70 selon les rebelles
    »); `compared` words lead to an earlier number ("up from seven"); `suffixes` stand at digits behind a currency
    ("$1.5bn"). `subsets` are words before a number that is a part of another, `parts` words behind one. `verbs` count
    what they are done to, `doing` who does them; `acts` are nouns for such deeds, `idioms` words right before a
    number, `outcomes` words around that tell what became of the counted (`|` stands for them); with a particle of
    `felled` a verb brings things down ("shot down"); in `particles` the last word belongs to the verb ("handed
    over"). What stands for itself is in `nouns`; `people` are counted when something is done to them, also one of
    somebody's behind others (`own`); `never` are units. `circumstances` are prepositions under which nothing is done
    to the counted; `agent` and `passive` are the words of a passive. `endings` make the forms of verbs by what their
    lemma ends in; `irregular` are others. `relative` are pronouns that open a clause, `where` those of them that no
    doer is.
    """

    numbers: Mapping[str, float]
    joiners: tuple[str, ...]
    collectives: Mapping[str, float]
    dozens: Mapping[str, float]
    scales: Mapping[str, float]
    fractions: Mapping[str, float]
    and_half: tuple[str, ...]
    articles: tuple[str, ...]
    at_least: tuple[str, ...]
    at_most: tuple[str, ...]
    about: tuple[str, ...]
    behind: Mapping[str, str]
    range: tuple[str, ...]
    between: tuple[str, ...]
    both: tuple[str, ...]
    of: tuple[str, ...]
    others: tuple[str, ...]
    sides: tuple[str, ...]
    sourced: tuple[str, ...]
    compared: tuple[str, ...]
    suffixes: Mapping[str, float]
    subsets: tuple[str, ...]
    currency: tuple[str, ...]
    nouns: Mapping[str, QuantityOf]
    verbs: Mapping[str, QuantityOf]
    doing: Mapping[str, QuantityOf]
    acts: Mapping[str, QuantityOf]
    idioms: Mapping[str, QuantityOf]
    outcomes: Mapping[str, QuantityOf]
    felled: tuple[str, ...]
    particles: tuple[str, ...]
    many: tuple[str, ...]
    parts: tuple[str, ...]
    own: tuple[str, ...]
    circumstances: tuple[str, ...]
    agent: tuple[str, ...]
    passive: tuple[str, ...]
    people: tuple[str, ...]
    relative: tuple[str, ...]
    where: tuple[str, ...]
    never: tuple[str, ...]
    endings: Mapping[str, tuple[str, ...]]
    irregular: Mapping[str, str]

    def lemma(self, token: Token) -> str:
        """The token's lemma; for a form of a verb that counts, that verb, whatever the tagger made of it."""
        lemma = token.lemma.lower()
        if token.pos != "NOUN" and token.lower in self.irregular:
            return self.irregular[token.lower]
        known = lemma in self.verbs or lemma in self.doing or lemma in self.acts
        return lemma if known else _forms(self).get(token.lower, lemma)

    def is_deed(self, token: Token) -> bool:
        """Whether a word is a form of a verb that counts."""
        lemma = self.lemma(token)
        return lemma in self.verbs or lemma in self.doing or token.lower in _forms(self)


@cache
def _forms(words: QuantityWords) -> Mapping[str, str]:
    """The forms of all verbs that count, with their lemma."""
    found = dict(words.irregular)
    for verb in (*words.verbs, *words.doing):
        last = next((each for each in words.endings if verb.endswith(each)), None)
        if last is not None:
            stem = verb.removesuffix(last)
            found.update({stem + ending: verb for ending in words.endings[last]})
    return found


@kept
def quantity_words(lang: str) -> QuantityWords:
    """The words of a language."""
    return load_yaml(data_file(lang, "quantities.yml"), QuantityWords)[0]
