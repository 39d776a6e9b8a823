"""Patterns as written in the event lexicon, compiled and indexed by the words of their heads."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from selon.errors import LexiconError
from selon.extract.events.contexts import context_words
from selon.extract.events.frames import SUBJECT, Composed, Element, EventLexicon, Frame, Intent, Pattern, WordClass
from selon.lexicon.inflection import WordKind, inflections, lemmas_by_form
from selon.lexicon.kept import kept
from selon.lexicon.load import DATA, data_file, load_yaml

_VERB, _NOUN = frozenset({"VERB", "AUX"}), frozenset({"NOUN", "PROPN"})
_ADJECTIVE = frozenset({"ADJ", "VERB", "NOUN"})
# So many words more a pattern of a user's ontology counts than one of ours.
_OWN = 1


@kept
def event_lexicon(lang: str) -> EventLexicon:
    """The event lexicon of a language, loaded once; faults in its files are one LexiconError."""
    frames = tuple(frame for path in sorted((DATA / lang / "events").glob("*.yml")) for frame in load_yaml(path, Frame))
    intents = load_yaml(data_file(lang, "intents.yml"), Intent)
    classes = {each.name: each.words for each in load_yaml(data_file(lang, "classes.yml"), WordClass)}
    return compile_lexicon(lang, frames, intents, classes)


def compile_lexicon(
    lang: str,
    frames: tuple[Frame, ...],
    intents: tuple[Intent, ...],
    classes: Mapping[str, tuple[str, ...]],
    own: Mapping[str, str] = MappingProxyType({}),
) -> EventLexicon:
    """Frames and intents with all their patterns compiled and indexed by the words of the pattern's head.

    `own` gives the types of a user's ontology by the ids of its frames.
    """
    entries: list[Frame | Intent] = [*frames, *intents]
    faults = _double_ids(entries)
    words = Vocabulary(classes)
    index: dict[str, list[Pattern]] = {}
    for frame in entries:
        for pos, texts in ((_VERB, frame.verbs), (_NOUN, frame.nouns), (_ADJECTIVE, frame.adjectives)):
            for text in texts:
                try:
                    pattern = compile_pattern(text, frame, pos, words)
                    pattern = replace(pattern, size=pattern.size + _OWN) if frame.id in own else pattern
                except ValueError as fault:
                    faults.append(f"{lang}/events {frame.id}: {fault}")
                    continue
                for word in pattern.head.words:
                    index.setdefault(word, []).append(pattern)
    if faults:
        raise LexiconError(faults)
    composed = {
        (each.act, deed): each for each in load_yaml(data_file("world", "compose.yml"), Composed) for deed in each.deeds
    }
    return EventLexicon(
        lang=lang,
        own=dict(own),
        patterns={word: tuple(found) for word, found in index.items()},
        companions={word: _companions(found) for word, found in index.items()},
        composed=composed,
        frames=frames,
        intents=intents,
        verb_forms=_forms(lang, index, words, WordKind.VERB),
        noun_forms=_forms(lang, index, words, WordKind.NOUN),
        classes={name: frozenset(words) for name, words in classes.items()},
        contexts=context_words(lang),
    )


def _companions(patterns: Iterable[Pattern]) -> tuple[tuple[int, ...], dict[str, tuple[int, ...]]]:
    """The numbers of the patterns of one element, and of the others by each word of their second."""
    alone: list[int] = []
    found: dict[str, list[int]] = {}
    for i, pattern in enumerate(patterns):
        if not pattern.others:
            alone.append(i)
        for word in pattern.others[0].words if pattern.others else ():
            found.setdefault(word, []).append(i)
    return tuple(alone), {word: tuple(places) for word, places in found.items()}


def _forms(
    lang: str, index: Mapping[str, Iterable[Pattern]], words: "Vocabulary", kind: WordKind
) -> dict[str, tuple[str, ...]]:
    """The inflected forms of the words that stand in patterns: heads of verbal ones, or all other words."""
    found = {
        word
        for word, patterns in index.items()
        if any(("AUX" in pattern.pos) == (kind is WordKind.VERB) for pattern in patterns)
    }
    return lemmas_by_form(sorted(found | words.known if kind is WordKind.NOUN else found), kind, inflections(lang))


def _double_ids(frames: list[Frame | Intent]) -> list[str]:
    seen: set[str] = set()
    faults = []
    for frame in frames:
        if frame.id in seen:
            faults.append(f"events {frame.id}: two frames have this id")
        seen.add(frame.id)
    return faults


class Vocabulary:
    """The classes of a language and the elements made of them, each made once; `known` are all words asked for."""

    def __init__(self, classes: Mapping[str, tuple[str, ...]]) -> None:
        self._classes = classes
        self.ignored = frozenset(classes.get("ignored", ()))
        self.known: set[str] = set()
        self._elements: dict[tuple[str, str], Element] = {}
        self._outcasts: dict[tuple[str, ...], frozenset[str]] = {}

    def element(self, text: str, link: str = "") -> Element:
        """One part of a pattern: a word, a choice, or a class; an unknown class is a ValueError."""
        if (text, link) not in self._elements:
            self._elements[text, link] = element = Element(self._choices(text), link)
            self.known.update(element.words, *(rest for rests in element.words.values() for rest in rests))
        return self._elements[text, link]

    def outcasts(self, texts: tuple[str, ...]) -> frozenset[str]:
        """The words that speak against a pattern."""
        if texts not in self._outcasts:
            self._outcasts[texts] = frozenset(word for text in texts for word in self.element(text).words)
        return self._outcasts[texts]

    def _choices(self, text: str) -> dict[str, tuple[tuple[str, ...], ...]]:
        found: dict[str, list[tuple[str, ...]]] = {}
        for choice in text.split("/"):
            for member in self._members(choice):
                first, *rest = member.lower().replace("_", " ").replace("'", "' ").split()
                found.setdefault(first, []).append(tuple(part for part in rest if part not in self.ignored))
        return {word: tuple(rests) for word, rests in found.items()}

    def _members(self, choice: str) -> tuple[str, ...]:
        if not choice.startswith("<"):
            return (choice,)
        if choice[1:-1] not in self._classes or not choice.endswith(">"):
            raise ValueError(f"{choice} is no class of classes.yml")
        return self._classes[choice[1:-1]]


def compile_pattern(text: str, frame: Frame | Intent, pos: frozenset[str], words: Vocabulary) -> Pattern:
    """A pattern as written in the lexicon, compiled. An unknown class or an empty pattern is a ValueError.

    Words are lemmas; `<name>` is a class, `a/b` a choice, `se` in front makes the verb reflexive, `+à` asks for a
    dependent with that preposition, conjunction or particle, `-mot` for the absence of the word below the head, `^mot`
    for the word as its subject;
    words of `<ignored>` (articles, prepositions) are not looked for: a preposition allows itself before the next word,
    and at the end it is asked for (`tirer sur`).
    """
    elements: list[Element] = []
    with_, without, reflexive, link = [], [*frame.unless], False, ""
    for word in text.replace("'", "' ").split():
        if word in ("se", "s'") and not elements:
            reflexive = True
        elif word[0] == "+" and len(word) > 1:
            with_.append(word[1:].replace("_", " "))
        elif word[0] == "-" and len(word) > 1:
            without.append(word[1:])
        elif word[0] == SUBJECT and len(word) > 1:
            elements.append(words.element(word[1:], SUBJECT))
        elif word not in words.ignored or (not elements and len(text.split()) == 1):
            elements.append(words.element(word, link))
            link = ""
        else:
            link = link or word
    if link:
        with_.append(link)
    if not elements:
        raise ValueError(f"pattern {text!r} has no word to look for")
    size = len(elements) + len(with_) + reflexive
    outcasts = words.outcasts(tuple(without))
    return Pattern(frame, pos, elements[0], tuple(elements[1:]), reflexive, tuple(with_), outcasts, size)
