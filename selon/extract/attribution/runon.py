"""Reports that run on: sentences behind one that opens an account, told by the same source without naming it again («
Le procureur a livré les premiers éléments. L'homme a ouvert le feu. », free indirect speech)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from selon.extract.attribution.kinds import Who, is_paper, may_speak
from selon.extract.attribution.quoted import Quoted
from selon.extract.attribution.report import Report
from selon.extract.attribution.source import source_of
from selon.extract.attribution.surface import is_finite
from selon.extract.attribution.words import Stance, Use, lexicon
from selon.model.ontology import Form
from selon.parse.clause import is_verb, logical_subjects
from selon.parse.tense import Conditional, conditional
from selon.parse.tree import Sentence, Token

# An account goes on over at most so many sentences of its paragraph.
_LONG = 4
# A source names itself again in these.
_OUTER = (".agency", ".cited_by", ".citing", ".rejects")


def run_on(quoted: Quoted, reports: Sequence[Report], who: Who) -> list[Report]:
    """The reports of the sentences that go on with what a sentence before them opens."""
    found: list[Report] = []
    sentences = quoted.parse.sentences
    said = _by_sentence(reports)
    for sentence in sentences[:-1]:
        opener = _opener(sentence, said.get(sentence.i, []), who)
        if opener is None:
            continue
        for follower in sentences[sentence.i + 1 : sentence.i + 1 + _LONG]:
            if not _follows(opener, follower, said.get(follower.i, []), quoted):
                break
            content = frozenset(range(follower.start, follower.end))
            rule = f"{quoted.parse.lang}.speech.run_on"
            found.append(replace(opener, content=content, rule=rule, stance=Stance.ASSERT, against=False))
    return found


def _by_sentence(reports: Iterable[Report]) -> dict[int, list[Report]]:
    """The reports that name somebody, by the sentence of their cue."""
    found: dict[int, list[Report]] = {}
    for report in reports:
        if report.source and report.form is not Form.HEARSAY:
            at = (report.cue or report.source)[0].sentence_i
            found.setdefault(at, []).append(report)
            if not report.cue:
                last = report.source[0].parse.tokens[max(report.content)].sentence_i
                found.setdefault(last, []).append(report)
    return found


def _opener(sentence: Sentence, said: Sequence[Report], who: Who) -> Report | None:
    """The report that a sentence leaves open: an account that it announces, a witness's words, a paper's at its head;
    or whoever accuses or speaks, for the conditionals behind."""
    words = lexicon(sentence.parse.lang)
    for report in said:
        if report.rule.endswith(_OUTER):
            continue
        head = report.source[0]
        first = report.cue[0].i == sentence.start if report.cue else False
        if report.form in (Form.DOCUMENT, Form.ACCORDING_TO) and first and words.is_(head, Use.ACCOUNT):
            return report
        if report.cue and any(words.is_verb(each, Use.TELLS) or words.is_(each, Use.TELLS) for each in report.cue):
            return replace(report, form=Form.INDIRECT)
    announced = _announced(sentence, who)
    if announced is not None or not said:
        return announced or _speech_act(sentence, who)
    last = said[-1]
    return last if last.form in (Form.INDIRECT, Form.MIXED, Form.DIRECT) and last.source else None


def _announced(sentence: Sentence, who: Who) -> Report | None:
    """Who announces an account without giving it (« a rendu compte de … », « a livré sa version », "had a story to
    tell", "remembers the day")."""
    words = lexicon(sentence.parse.lang)
    for root in sentence.roots:
        below = [root, *root.children, *(each for child in root.children for each in child.children)]
        tells = words.is_verb(root, Use.TELLS) or words.is_(root, Use.TELLS)
        account = words.is_verb(root, Use.PRESENTS) and any(
            words.is_(each, Use.ACCOUNT) and each.pos == "NOUN" and each.i > root.i for each in below
        )
        subjects = [each for each in logical_subjects(root) if each.i < root.i]
        if is_verb(root) and (tells or account) and any(_person(each, who) for each in subjects):
            return _made(root, subjects, who)
    return None


def _speech_act(sentence: Sentence, who: Who) -> Report | None:
    """Who accuses or judges, where what he says follows in the conditional."""
    words = lexicon(sentence.parse.lang)
    for root in sentence.roots:
        acts = words.is_verb(root, Use.JUDGES) or words.is_verb(root, Use.ATTITUDE)
        subjects = [each for each in logical_subjects(root) if each.i < root.i]
        if is_verb(root) and acts and any(_person(each, who) for each in subjects):
            return _made(root, subjects, who)
    return None


def _person(head: Token, who: Who) -> bool:
    named = head.pos == "PROPN" and bool(who(head))
    return (may_speak(head) and not is_paper(head) and head.pos == "NOUN") or named


def _made(verb: Token, subjects: Sequence[Token], who: Who) -> Report:
    source = source_of(subjects, who)
    rule = f"{verb.parse.lang}.speech.run_on"
    return Report((verb,), source.heads, source.actors, source.words, Form.INDIRECT, Stance.ASSERT, frozenset(), rule)


def _follows(opener: Report, sentence: Sentence, said: Sequence[Report], quoted: Quoted) -> bool:
    """Whether a sentence goes on with an account: in the same paragraph, without a source or marks of its own."""
    tokens = sentence.parse.tokens
    gap = quoted.parse.text[tokens[sentence.start - 1].end : tokens[sentence.start].start]
    if "\n" in gap or said or any(quoted.with_token(token) is not None for token in sentence.tokens):
        return False
    if any(_conditional(token) for token in _mains(sentence)):
        return True
    opens = opener.rule.endswith(".run_on") and _tells(opener)
    return (opens or _is_account(opener) or _tells(opener)) and _narrates(sentence, _tells(opener) and not opens)


def _tells(opener: Report) -> bool:
    """Whether the verb of an opener itself tells, or presents an account."""
    words = lexicon(opener.source[0].parse.lang)
    if not opener.cue:
        return False
    verb = opener.cue[-1]
    tells = words.is_verb(verb, Use.TELLS) or words.is_(verb, Use.TELLS)
    return tells or (words.is_verb(verb, Use.PRESENTS) and opener.rule.endswith(".run_on"))


def _is_account(opener: Report) -> bool:
    words = lexicon(opener.source[0].parse.lang)
    return opener.form in (Form.DOCUMENT, Form.ACCORDING_TO) and words.is_(opener.source[0], Use.ACCOUNT)


def _mains(sentence: Sentence) -> Iterator[Token]:
    """The verbs of the main clauses."""
    for root in sentence.roots:
        yield from (root, *root.all("conj", "parataxis"))


def _conditional(verb: Token) -> bool:
    """Whether a verb is told as a rumour in the past conditional (« aurait violé »), not as what would be."""
    helped = any(each.is_("Mood", "Cnd") for each in verb.all("aux")) and verb.is_("VerbForm", "Part")
    return helped and conditional(verb) is Conditional.HEARSAY


def _narrates(sentence: Sentence, strictly: bool) -> bool:
    """Whether a sentence tells in a past tense. `strictly`: of people or pronouns, as a witness does, not of «
    l'attaque »."""
    for root in sentence.roots:
        forms = [each for each in (root, *root.all("aux", "cop")) if is_finite(each)]
        past = any(each.is_("Tense", "Past") or each.is_("Tense", "Imp") or each.pos == "AUX" for each in forms)
        subjects = logical_subjects(root)
        plain = all(each.pos == "PRON" or _is_somebody(each) for each in subjects)
        if past and (plain or not strictly):
            return True
    return False


def _is_somebody(head: Token) -> bool:
    """Whether a subject is a person, or new in the account (« des pick-up », "officers")."""
    article = [each.lower for each in head.all("det")]
    return (
        lexicon(head.parse.lang).is_(head, Use.PERSON) or not article or article[0] in ("des", "un", "une", "a", "an")
    )
