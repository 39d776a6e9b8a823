"""Claims that somebody rejects: « démentir les informations selon lesquelles … », « qualifier de mensonge l'annonce de
… »."""

from dataclasses import replace

from selon.extract.attribution.content import numbers
from selon.extract.attribution.kinds import Who
from selon.extract.attribution.report import Report
from selon.extract.attribution.source import source_of
from selon.extract.attribution.words import Stance, Use, lexicon
from selon.model.ontology import Form
from selon.parse.clause import is_passive, logical_subjects
from selon.parse.tree import Token

# A noun stands at most so many tokens behind the verb that rejects what it claims.
_NEAR = 6


def rejected(reports: list[Report], who: Who) -> list[Report]:
    """With a denial around each claim that somebody rejects; what the claim says is then denied with it."""
    found = list(reports)
    for report in reports:
        noun = _claim(report)
        verb = _rejecting(noun) if noun is not None else None
        if noun is None or verb is None:
            continue
        rule = f"{verb.parse.lang}.sources.report_noun"
        found[found.index(report)] = replace(report, rule=rule)
        content = report.content | numbers(report.cue) | {noun.i}
        around = [each for each in found if each.cue and verb in each.cue and each.stance is Stance.DENY]
        for each in around:
            found[found.index(each)] = replace(each, content=each.content | content)
        source = source_of(logical_subjects(verb), who)
        if source.heads and not around:
            rule = f"{verb.parse.lang}.sources.rejects"
            found.append(
                Report((verb,), source.heads, source.actors, source.words, Form.INDIRECT, Stance.DENY, content, rule)
            )
    return found


def _claim(report: Report) -> Token | None:
    """The noun of a claim: one that brings its content along, or that speaks (« les informations indiquant que »)."""
    if report.cue and report.rule.endswith(".report_noun"):
        return report.cue[0]
    if not report.cue or len(report.source) != 1:
        return None
    head, words = report.source[0], lexicon(report.source[0].parse.lang)
    claims = words.is_(head, Use.REPORT_NOUN) or words.is_(head, Use.REPORTS)
    return head if claims and head.i < report.cue[0].i else None


def _rejecting(noun: Token) -> Token | None:
    """The verb of denial or rejection whose object the noun is; by the tree, else the last verb before it."""
    if noun.first("case") is not None:
        return None
    head = noun.head
    governed = head is not None and (noun.base in ("obj", "obl") or (noun.base == "nsubj" and is_passive(head)))
    if governed and head is not None and _rejects(head):
        return head
    for token in reversed(noun.parse.tokens[max(noun.i - _NEAR, noun.sentence.start) : noun.i]):
        if token.pos in ("VERB", "AUX"):
            return token if _rejects(token) and noun.base != "nsubj" else None
    return None


def _rejects(verb: Token) -> bool:
    """Whether a verb denies a claim by itself, or by a word for what is false (« qualifier de mensonge »)."""
    words = lexicon(verb.parse.lang)
    if words.is_verb(verb, Use.REJECTS):
        return True
    beside = [
        each
        for child in verb.children
        if child.base in ("obl", "xcomp", "obj", "iobj", "amod", "advmod")
        for each in child.subtree()
    ]
    return words.is_verb(verb, Use.JUDGES) and any(words.is_(each, Use.FALSEHOOD) for each in beside)
