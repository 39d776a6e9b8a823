"""A record as text for the terminal: the news first, then background, quotes, and what is not known.

In colour where the terminal has it; without, the trigger stands in [brackets]. Lines are wrapped, never cut.
"""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.text import Text

from selon.model.record import Record
from selon.report.dates import day_in_words
from selon.report.view import Card, Evidence, Mouth, Party, Telling, Unknown, View, view

# Lines longer than this are hard to read, however wide the terminal is.
_WIDEST = 96
_INDENT = 4
# Rich breaks lines at no-break spaces too; this character stands for them while lines are broken.
_TIE = "\ue000"
_TIED = {0xA0: _TIE, 0x202F: _TIE}
_COLOUR = {
    "CONSULT": "cyan", "AGREE": "green", "SUPPORT": "green", "COOPERATE": "green", "AID": "green", "CONCEDE": "green",
    "RETREAT": "green", "REQUEST": "yellow", "ACCUSE": "magenta", "REJECT": "magenta", "THREATEN": "red",
    "PROTEST": "yellow", "SANCTION": "red", "MOBILIZE": "red", "COERCE": "red", "ASSAULT": "red",
}  # fmt: skip


def show(record: Record, console: Console) -> None:
    """Prints the report of a record."""
    page = _Page(console, view(record))
    for line in page.lines():
        console.print(line, soft_wrap=True)


