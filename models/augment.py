"""Training sentences as agencies might have printed them: other quotation marks, capitals, datelines, names.

Each function takes a sentence and gives another (or the same, where there is nothing to do) with its tree.
"""

import random
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace

from models.treebank import TreeSentence, Word
from models.world import World

Change = Callable[[TreeSentence, random.Random], TreeSentence]
_AGENCIES = {
    "fr": ("AFP", "Reuters", "AP", "Agence", "APS", "dpa", "Xinhua", "ATS", "Belga", "MAP"),
    "en": ("AP", "Reuters", "AFP", "Xinhua", "Bloomberg", "dpa", "BBC", "UPI"),
}
_MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "en": "January February March April May June July August September October November December Jan. Feb.".split(),
}


def plain_quotes(sentence: TreeSentence, rng: random.Random) -> TreeSentence:
    """French quotation marks become straight ones, without their spaces."""
    words = list(sentence.words)
    for i, word in enumerate(words):
        if word.text == "«":
            words[i] = replace(word, text='"', space=False)
        elif word.text == "»":
            words[i] = replace(word, text='"')
            if i:
                words[i - 1] = replace(words[i - 1], space=False)
    return TreeSentence(sentence.id, tuple(words))


def french_quotes(sentence: TreeSentence, rng: random.Random) -> TreeSentence:
    """Straight quotation marks become French ones, when they come in pairs."""
    marks = [i for i, word in enumerate(sentence.words) if word.text == '"']
    if len(marks) % 2 or not marks:
        return sentence
    words = list(sentence.words)
    for number, i in enumerate(marks):
        if number % 2:
            words[i] = replace(words[i], text="»")
            words[i - 1] = replace(words[i - 1], space=True)
        else:
            words[i] = replace(words[i], text="«", space=True)
    return TreeSentence(sentence.id, tuple(words))


def other_dashes(sentence: TreeSentence, rng: random.Random) -> TreeSentence:
    """Every free dash becomes another kind of dash."""
    mark = rng.choice("-–—")
    return _each(sentence, lambda word: replace(word, text=mark) if word.text in ("-", "–", "—", "--") else word)


def bare_capitals(sentence: TreeSentence, rng: random.Random) -> TreeSentence:
    """Capitals lose their accents: « A Paris », « Etats-Unis »."""

    def bare(word: Word) -> Word:
        return replace(word, text="".join(_bare(letter) if letter.isupper() else letter for letter in word.text))

    return _each(sentence, bare)


def shout(sentence: TreeSentence, rng: random.Random) -> TreeSentence:
    """All in capitals, as a headline."""
    found = _each(sentence, lambda word: replace(word, text=_same_length(word.text, word.text.upper())))
    return bare_capitals(found, rng) if rng.random() < 0.5 else found


def shout_names(sentence: TreeSentence, rng: random.Random) -> TreeSentence:
    """Proper nouns in capitals, as some agencies print surnames and datelines."""
    return _each(
        sentence,
        lambda word: replace(word, text=_same_length(word.text, word.text.upper())) if word.pos == "PROPN" else word,
    )


def title_case(sentence: TreeSentence, rng: random.Random) -> TreeSentence:
    """Each longer word capitalised, as English headlines are."""
    return _each(
        sentence, lambda word: replace(word, text=word.text[:1].upper() + word.text[1:]) if len(word.text) > 3 else word
    )


def no_stop(sentence: TreeSentence, rng: random.Random) -> TreeSentence:
    """Without its full stop, as a title."""
    last = len(sentence.words) - 1
    if (
        last < 2
        or sentence.words[last].text not in (".", "!", "…")
        or any(word.head == last for word in sentence.words)
    ):
        return sentence
    return TreeSentence(sentence.id, sentence.words[:last])


def dateline(lang: str, places: Sequence[str]) -> Change:
    """A change that puts « PARIS, 12 mars (AFP) — » before the sentence; its town hangs on the root as parataxis."""

    def change(sentence: TreeSentence, rng: random.Random) -> TreeSentence:
        place = rng.choice(places)
        before = _dateline(place.upper() if rng.random() < 0.5 else place, lang, rng)
        size = len(before)
        root = next(i for i, word in enumerate(sentence.words) if word.head == i) + size
        opening = [replace(word, head=root) if word.head == -1 else word for word in before]
        rest = [replace(word, head=word.head + size) for word in sentence.words]
        if not sentence.words[0].tag:
            opening = [replace(word, tag="") for word in opening]
        return TreeSentence(sentence.id, (*opening, *rest))

    return change


