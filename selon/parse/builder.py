"""What spaCy says of the paragraphs of a document → one parse of it, mended and with its entities tidied.

What comes in: spaCy's documents, one a paragraph, with the place where each begins. What goes out: `tree.Parse` without
blank tokens, whose lemmas are those of the lists, else guessed, and whose dateline hangs on the sentence behind it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple
from unicodedata import normalize

from selon.parse.blanks import end_of
from selon.parse.entities import tidied
from selon.parse.guess import Guesser
from selon.parse.held import with_held
from selon.parse.lemmas import Lemmas
from selon.parse.mend import mended
from selon.parse.tree import Entity, Parse, Row
from selon.parse.within import with_within


class _Told(NamedTuple):
    """What spaCy says of a token, as numbers; asked for all tokens at once, because asking each is slow."""

    IDX: int
    LENGTH: int
    LOWER: int
    LEMMA: int
    POS: int
    MORPH: int
    HEAD: int
    DEP: int
    SENT_START: int
    IS_SPACE: int


class Given(NamedTuple):
    """How a paragraph was given to spaCy: where in it each character of the line stands, where in the line the story
    begins behind a dateline (0 where there is none), and the line in small letters if it is a headline in capitals."""

    places: Sequence[int]
    story: int
    calm: str | None


# What parses sentences by themselves: spaCy's documents, one each.
Reparse = Callable[[Sequence[Sequence[Row]]], Iterable[Any]]
# Under this name a document of spaCy's holds the `Given` of its paragraph.
GIVEN = "selon.given"
# Numbers from here on are negative ones.
_SIGN = 1 << 63


@lru_cache(maxsize=10_000)
def _features(text: str) -> dict[str, str]:
    """Morphological features as spaCy writes them, by name; nobody changes them."""
    from spacy.morphology import Morphology

    found: dict[str, str] = Morphology.feats_to_dict(text)
    return found


class Builder:
    """Collects the tokens of a document's paragraphs, without blank ones."""

    def __init__(
        self, text: str, lang: str, strings: Any, lemmas: Lemmas, guesser: Guesser | None, again: Reparse
    ) -> None:
        """`again` parses sentences by themselves."""
        self.text, self.lang, self.strings, self.lemmas, self.guesser = text, lang, strings, lemmas, guesser
        self._reparse = again
        self.rows: list[Row] = []
        self.sentences: list[tuple[int, int, int]] = []
        self.stories: list[tuple[int, int, int]] = []  # the sentences without their datelines
        self.entities: list[Entity] = []

    def add(self, doc: Any, offset: int, paragraph: int) -> None:
        """Adds the tokens, sentences and entities of a paragraph that begins at `offset`."""
        told = [_Told(*each) for each in doc.to_array([*_Told._fields]).tolist()]
        words = [i for i, each in enumerate(told) if not each.IS_SPACE]
        places = {i: place for place, i in enumerate(words, len(self.rows))}
        lemmas = self._lemmas(doc, told, words)
        given: Given = doc.user_data[GIVEN]
        starts = [i for i, each in enumerate(told) if i and each.SENT_START == 1]
        for start, end in pairwise([0, *starts, len(told)]):
            inside = [i for i in range(start, end) if i in places]
            first = len(self.rows)
            for i in inside:
                text, at, length = self._text(told[i], offset, given)
                row = self._row(i, told[i], text, at, places, lemmas.get(i))
                self.rows.append(row if length == len(text) else replace(row, length=length))
            if inside and given.story and given.story == told[inside[0]].IDX:
                self._join_dateline(first)
            elif inside:
                self.sentences.append((first, len(self.rows), paragraph))
                self.stories.append(self.sentences[-1])
        for entity in doc.ents:
            inside = [places[token.i] for token in entity if token.i in places]
            if inside:
                self.entities.append(Entity(inside[0], inside[-1] + 1, entity.label_))

    def _join_dateline(self, first: int) -> None:
        """Hangs the dateline, which is parsed apart, on the sentence that begins at row `first`."""
        start, _, paragraph = self.sentences.pop()
        self.stories[-1] = (first, len(self.rows), paragraph)
        root = next(i for i in range(first, len(self.rows)) if self.rows[i].head == i)
        for i in range(start, first):
            if self.rows[i].head == i:
                self.rows[i] = replace(self.rows[i], head=root, rel="parataxis")
        self.sentences.append((start, len(self.rows), paragraph))

    def _lemmas(self, doc: Any, told: Sequence[_Told], words: Sequence[int]) -> dict[int, str]:
        """The lemmas of a paragraph's words, but for punctuation marks."""
        known = [(i, self.strings[told[i].LOWER], self.strings[told[i].POS]) for i in words]
        known = [each for each in known if each[2] != "PUNCT"]
        unlisted = [i for i, form, pos in known if (form, pos) not in self.lemmas.table]
        if self.guesser is None:
            guesses = {i: self.strings[told[i].LEMMA] for i in unlisted}
        else:
            guesses = dict(zip(unlisted, self.guesser.lemmas(doc, unlisted), strict=True))
        return {i: self.lemmas.of(form, pos, guesses.get(i, "")) for i, form, pos in known}

    def _text(self, told: _Told, offset: int, given: Given) -> tuple[str, int, int]:
        """A word as it stands in the text, but for headlines in capitals and accents by themselves; where that is, and
        how long it is there."""
        start, last = (offset + given.places[i] for i in (told.IDX, told.IDX + told.LENGTH - 1))
        end = last + 1 if isinstance(given.places, range) else end_of(self.text, last)
        text = self.text[start:end]
        if end - start > told.LENGTH:
            text = normalize("NFC", text)
        if given.calm is None:
            return text, start, end - start
        calm = given.calm[told.IDX : told.IDX + told.LENGTH]
        own = "".join(small if small.isalpha() else own for own, small in zip(text, calm, strict=False))
        return own, start, end - start

    def _row(self, i: int, told: _Told, text: str, start: int, places: dict[int, int], lemma: str | None) -> Row:
        own = places[i]
        head = places.get(i + (told.HEAD if told.HEAD < _SIGN else told.HEAD - 2 * _SIGN), own)
        pos = self.strings[told.POS]
        rel = "root" if head == own else self.strings[told.DEP]
        return Row(text, start, text if lemma is None else lemma, pos, _features(self.strings[told.MORPH]), head, rel)

    def _again(self, sentences: Sequence[Sequence[Row]]) -> list[list[Row]]:
        """The rows of sentences as they are read by themselves, mended, with heads counted from the first word."""
        found = [[*self._anew(doc, rows)] for doc, rows in zip(self._reparse(sentences), sentences, strict=True)]
        return [mended(rows, [(0, len(rows), 0)], self.lang, self.lemmas) for rows in found]

    def _anew(self, doc: Any, rows: Sequence[Row]) -> Iterator[Row]:
        told = [_Told(*each) for each in doc.to_array([*_Told._fields]).tolist()]
        lemmas, places = self._lemmas(doc, told, range(len(rows))), {i: i for i in range(len(rows))}
        for i, row in enumerate(rows):
            yield replace(self._row(i, told[i], row.text, row.start, places, lemmas.get(i)), length=row.length)

    def parse(self) -> Parse:
        """The parse of all that was added."""
        with_held(self.rows, self.stories, self.lang, self._again)
        with_within(self.rows, self.stories, self._again)
        rows = mended(self.rows, self.sentences, self.lang, self.lemmas)
        entities = tidied(rows, self.sentences, self.entities, self.lang)
        return Parse(self.text, self.lang, rows, self.sentences, entities)