class _Page:
    def __init__(self, console: Console, shown: View) -> None:
        self.console, self.shown = console, shown
        self.words = shown.words
        self.width = width_of(console)
        self.marks = ("", "") if console.color_system else ("[", "]")

    def lines(self) -> Iterator[Text]:
        """All lines of the report."""
        yield from self.head()
        sections: list[tuple[str, Iterable[list[Text]]]] = [
            ("news", (self.card(card) for card in self.shown.news)),
            ("background", (self.card(card) for card in self.shown.background)),
            ("quotes", (self.quotes(who, [q.content.text for q in told]) for who, told in self.shown.quotes)),
            ("unknown", (self.gap(gap) for gap in self.shown.unknown)),
        ]
        for name, blocks in sections:
            for number, block in enumerate(blocks):
                if number == 0:
                    yield from self.rule(self.words.word[name])
                yield from block
                yield Text()
        if not self.shown.record.events:
            yield Text(self.words.word["no_event"], style="italic")

    def head(self) -> Iterator[Text]:
        """Title, publisher, date, and how much was found."""
        document, word = self.shown.record.document, self.words.word
        if document.title:
            yield from self.wrapped(Text(" ".join(document.title.split()), style="bold"), 0)
        date = day_in_words(document.published_at, self.words) if document.published_at else word["no_date"]
        facts = [document.publisher, date, word["language"]]
        facts.append(self.words.count(len(self.shown.news) + len(self.shown.background)))
        yield from self.wrapped(Text(" · ".join(fact for fact in facts if fact), style="dim"), 0)
        open_dates = any(time.value.startswith("XXXX") or not time.anchored for time in self.shown.record.times)
        if not document.published_at and open_dates:
            yield from self.wrapped(Text(word["no_date_hint"], style="dim italic"), 0)
        yield Text()

    def rule(self, title: str) -> Iterator[Text]:
        """A section's heading."""
        yield rule(title.upper(), self.console)
        yield Text()

    def card(self, card: Card) -> list[Text]:
        """An event: what, who → whom; its facts; then each telling with its sources."""
        line = Text()
        line.append(card.label[:1].upper() + card.label[1:], style=f"bold {_COLOUR[card.type]}")
        if card.status:
            line.append(f" ({card.status})", style="bold")
        line.append(" — ", style="dim")
        line.append_text(self.parties(card.who))
        if card.whom:
            line.append(" → ", style="bold")
            line.append_text(self.parties(card.whom))
        lines = [*self.wrapped(line, 0, _INDENT)]
        for name, value in (("where", card.where), ("when", card.when), ("numbers", card.numbers)):
            if value:
                lines += self.fact(self.words.word[name], Text(value))
        for telling in card.tellings:
            lines += self.telling(telling)
        lines += self.wrapped(Text(card.codes, style="dim"), _INDENT)
        return lines

    def telling(self, telling: Telling) -> Iterator[Text]:
        """According to whom, then the sentence."""
        word = self.words.word
        sources = self.chain(telling.chain) if telling.chain else Text(word["itself"], style="dim")
        yield from self.fact(word["according_to"], sources)
        yield from self.wrapped(self.sentence(telling.evidence), _INDENT + 2, bar=True)

    def fact(self, name: str, value: Text) -> Iterator[Text]:
        """A named value, wrapped under itself."""
        line = Text.assemble((name, "dim"), "  ")
        hang = _INDENT + len(name) + 2
        line.append_text(value)
        yield from self.wrapped(line, _INDENT, hang)

    def chain(self, mouths: Sequence[Mouth]) -> Text:
        """Outermost source first; an arrow leads from who reports to who is reported."""
        line = Text()
        for number, mouth in enumerate(mouths):
            line.append(" → " if number else "", style="bold")
            line.append_text(self.party(mouth.party, "italic"))
            told = [self.words.quoted(mouth.cue)] if mouth.cue else []
            told += [mouth.note] if mouth.note else []
            line.append("".join(f", {each}" for each in told), style="dim")
        return line

    def parties(self, parties: Sequence[Party]) -> Text:
        """Names, joined."""
        if not parties:
            return Text(self.words.word["nobody"])
        return Text(", ").join(self.party(each, "bold") for each in parties)

    def party(self, party: Party, style: str) -> Text:
        """A name with its code."""
        text = Text(party.name, style=style)
        return Text.assemble(text, (f" ({party.code})", "dim")) if party.code else text

    def sentence(self, evidence: Evidence) -> Text:
        """The sentence with its trigger marked."""
        left, right = self.marks
        return Text.assemble(evidence.before, (f"{left}{evidence.trigger}{right}", "bold underline"), evidence.after)

    def quotes(self, who: Party | None, told: Sequence[str]) -> list[Text]:
        """What one speaker says."""
        name = self.party(who, "bold") if who else Text(self.words.word["speaker_unknown"], style="italic")
        lines = [*self.wrapped(name, 0)]
        for words in told:
            lines += self.wrapped(Text(self.words.quoted(words)), _INDENT, _INDENT + 2)
        return lines

    def gap(self, gap: Unknown) -> list[Text]:
        """What is not known, about what, who says so."""
        word = self.words.word
        line = Text(gap.what[:1].upper() + gap.what[1:], style="bold")
        if gap.about:
            who = ", ".join(party.name for party in gap.about.who)
            line.append(f" ({word['about']} : " if word["to"] == "à" else f" ({word['about']}: ", style="not bold dim")
            line.append(", ".join(part for part in (gap.about.label, who) if part) + ")", style="not bold dim")
        lines = [*self.wrapped(line, 0)]
        lines += self.wrapped(Text(self.words.quoted(gap.words)), _INDENT, _INDENT + 2)
        if gap.chain:
            lines += self.fact(word["according_to"], self.chain(gap.chain))
        return lines

    def wrapped(self, line: Text, indent: int, hang: int | None = None, *, bar: bool = False) -> Iterator[Text]:
        """The line cut into lines of the page's width."""
        return wrapped(line, self.console, indent, hang, bar=bar)


def rule(title: str, console: Console, line: str = "─") -> Text:
    """A title with a line after it."""
    return Text.assemble((title, "bold"), " ", (line * (width_of(console) - len(title) - 1), "dim"))


def width_of(console: Console) -> int:
    """How long lines may be."""
    return max(40, min(console.width, _WIDEST))


def wrapped(line: Text, console: Console, indent: int, hang: int | None = None, *, bar: bool = False) -> Iterator[Text]:
    """The line cut into lines, never within a word; `hang` is the indent of all but the first."""
    hang = indent if hang is None else hang
    edge = Text("│ ", style="dim") if bar else Text()
    line.plain = line.plain.translate(_TIED).replace("« ", f"«{_TIE}").replace(" »", f"{_TIE}»")
    pieces = line.wrap(console, width_of(console) - max(indent, hang) - len(edge), overflow="fold")
    for number, piece in enumerate(pieces):
        piece.plain = piece.plain.replace(_TIE, "\u00a0").rstrip()
        yield Text.assemble(" " * (hang if number else indent), edge, piece)
