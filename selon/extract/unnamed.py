"""Actors that no mention stands for, made from the noun that tells of them: a device, a thing that is struck."""

from selon.model.actor import Actor, Mention, actor_code
from selon.model.ontology import ActorKind, MentionForm, Sector
from selon.model.span import Words
from selon.parse.tree import Parse, Token

# What belongs to the name of a thing ("an improvised explosive device", « un engin explosif improvisé »).
_PARTS = ("det", "amod", "compound", "nummod", "flat")


def words_of(parse: Parse, noun: Token) -> Words:
    """The noun with the articles, numbers and adjectives that stand at it without a gap."""
    inside = {noun.i, *(each.i for each in noun.children if each.base in _PARTS)}
    start, end = noun.i, noun.i + 1
    while start - 1 in inside:
        start -= 1
    while end in inside:
        end += 1
    return parse.words(start, end)


def unnamed(id: str, words: Words, country: str | None, sectors: tuple[Sector, ...]) -> Actor:
    """An actor of whom the text gives these words and no more, with the country and sectors that it has."""
    mention = Mention(words.text, words.span, MentionForm.NOMINAL)
    return Actor(id, words.text, ActorKind.UNNAMED, actor_code(country, sectors), country, sectors, (), (mention,))
