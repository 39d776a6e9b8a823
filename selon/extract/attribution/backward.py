"""A sentence that says who said the one before it: « L'armée a tiré. C'est ce qu'affirment les habitants », "That is
what the mayor said".

In: a sentence and the reports of the document. Out: the report of the sentence before, none where it is no such one.
"""

from selon.extract.attribution.cues import find_cues
from selon.extract.attribution.kinds import Who, may_speak
from selon.extract.attribution.quoted import Quoted
from selon.extract.attribution.report import Report
from selon.extract.attribution.source import source_of
from selon.extract.attribution.speakers import speakers
from selon.extract.attribution.surface import after
from selon.extract.attribution.told import told_to_agency
from selon.extract.attribution.unsaid import is_unsaid
from selon.extract.attribution.words import Takes
from selon.model.ontology import Form
from selon.parse.quotes import is_clause
from selon.parse.tree import Sentence

# Such a sentence has no more tokens, and opens with so many.
_LONG = 30
_OPENING = 8


def said_before(sentence: Sentence, quoted: Quoted, who: Who) -> list[Report]:
    """The report of what stands before a sentence that only says whose it is."""
    if not sentence.i or sentence.end - sentence.start > _LONG or not _takes_up(sentence):
        return []
    before = quoted.parse.sentences[sentence.i - 1]
    gap = quoted.parse.text[quoted.parse.tokens[before.end - 1].end : sentence.tokens[0].start]
    cue = next((each for each in find_cues(sentence) if each.finite and each.verb.takes(Takes.CLAUSE)), None)
    if cue is None or "\n" in gap or is_unsaid(cue):
        return []
    source = speakers(cue, who)
    if not source.heads and (behind := after(cue.last)) is not None and (who(behind) or may_speak(behind)):
        source = source_of([behind], who)
    if not source.heads:
        return []
    form, content = _content(before, quoted)
    entry = cue.verb.entries[0]
    rule = f"{quoted.parse.lang}.reporting.{entry.id}"
    report = Report(cue.words, source.heads, source.actors, source.words, form, entry.stance, content, rule)
    return [report, *told_to_agency(cue, report, who)]


def _content(before: Sentence, quoted: Quoted) -> tuple[Form, frozenset[int]]:
    """What was said: the words in marks that end before the sentence, else the whole sentence before."""
    last = before.end - 1
    near = (quoted.with_token(quoted.parse.tokens[i]) for i in range(last, max(last - 3, before.start), -1))
    marked = next((each for each in near if each is not None), None)
    if marked is not None and quoted.opens_sentence(marked) and is_clause(quoted.parse, marked):
        return Form.DIRECT, quoted.tokens[marked]
    return Form.INDIRECT, frozenset(range(before.start, before.end))


def _takes_up(sentence: Sentence) -> bool:
    """Whether a sentence opens with « C'est ce que » or "That is what", a few words between (« C'est en tout cas ce que
    »), marks apart."""
    words = [token.lower for token in sentence.tokens if token.pos != "PUNCT"][:_OPENING]
    if words[:2] in (["c'", "est"], ["that", "is"], ["that", "'s"], ["this", "is"]):
        at = next((i for i, word in enumerate(words[2:], start=2) if word in ("ce", "what")), None)
        return at is not None and (words[at] == "what" or words[at + 1 : at + 2] in (["que"], ["qu'"]))
    return False
