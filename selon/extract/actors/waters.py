"""Seas, gulfs, lakes and rivers that bear a state's name: « la mer d'Oman », « le lac Tchad », "Congo River"."""

from selon.extract.actors.words import lexicon
from selon.parse.tree import Parse


def in_waters(parse: Parse, start: int, end: int) -> bool:
    """Whether the state's name in tokens [start, end) is that of a water, which is nobody's."""
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
    return parse.tokens[end].text[0].isupper() and parse.tokens[end].lower in words.sets["waters"]
