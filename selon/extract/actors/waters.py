"""Seas, lakes, rivers and peninsulas that bear a state's or a people's name: « la mer d'Oman », « l'océan Indien »,
"Congo River", "the Korean peninsula".
"""

from selon.extract.actors.words import lexicon
from selon.parse.tree import Parse


def in_waters(parse: Parse, start: int, end: int) -> bool:
    """Whether the state or people in tokens [start, end) is in the name of a water or peninsula, which is nobody's."""
    words, sentence = lexicon(parse.lang), parse.tokens[start].sentence
    first = start
    while first > sentence.start and first > start - 2 and parse.tokens[first - 1].pos == "DET":
        first -= 1
    if first > sentence.start and parse.tokens[first - 1].lower in words.sets["of"]:
        first -= 1
    if first > sentence.start and parse.tokens[first - 1].lower in words.sets["waters"]:
        return True
    if parse.lang == "fr" or end >= sentence.end:
        return False
    water = parse.tokens[end]
    if water.lower not in words.sets["waters"]:
        return False
    return water.text[0].isupper() or end + 1 == sentence.end or parse.tokens[end + 1].pos not in ("NOUN", "PROPN")