def _dateline(place: str, lang: str, rng: random.Random) -> list[Word]:
    """The words of a dateline; a head of -1 means the root of the sentence that follows."""
    words = [Word(piece, True, "PROPN", piece, "_", 0, "flat:name", "I-LOC") for piece in place.split()]
    words[0] = replace(words[0], head=-1, rel="parataxis", tag="B-LOC")
    if rng.random() < 0.5:
        words[-1] = replace(words[-1], space=False)
        day, month = str(rng.randint(1, 28)), rng.choice(_MONTHS[lang])
        words.append(Word(",", True, "PUNCT", ",", "_", 0, "punct", "O"))
        number = Word(day, True, "NUM", day, "NumType=Card", 0, "nummod", "O")
        noun = Word(month, True, "NOUN" if lang == "fr" else "PROPN", month, "_", 0, "nmod", "O")
        at = len(words)
        if lang == "fr":
            words += [replace(number, head=at + 1), noun]
        else:
            words += [noun, replace(number, head=at)]
    if rng.random() < 0.7:
        agency = rng.choice(_AGENCIES[lang])
        at = len(words)
        words.append(Word("(", False, "PUNCT", "(", "_", at + 1, "punct", "O"))
        words.append(Word(agency, False, "PROPN", agency, "_", 0, "parataxis", "B-ORG"))
        words.append(Word(")", True, "PUNCT", ")", "_", at + 1, "punct", "O"))
    mark = rng.choice("-–—")
    words.append(Word(mark, True, "PUNCT", mark, "_", 0, "punct", "O"))
    return words


def other_names(names: World, *, every: bool) -> Change:
    """A change that puts other names of the same kind for those of the sentence (`every` also longer ones)."""

    def change(sentence: TreeSentence, rng: random.Random) -> TreeSentence:
        for start, end, label in reversed(_spans(sentence)):
            old = sentence.words[start:end]
            simple = all(word.pos == "PROPN" for word in old)
            if label == "MISC" or not (simple or (every and rng.random() < 0.7)) or rng.random() < 0.3:
                continue
            name = names.name(label, end - start, rng)
            if _vowel(name) == _vowel(old[0].text):
                sentence = _replaced(sentence, start, end, name, label)
        return sentence

    return change


def _spans(sentence: TreeSentence) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for i, word in enumerate(sentence.words):
        if word.tag.startswith("B-"):
            found.append((i, i + 1, word.tag[2:]))
        elif word.tag.startswith("I-") and found:
            found[-1] = (found[-1][0], i + 1, found[-1][2])
    return found


def _replaced(sentence: TreeSentence, start: int, end: int, name: str, label: str) -> TreeSentence:
    """The sentence with another name in [start, end): its first word takes the place of the old head."""
    old = sentence.words[start:end]
    top = next((word for i, word in enumerate(old, start) if not start <= word.head < end or word.head == i), old[0])
    pieces = _pieces(name)
    moved = len(pieces) - len(old)

    def place(head: int) -> int:
        return start if start <= head < end else head + moved if head >= end else head

    is_root = top.rel == "ROOT"
    new = [Word(text, space, "PROPN", text, "_", start, "flat:name", f"I-{label}") for text, space in pieces]
    new[0] = replace(new[0], head=start if is_root else place(top.head), rel=top.rel, tag=f"B-{label}", morph=top.morph)
    new[-1] = replace(new[-1], space=old[-1].space)
    before = [replace(word, head=place(word.head)) for word in sentence.words[:start]]
    after = [replace(word, head=place(word.head)) for word in sentence.words[end:]]
    found = (*before, *new, *after)
    return TreeSentence(sentence.id, found) if _reaches_root(found, start) else sentence


def _reaches_root(words: Sequence[Word], i: int) -> bool:
    """Whether the heads of a word lead to the root: not where a name was no subtree of its own."""
    for _ in words:
        if words[i].head == i:
            return words[i].rel == "ROOT"
        i = words[i].head
    return False


def _pieces(name: str) -> list[tuple[str, bool]]:
    """The tokens of a name: cut at spaces and after elisions."""
    found: list[tuple[str, bool]] = []
    for piece in name.replace("’", "'").split():
        elided = piece[:2].lower() in ("d'", "l'") and len(piece) > 2
        if elided:
            found.append((piece[:2], False))
        found.append((piece[2:] if elided else piece, True))
    return found


def _vowel(text: str) -> bool:
    return _bare(text[:1]).lower() in "aeiouyh"


def _each(sentence: TreeSentence, change: Callable[[Word], Word]) -> TreeSentence:
    return TreeSentence(sentence.id, tuple(change(word) for word in sentence.words))


def _bare(letter: str) -> str:
    return _same_length(letter, unicodedata.normalize("NFD", letter)[:1])


def _same_length(old: str, new: str) -> str:
    return new if len(new) == len(old) else old


def augmented(
    sentences: Sequence[TreeSentence], changes: Sequence[tuple[float, Change]], rng: random.Random
) -> list[TreeSentence]:
    """The sentences, each through every change with its chance."""
    found = []
    for sentence in sentences:
        for chance, change in changes:
            if rng.random() < chance:
                sentence = change(sentence, rng)
        found.append(sentence)
    return found
