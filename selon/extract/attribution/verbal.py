"""The reports of one verb of saying: beside it, in marks behind it, or in what it governs."""

from dataclasses import replace

from selon.extract.attribution.aside import aside
from selon.extract.attribution.beside import as_said, aside_report, introducer_of, report_of
from selon.extract.attribution.bounds import bounds
from selon.extract.attribution.cited import quoted_as
from selon.extract.attribution.content import numbers
from selon.extract.attribution.cues import Cue, narrates
from selon.extract.attribution.kinds import Who
from selon.extract.attribution.quoted import Quoted
from selon.extract.attribution.report import Report
from selon.extract.attribution.said import resumption, said
from selon.extract.attribution.speakers import speakers
from selon.extract.attribution.speech import quoted_behind
from selon.extract.attribution.surface import is_finite, says_on
from selon.extract.attribution.told import learner, told_to_agency
from selon.extract.attribution.unsaid import is_unsaid
from selon.extract.attribution.words import Takes
from selon.model.ontology import Form
from selon.parse.quotes import is_clause


def by_verb(cue: Cue, quoted: Quoted, who: Who) -> list[Report]:
    """The report of one verb, and around it that of the agency to which it was told."""
    found: list[Report] = []
    if quoted.with_token(cue.main) is not None and _of_oneself(cue):
        return []
    introducer = introducer_of(cue)
    beside = None if introducer is not None else aside(cue, who)
    brings = cue.verb.takes(Takes.ASIDE) and _introduces(cue) and (not cue.learns or cue.impersonal or cue.passive)
    behind = quoted_behind(cue, quoted) if brings else None
    if behind is not None and not cue.verb.takes(Takes.CLAUSE) and not is_clause(cue.main.parse, behind):
        behind = None
    if introducer is not None:
        found = [as_said(cue, introducer, who)]
    elif beside is not None and (report := aside_report(beside, quoted, who)) is not None:
        found = [report]
    elif behind is not None and quoted.with_token(cue.main) is not behind:
        content = quoted.tokens[behind] - numbers(cue.words)
        form = Form.DIRECT if is_clause(cue.main.parse, behind) else Form.MIXED
        found = [report_of(cue, speakers(cue, who), form, content)]
    else:
        found = list(said(cue, who)) or _before_colon(cue, who)
        found = [each for report in found for each in quoted_as(cue, report, who)]
    if (resumed := resumption(cue)) is not None:
        found = [replace(each, content=frozenset(i for i in each.content if i < resumed)) for each in found]
    around = [outer for report in found for outer in (told_to_agency(cue, report, who) or learner(cue, report, who))]
    return [*found, *around]


def _before_colon(cue: Cue, who: Who) -> list[Report]:
    """« Le ministre l'a redit : personne ne partira »: the clause behind a colon, without marks."""
    tokens, sentence = cue.main.parse.tokens, cue.main.sentence
    rest = range(cue.last.i + 1, sentence.end)
    at = next((i for i in rest if tokens[i].text in (":", ";") or is_finite(tokens[i])), None)
    if at is None or tokens[at].text != ":" or not cue.finite or not cue.verb.takes(Takes.CLAUSE) or is_unsaid(cue):
        return []
    own = any(child.base == "obj" and child.pos in ("NOUN", "PROPN") for child in cue.dependents)
    content = frozenset(range(at + 1, sentence.end))
    marked = at + 1 < sentence.end and tokens[at + 1].text in ("«", "“", '"', "'", "‘")
    if own or marked or not any(is_finite(tokens[i]) for i in content) or cue.learns:
        return []
    source = speakers(cue, who)
    return [report_of(cue, source, Form.INDIRECT, content)] if source.heads else []


def _of_oneself(cue: Cue) -> bool:
    """Whether the one quoted tells what he himself says (« « Nous avons promis … », dit X »): no further source."""
    subjects = [child.lower for child in cue.dependents if child.base == "nsubj"]
    lead = cue.main.parse.tokens[cue.first.i - 1].lower if cue.first.i > cue.main.sentence.start else ""
    return any(word in bounds(cue.main.parse.lang).first_person for word in (*subjects, lead))


def _introduces(cue: Cue) -> bool:
    """Whether a verb form can bring words in marks along: a finite one, a gerund, or « Et d'ajouter »."""
    return cue.finite or says_on(cue.first) or narrates(cue)
