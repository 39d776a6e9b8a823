"""What a report is, and how reports stand inside one another."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from selon.extract.attribution.words import Stance
from selon.model.actor import Actor
from selon.model.attribution import Link
from selon.model.ontology import Form
from selon.model.quote import Quote
from selon.model.span import Words
from selon.parse.tense import is_past
from selon.parse.tree import Token

_OWN_DEED = frozenset({Stance.ASSERT, Stance.ANNOUNCE, Stance.OPINION})


@dataclass(frozen=True, slots=True)
class Report:
    """Somebody says something. `source` are the heads of the source's phrases, `content` the token numbers said.

    `actors` are the actor ids of the source, `words` its words; both are empty where the text has none.
    """

    cue: tuple[Token, ...]
    source: tuple[Token, ...]
    actors: tuple[str, ...]
    words: Words | None
    form: Form
    stance: Stance
    content: frozenset[int]
    rule: str
    against: bool = False

    @property
    def cue_words(self) -> Words | None:
        """The words of the cue, from the first to the last; None for a quotation without a verb."""
        if not self.cue:
            return None
        text = self.cue[0].parse.text
        return Words.of(text, self.cue[0].start, self.cue[-1].end)

    @property
    def anonymous(self) -> bool:
        """Whether no source is named at all."""
        return not self.source and not self.actors

    def link(self) -> Link:
        """The report as one link of a chain."""
        return Link(
            self.actors[0] if self.actors else None,
            self.words.text if self.words else None,
            self.words.span if self.words else None,
            self.cue_words,
            self.form,
        )

    def holds(self, token: Token) -> bool:
        """Whether the token is said in the report."""
        return token.i in self.content

    def around(self, other: "Report") -> bool:
        """Whether the other report is told inside this one."""
        return other is not self and any(token.i in self.content for token in other.cue or other.source)


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker whom no mention names, as an actor; `owner` is the actor to whom he belongs by his words (« un proche
    du maire »: the mayor)."""

    actor: Actor
    owner: str | None


@dataclass(frozen=True)
class Reports:
    """All reports of a document, in text order of their cues, its quotes, and the speakers that no mention names."""

    all: tuple[Report, ...]
    quotes: tuple[Quote, ...]
    voices: tuple[Voice, ...] = ()

    @cached_property
    def _by_token(self) -> dict[int, list[Report]]:
        found: dict[int, list[Report]] = {}
        for report in self.all:
            for i in report.content:
                found.setdefault(i, []).append(report)
        return found

    @cached_property
    def _by_word(self) -> dict[int, list[Report]]:
        """The reports by the tokens of their cue, or of their source where they have none."""
        found: dict[int, list[Report]] = {}
        for report in self.all:
            for token in report.cue or report.source:
                found.setdefault(token.i, []).append(report)
        return found

    def over(self, token: Token) -> tuple[Report, ...]:
        """The reports under whose content the token stands, outermost first.

        Pure hearsay says nothing where a source is named, and is left out there.
        """
        found = [report for report in self._by_token.get(token.i, ()) if not report.against]
        if not found:
            return ()
        if any(not report.anonymous for report in found):
            found = [report for report in found if not (report.anonymous and _passes_on(report))]
        depth = {id(report): sum(other.around(report) for other in found if other is not report) for report in found}
        return tuple(
            sorted(
                found,
                key=lambda report: (
                    depth[id(report)],
                    report.rule.endswith(".citing"),
                    -report.cue[0].i if report.cue else 0,
                ),
            )
        )

    def chain(self, token: Token, doers: Collection[str] = (), *, deed: bool = False) -> tuple[Link, ...]:
        """The links of the chain for an event triggered by the token, outermost first.

        `doers` are the actors of the event. One of them who announces the deed does it, and is no source of it;
        one who claims it as done is both (CODING, case 8). `deed`: a claim of it tells the event itself.
        """
        links: list[Link] = []
        for report in (*self.over(token), *(self._claims(token) if deed else ())):
            own = bool(set(report.actors) & set(doers))
            link = report.link()
            if not (own and _announces(report, token)) and not (links and _same_source(links[-1], link)):
                links.append(link)
        return tuple(links)

    def _claims(self, token: Token) -> tuple[Report, ...]:
        """The reports by which somebody claims a deed with the token itself (« a revendiqué l'attentat »)."""
        return tuple(report for report in self.all if report.stance is Stance.CLAIM and token in report.cue)

    def denials(self, token: Token) -> tuple[Link, ...]:
        """Who denies at once what the token tells (« …, ce que Rome dément »), one link each (CODING, case 5).

        Where the clause is somebody's report, what is denied is what it says, not that it says so.
        """
        return tuple(
            each.link() for each in self._by_token.get(token.i, ()) if each.against and self._meant(each, token)
        )

    def _meant(self, denial: Report, token: Token) -> bool:
        told = (report for i in denial.content for report in self._by_word.get(i, ()))
        inside = [report for report in told if not report.against and report is not denial]
        return not inside or any(report.holds(token) for report in inside)

    def denies(self, token: Token) -> bool:
        """Whether the innermost source denies what the token says; a claim that it rejects is denied with it."""
        inner = [report for report in self.over(token) if ".report_noun" not in report.rule]
        return bool(inner) and inner[-1].stance is Stance.DENY


def _passes_on(report: Report) -> bool:
    """Whether nobody speaks: hearsay, or « on indique que »."""
    return report.form is Form.HEARSAY or (report.form is Form.INDIRECT and report.stance is not Stance.ACCUSE)


def _same_source(outer: Link, inner: Link) -> bool:
    """Whether two links in a row have one speaker (« poursuit : « … », se souvient-il »)."""
    return outer.span == inner.span if inner.actor is None else outer.actor == inner.actor


def _announces(report: Report, token: Token) -> bool:
    """Whether somebody who reports an own deed announces it, rather than claims it as done."""
    return report.stance in _OWN_DEED and not is_past(token)
