"""The reports of one verb of saying: beside it, in marks behind it, or in what it governs."""

from dataclasses import replace

from selon.extract.attribution.aside import aside
from selon.extract.attribution.beside import as_said, aside_report, introducer_of, report_of
from selon.extract.attribution.bounds import bounds
from selon.extract.attribution.cited import behind_quoting, quoted_as
from selon.extract.attribution.content import numbers
from selon.extract.attribution.cues import Cue, leading, narrates
from selon.extract.attribution.kinds import Who, may_speak
from selon.extract.attribution.quoted import Quoted
from selon.extract.attribution.report import Report
from selon.extract.attribution.said import resumption, said
from selon.extract.attribution.speakers import speakers
from selon.extract.attribution.speech import quoted_behind
from selon.extract.attribution.surface import is_finite, says_on
from selon.extract.attribution.told import learner, told_to_agency
from selon.extract.attribution.unsaid import is_unsaid
from selon.extract.attribution.words import Takes, Use, lexicon
from selon.model.ontology import Form
from selon.parse.quotes import Quotation, is_clause

# Marks that close words.
CLOSING = ("”", "»", '"')


def by_verb(cue: Cue, quoted: Quoted, who: Who) -> list[Report]:
    """The report of one verb, and around it that of the agency to which it was told."""
    found: list[Report] = []
    if quoted.with_token(cue.main) is not None and _of_oneself(cue):
        return []
    introducer = introducer_of(cue)
    quoting = behind_quoting(cue)
    beside = None if introducer is not None else (quoting or aside(cue, who))
    brings = cue.verb.takes(Takes.ASIDE) and _introduces(cue) and (not cue.learns or cue.impersonal or cue.passive)
    behind = quoted_behind(cue, quoted) if brings else None
    if behind is not None and not _brings_whole(cue, behind):
        behind = None
    if behind is not None and _goes_on(cue, behind, quoted):
        behind = None
    if introducer is not None:
        found = [as_said(cue, introducer, who)]
    elif beside is not None and (report := aside_report(beside, quoted, who)) is not None:
        found = [report] if quoting is None else quoted_as(cue, report, who)
    elif behind is not None and quoted.with_token(cue.main) is not behind:
        content = quoted.tokens[behind] - numbers(cue.words)
        judges = lexicon(cue.main.parse.lang).is_verb(cue.first, Use.JUDGES)
        whole = is_clause(cue.main.parse, behind) and not _tells_of_oneself(cue) and not judges
        form = Form.DIRECT if whole else Form.MIXED
        found = quoted_as(cue, report_of(cue, speakers(cue, who), form, content), who)
    else:
        found = list(said(cue, who)) or _before_colon(cue, who)
        found = [each for report in found for each in quoted_as(cue, report, who)]
    if (resumed := resumption(cue)) is not None:
        found = [replace(each, content=frozenset(i for i in each.content if i < resumed)) for each in found]
    around = [outer for report in found for outer in (told_to_agency(cue, report, who) or learner(cue, report, who))]
    return [*found, *around]


def _brings_whole(cue: Cue, behind: Quotation) -> bool:
    """Whether a verb brings along words in marks: a clause, or any words where it governs one or tells of oneself (« se
    disant « las d'attendre » »)."""
    return _tells_of_oneself(cue) or cue.verb.takes(Takes.CLAUSE) is not None or is_clause(cue.main.parse, behind)


def _tells_of_oneself(cue: Cue) -> bool:
    """« se disant »: the speaker of the clause goes on about himself."""
    return cue.verb.entries[0].id == "se_dire" and says_on(cue.tokens[0])


def _goes_on(cue: Cue, behind: Quotation, quoted: Quoted) -> bool:
    """Whether a clause that begins in marks goes on behind them ("says “it would be easy” to a woman who …"): then
    words in marks are a part of what is said."""
    tokens, inside = cue.main.parse.tokens, quoted.tokens[behind]
    at = max(inside) + 1
    if behind.content.cut(cue.main.parse.text)[:1].isupper() or cue.verb.takes(Takes.CLAUSE) is None:
        return False
    if cue.main.parse.lang != "en":  # French needs its « que »
        return False
    if at + 1 >= cue.main.sentence.end or tokens[at].text not in CLOSING or tokens[at + 1].pos not in ("ADP", "PART"):
        return False
    phrase = tokens[at + 1].head
    words = lexicon(cue.main.parse.lang)
    apart = (Use.TIME, Use.DOCUMENT, Use.CHANNEL, Use.MEDIUM, Use.OCCASION)
    if phrase is None or any(words.is_(phrase, use) for use in apart):
        return False
    return any(each.i in inside for each in tokens[at + 1].ancestors() if each is not cue.main)


def _before_colon(cue: Cue, who: Who) -> list[Report]:
    """« Le ministre l'a redit : personne ne partira »: the clause behind a colon, without marks."""
    tokens, sentence = cue.main.parse.tokens, cue.main.sentence
    rest = range(cue.last.i + 1, sentence.end)
    at = next((i for i in rest if tokens[i].text in (":", ";") or is_finite(tokens[i])), None)
    if at is None or tokens[at].text != ":" or not cue.finite or is_unsaid(cue):
        return []
    if not (cue.verb.takes(Takes.CLAUSE) or cue.verb.takes(Takes.ASIDE)):
        return []
    own = any(child.base == "obj" and child.pos in ("NOUN", "PROPN") for child in cue.dependents)
    content = frozenset(range(at + 1, sentence.end))
    marked = at + 1 < sentence.end and tokens[at + 1].text in ("«", "“", '"', "'", "‘")
    if own or marked or not any(is_finite(tokens[i]) for i in content) or cue.learns:
        return []
    source = speakers(cue, who)
    speaks = any(may_speak(head) or who(head) for head in source.heads)
    return [report_of(cue, source, Form.INDIRECT, content)] if speaks else []


def _of_oneself(cue: Cue) -> bool:
    """Whether the one quoted tells what he himself says (« « Nous avons promis … », dit X »): no further source."""
    subjects = [child.lower for child in cue.dependents if child.base == "nsubj"]
    lead = cue.main.parse.tokens[cue.first.i - 1].lower if cue.first.i > cue.main.sentence.start else ""
    return any(word in bounds(cue.main.parse.lang).first_person for word in (*subjects, lead))


def _introduces(cue: Cue) -> bool:
    """Whether a verb form can bring words in marks along: a finite one, a gerund, or « Et d'ajouter »."""
    led = leading(cue) is not None
    return cue.finite or led or says_on(cue.first) or narrates(cue) or _tells_of_oneself(cue)
