"""Who says so: tests/cases/{fr,en}/attribution.yml, and the examples of reporting.yml, sources.yml and hearsay.yml.

`<event CHAIN>words</event>`: CHAIN is "-" for no source, else the links outermost first, apart by " / ", each
"source: form". A source is named as the text has it, or by any mention of the same actor; "?" for none. Anything like
a mark that is none is an error. In a lexicon's examples `<cue>` marks the cue of a report; its counterexamples have no
report by that entry.
"""

import re
from dataclasses import dataclass

import pytest

from selon.extract.actors import Cast, find_actors
from selon.extract.attribution import find_reports
from selon.extract.attribution.words import HearsayWords, ReportingVerbs, SourceWords, Takes
from selon.lexicon.load import data_file, load_yaml
from selon.model.attribution import Link
from selon.model.ontology import Form
from selon.model.span import Span
from selon.parse.clause import arguments
from tests.extract.marked import LANGS, Case, cases, check, head_in, params, parsed, read

_MARK = re.compile(r"<event ([^<>]+)>(?P<words>[^<>]+)</event>")
_CUE = re.compile(r"<cue>([^<>]+)</cue>")
_LINK = re.compile(rf"(.+): ({'|'.join(Form)})")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that tell something, and its chain as (source, form) pairs."""

    span: Span
    chain: tuple[tuple[str, str], ...]


def read_marks(marked: str) -> tuple[str, list[Mark]]:
    """The plain text and its marks; anything like a mark that is none, and no mark at all, is a ValueError."""
    plain, marks = read(marked, _MARK, lambda span, found: Mark(span, _chain(found[1])))
    if not marks:
        raise ValueError(f"no mark in {marked!r}")
    return plain, marks


def _chain(words: str) -> tuple[tuple[str, str], ...]:
    if words == "-":
        return ()
    links = [_LINK.fullmatch(part) for part in words.split(" / ")]
    if not all(links):
        raise ValueError(f"a mark with an unknown chain: {words!r}")
    return tuple((link[1], link[2]) for link in links if link)


def _same(words: str) -> str:
    return words.lower().replace("’", "'").strip("«»“” ")


def _matches(link: Link, wanted: tuple[str, str], cast: Cast) -> bool:
    source, form = wanted
    if link.form != form:
        return False
    if source == "?":
        return link.actor is None and link.text is None
    names = [link.text or ""]
    if link.actor is not None:
        names += [mention.text for mention in cast.actor(link.actor).mentions]
    return _same(source) in [_same(name) for name in names]


def faults(marked: str, lang: str) -> list[str]:
    """What is not as marked."""
    text, marks = read_marks(marked)
    tree = parsed(lang, text)
    cast = find_actors(tree, ())
    reports = find_reports(tree, cast.at)
    cast = cast.with_voices(reports.voices)
    found: list[str] = []
    for mark in marks:
        head = head_in(tree, mark.span)
        doers = [id for subject in arguments(head).subjects for id in cast.at(subject)]
        chain = reports.chain(head, doers)
        same = len(chain) == len(mark.chain) and all(
            _matches(link, wanted, cast) for link, wanted in zip(chain, mark.chain, strict=True)
        )
        if not same:
            got = " / ".join(f"{link.text or '?'}: {link.form}" for link in chain) or "-"
            found.append(f"{mark.span.cut(text)!r} has {got}")
    return found


def cues(text: str, lang: str) -> dict[str, str]:
    """The words of each cue found, with the rule that found it."""
    tree = parsed(lang, text)
    reports = find_reports(tree, find_actors(tree, ()).at).all
    return {report.cue_words.text.lower(): report.rule for report in reports if report.cue_words}


def _examples() -> list[tuple[str, str, str]]:
    """Id, language and marked text of every example that marks a cue."""
    return [
        (f"{lang}.{entry.id}.{number}", lang, text)
        for lang in LANGS
        for name, kind in (("reporting", ReportingVerbs), ("sources", SourceWords), ("hearsay", HearsayWords))
        for entry in load_yaml(data_file(lang, f"{name}.yml"), kind)
        for number, text in enumerate(entry.examples)
        if "<cue>" in text
    ]


def _counterexamples() -> list[tuple[str, str, str, str]]:
    """Id, language, rule and text of the counterexamples of the verbs, but those that take a noun: whether it tells a
    deed is not theirs to say."""
    return [
        (f"{lang}.{entry.id}.{number}", lang, f"{lang}.reporting.{entry.id}", text)
        for lang in LANGS
        for entry in load_yaml(data_file(lang, "reporting.yml"), ReportingVerbs)
        if Takes.OBJECT not in entry.takes
        for number, text in enumerate(entry.counterexamples)
    ]


@pytest.mark.parametrize(("lang", "case"), params(cases("attribution")))
def test_the_cases_have_the_chains_that_are_marked(lang: str, case: Case) -> None:
    check(faults(case.text, lang), case)


@pytest.mark.parametrize(("lang", "text"), params(_examples()))
def test_the_examples_of_the_lexicon_have_their_cue(lang: str, text: str) -> None:
    wanted = _CUE.findall(text)
    found = cues(_CUE.sub(r"\1", text), lang)
    assert wanted and all(any(words.lower() in cue or cue in words.lower() for cue in found) for words in wanted), found


@pytest.mark.parametrize(("lang", "rule", "text"), params(_counterexamples()))
def test_the_counterexamples_of_the_verbs_report_nothing(lang: str, rule: str, text: str) -> None:
    assert rule not in cues(text, lang).values()


def test_a_broken_mark_is_an_error() -> None:
    for broken in (
        "<event la police>a fui</event>",
        "<event la police: indirekt>a fui</event>",
        "<event ->a fui",
        "Il a fui.",
    ):
        with pytest.raises(ValueError, match="mark"):
            read_marks(broken)
