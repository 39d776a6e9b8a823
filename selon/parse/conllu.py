"""CoNLL-U ↔ Parse.

Out: what `selon parse` prints; contractions (« du ») become multiword tokens again, and words that the tokenizer cut
("don't") stand in one, as UD has them. In: trees written by hand for tests, and treebanks; multiword tokens with an
adposition become one token.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from selon.parse.tree import Entity, Parse, Row, Sentence, Token

# The parts of a contraction: the adposition as written out, and the article that UD splits off.
_PARTS = {
    "du": ("de", "le"), "des": ("de", "les"), "au": ("à", "le"), "aux": ("à", "les"),
    "duquel": ("de", "lequel"), "desquels": ("de", "lesquels"), "desquelles": ("de", "lesquelles"),
    "auquel": ("à", "lequel"), "auxquels": ("à", "lesquels"), "auxquelles": ("à", "lesquelles"),
}  # fmt: skip
_ARTICLE = {"du": "Masc|Sing", "au": "Masc|Sing", "des": "|Plur", "aux": "|Plur"}
Notes = Mapping[int, Mapping[str, str]]


def write(parse: Parse, notes: Notes | None = None) -> str:
    """The parse as CoNLL-U; `notes` gives further key=value pairs for MISC by token number."""
    blocks = []
    before = -1
    for sentence in parse.sentences:
        lines = ["# newpar"] if sentence.paragraph != before else []
        before = sentence.paragraph
        text = " ".join(sentence.span.cut(parse.text).split())
        lines += [f"# sent_id = {sentence.i + 1}", f"# text = {text}"]
        lines += _sentence(sentence, notes or {})
        blocks.append("\n".join(lines) + "\n\n")
    return "".join(blocks)


def _sentence(sentence: Sentence, notes: Notes) -> Iterator[str]:
    groups = list(_groups(sentence))
    numbers: dict[int, int] = {}
    number = 1
    for group in groups:
        numbers.update((token.i, number) for token in group)
        number += len(_parts(group[0]))
    for word in _written(groups):
        if len(word) > 1:
            first, last = word[0][0], word[-1][-1]
            form = sentence.parse.text[first.start : last.end]
            yield _range(numbers[first.i], numbers[last.i], form, _spacing(last))
        for group in word:
            yield from _lines(group, numbers, notes, spaced=len(word) == 1)


def _written(groups: list[list[Token]]) -> Iterator[list[list[Token]]]:
    """The groups, those of one English word as it is written ("do" and "n't") together."""
    word: list[list[Token]] = []
    for group in groups:
        if word and not _is_cut(word[-1][-1], group[0]):
            yield word
            word = []
        word.append(group)
    if word:
        yield word


def _is_cut(before: Token, token: Token) -> bool:
    """Whether a token goes on with the word of the one before: letters at letters, or an apostrophe that is no mark."""
    if token.parse.lang != "en" or token.start != before.end or not before.text[-1].isalpha():
        return False
    return token.text[0].isalpha() or (token.text[0] in "'’`" and token.pos != "PUNCT")


def _groups(sentence: Sentence) -> Iterator[list[Token]]:
    """The tokens, those of a number with spaces in it (« 10 000 ») together, as UD has them."""
    group: list[Token] = []
    for token in sentence.tokens:
        if group and not _goes_on(group[-1], token):
            yield group
            group = []
        group.append(token)
    if group:
        yield group


def _goes_on(before: Token, token: Token) -> bool:
    digits = (
        before.text.isdigit() and len(before.text) <= 3 and token.text[:3].isdigit() and len(token.text) in (3, 5, 6)
    )
    return digits and token.pos == before.pos == "NUM" and token.start == before.end + 1


def _parts(token: Token) -> tuple[str, ...]:
    """The syntactic words of a token: two for a contraction, one otherwise."""
    split = token.parse.lang == "fr" and token.pos in ("ADP", "PRON") and token.lower in _PARTS
    if not split or (token.lower == "des" and token.pos != "ADP"):
        return (token.span.cut(token.parse.text),)
    return _PARTS[token.lower]


def _lines(group: list[Token], numbers: Mapping[int, int], notes: Notes, *, spaced: bool) -> Iterator[str]:
    """The lines of a group; `spaced` unless the line of the whole word says what follows it."""
    number = numbers[group[0].i]
    token = next((each for each in group if each.head is None or numbers[each.head.i] != number), group[0])
    head = token.head
    governor = numbers[head.i] if head is not None else 0
    misc = _misc(group[-1], notes, spaced=spaced)
    parts = _parts(token)
    feats = "|".join(f"{key}={value}" for key, value in sorted(token.morph.items()) if key != "Contraction") or "_"
    if len(parts) == 1:
        form = " ".join(each.span.cut(each.parse.text) for each in group)
        lemma = form if len(group) > 1 else token.lemma or "_"
        yield "\t".join((str(number), form, lemma, token.pos, "_", feats, str(governor), token.rel, "_", misc))
        return
    yield _range(number, number + 1, token.span.cut(token.parse.text), misc)
    article = token.lower in _ARTICLE
    lemma = parts[0]
    if article:
        gender, plural = _ARTICLE[token.lower].split("|")
        shape = f"Definite=Def|{'Gender=' + gender + '|' if gender else ''}Number={plural}|PronType=Art"
        yield "\t".join((str(number), parts[0], lemma, "ADP", "_", "_", str(governor), token.rel, "_", "_"))
        yield "\t".join((str(number + 1), parts[1], "le", "DET", "_", shape, str(governor or number), "det", "_", "_"))
    else:
        yield "\t".join((str(number), parts[0], lemma, "ADP", "_", "_", str(number + 1), "case", "_", "_"))
        shape = "PronType=Rel"
        yield "\t".join((str(number + 1), parts[1], "lequel", "PRON", "_", shape, str(governor), token.rel, "_", "_"))


def _range(first: int, last: int, form: str, misc: str) -> str:
    """The line of a multiword token."""
    return "\t".join((f"{first}-{last}", form, *"_" * 7, misc))


def _misc(token: Token, notes: Notes, *, spaced: bool) -> str:
    pairs = {f"{key}={_escaped(value)}" for key, value in notes.get(token.i, {}).items()}
    return "|".join(sorted(pairs | ({_spacing(token)} if spaced else set()) - {"_"})) or "_"


def _spacing(token: Token) -> str:
    """What MISC says of the blank behind a token, if there is none."""
    text, end = token.parse.text, token.end
    last = token.i + 1 >= token.sentence.end
    return "SpaceAfter=No" if not last and end < len(text) and not text[end].isspace() else "_"


def _escaped(value: str) -> str:
    return " ".join(value.split()).replace("|", "\\p").replace(" ", "\\s")


def entity_notes(parse: Parse) -> dict[int, dict[str, str]]:
    """MISC notes for the named entities: NER=B-PER, I-PER …"""
    notes: dict[int, dict[str, str]] = {}
    for entity in parse.entities:
        for i in range(entity.start, entity.end):
            notes.setdefault(i, {})["NER"] = ("B-" if i == entity.start else "I-") + entity.label
    return notes


@dataclass(slots=True)
class _Reading:
    """The document that grows while CoNLL-U is read."""

    text: str = ""
    rows: list[Row] = field(default_factory=list)
    sentences: list[tuple[int, int, int]] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    paragraph: int = 0


def read(source: str, lang: str) -> Parse:
    """The parse of CoNLL-U text. A line without ten columns, or a head that is none, is a ValueError with its line."""
    reading = _Reading()
    lines: list[tuple[int, list[str]]] = []
    for number, line in enumerate([*source.split("\n"), ""], start=1):
        line = line.strip("\r\n ") if "\t" not in line else line.strip("\r\n")
        if not line.strip():
            if lines:
                _add(reading, lines)
            lines = []
        elif line.startswith("# newpar") and reading.rows:
            reading.paragraph += 1
            reading.text = reading.text.rstrip() + "\n"
        elif not line.startswith("#"):
            cells = line.split("\t") if "\t" in line else line.split()
            if len(cells) != 10:
                raise ValueError(f"line {number}: {len(cells)} columns, 10 are expected: {line!r}")
            lines.append((number, cells))
    return Parse(reading.text, lang, reading.rows, reading.sentences, reading.entities)


def _add(reading: _Reading, lines: list[tuple[int, list[str]]]) -> None:
    groups = _grouped([cells for _, cells in lines if "." not in cells[0]])
    first = len(reading.rows)
    place = {word[0]: first + i for i, (_, words) in enumerate(groups) for word in words}
    if reading.text and not reading.text.endswith("\n"):
        reading.text = reading.text.rstrip(" ") + " "
    for i, (surface, words) in enumerate(groups):
        main = next((word for word in words if word[3] == "ADP"), words[0]) if len(words) > 1 else words[0]
        form, misc = (surface or main)[1], (surface or main)[9]
        start = len(reading.text)
        reading.text += form + ("" if "SpaceAfter=No" in misc else " ")
        reading.rows.append(_row(main, form, start, first + i, place, lines[0][0], len(words) > 1))
        _entity(reading, misc, first + i)
    reading.sentences.append((first, len(reading.rows), reading.paragraph))
    reading.text = reading.text if reading.text.endswith("\n") else reading.text.rstrip(" ") + " "


def _grouped(cells: list[list[str]]) -> list[tuple[list[str] | None, list[list[str]]]]:
    """Each token as written with its words: contractions hold several."""
    groups: list[tuple[list[str] | None, list[list[str]]]] = []
    words = {row[0]: row for row in cells if "-" not in row[0]}
    taken: set[str] = set()
    for row in cells:
        if "-" in row[0]:
            begin, end = map(int, row[0].split("-"))
            inside = [words[str(i)] for i in range(begin, end + 1)]
            if any(word[3] == "ADP" for word in inside):
                groups.append((row, inside))
                taken.update(word[0] for word in inside)
            elif "".join(word[1] for word in inside) == row[1]:
                _spaced_as(row, inside)
        elif row[0] not in taken:
            groups.append((None, [row]))
    return groups


def _spaced_as(whole: list[str], inside: list[list[str]]) -> None:
    """Has the words of a multiword token stand as it is written: without blanks, and its own blank behind them."""
    for word in inside[:-1]:
        word[9] = f"{word[9]}|SpaceAfter=No"
    if "SpaceAfter=No" in whole[9]:
        inside[-1][9] = f"{inside[-1][9]}|SpaceAfter=No"


def _row(cells: list[str], form: str, start: int, i: int, place: dict[str, int], line: int, contracted: bool) -> Row:
    head = cells[6]
    if head != "0" and head not in place:
        raise ValueError(f"near line {line}: {form!r} has the head {head}, which is no word of its sentence")
    morph = {} if cells[5] == "_" else dict(pair.split("=", 1) for pair in cells[5].split("|"))
    if contracted:
        morph["Contraction"] = "Yes"
    governor = i if head == "0" else place[head]
    return Row(form, start, cells[2], cells[3], morph, governor, "root" if governor == i else cells[7])


def _entity(reading: _Reading, misc: str, i: int) -> None:
    label = next((pair[4:] for pair in misc.split("|") if pair.startswith("NER=")), "")
    if label.startswith("B-"):
        reading.entities.append(Entity(i, i + 1, label[2:]))
    elif label.startswith("I-") and reading.entities:
        last = reading.entities.pop()
        reading.entities.append(Entity(last.start, i + 1, last.label))
