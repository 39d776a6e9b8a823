"""What a verb of saying governs: a clause, an infinitive, a noun; by the tree, else by the order of words."""

from collections.abc import Iterator

from selon.extract.attribution.added import without_next
from selon.extract.attribution.bounds import THAT
from selon.extract.attribution.content import clause_content, numbers
from selon.extract.attribution.cues import Cue, what_before
from selon.extract.attribution.infinitive import infinitive_of, past_infinitive
from selon.extract.attribution.kinds import is_agency, may_speak
from selon.extract.attribution.reach import reach
from selon.extract.attribution.surface import STOPS, after, clause_end, is_finite
from selon.extract.attribution.that import (
    REACH,
    behind_insert,
    behind_the_told,
    by_tree,
    has_that,
    has_the_told,
    is_bare_noun,
    that_of,
    without_that,
)
from selon.extract.attribution.words import ReportingVerbs, Stance, Takes, Use, lexicon
from selon.parse.clause import arguments, is_verb, preposition
from selon.parse.tree import Token

_ASKING = (*THAT, "si", "s'", "whether", "if")
# « c'est du moins » before « ce que » has at most so many tokens.
_LEAD = 7


def contents(cue: Cue) -> Iterator[tuple[ReportingVerbs, frozenset[int], bool]]:
    """The content by the kinds of complement, clauses first; with whether its surface subject is the accused."""
    entry = cue.verb.takes(Takes.CLAUSE) or cue.verb.takes(Takes.QUESTION)
    if entry and not _opens_perfect(cue) and not _requests(cue, entry) and (content := reach(_clause(cue, entry), cue)):
        yield entry, content, False
    entry = cue.verb.takes(Takes.INFINITIVE) or cue.verb.takes(Takes.GERUND)
    if entry and (content := reach(infinitive_of(cue, entry), cue)):
        yield entry, content, False
    if entry := cue.verb.takes(Takes.ABOUT):
        about = _about(cue, entry)
        content = numbers(about.subtree()) if about is not None else past_infinitive(cue)
        content = without_next(content, cue)
        if content:
            yield entry, content, entry.stance is Stance.ACCUSE
    if entry := cue.verb.takes(Takes.OBJECT):
        objects = [each for each in arguments(cue.main).objects if each.pos in ("NOUN", "PROPN")]
        objects = [each for each in objects if each.lemma.lower() not in entry.without]
        if _denies_before(cue) and (behind := _what_before(cue)):
            yield entry, behind, False
        elif objects and not is_agency(objects[0]) and _has_with(cue, entry):
            yield entry, _object_content(cue, objects), False
        elif behind := _what_before(cue) or _noun_behind(cue, entry):
            yield entry, behind, False
    elif (entry := cue.verb.takes(Takes.CLAUSE)) and (behind := _what_before(cue)):
        yield entry, behind, False


def _opens_perfect(cue: Cue) -> bool:
    """Whether an infinitive stands right behind a French verb that takes one (« dit avoir vu X partir », « dit craindre
    que X parte »)."""
    behind = cue.main.parse.tokens[cue.last.i + 1 : min(cue.last.i + 3, cue.main.sentence.end)]
    led = len(behind) == 2 and behind[0].is_("VerbForm", "Inf") and behind[0].pos in ("VERB", "AUX")
    return led and cue.main.parse.lang == "fr" and cue.verb.takes(Takes.INFINITIVE) is not None


def _requests(cue: Cue, entry: ReportingVerbs) -> bool:
    """Whether a verb of asking asks for something (« demande que … », "asked that his name be withheld")."""
    word, asks = that_of(cue), Takes.CLAUSE not in entry.takes
    return asks and word is not None and word.lower in THAT and not _is_question(word)


def _is_question(word: Token) -> bool:
    """Whether a question word stands behind « que » or before it (« se demande ce que … »)."""
    lead = word.parse.tokens[word.i - 1] if word.i > word.sentence.start else None
    return lead is not None and lead.lower in ("ce", "est", "-ce", "est-ce")


def content_clause(cue: Cue) -> bool:
    """Whether a clause behind the verb is said with « que », "that" or a question word."""
    word = that_of(cue)
    clause = by_tree(cue)
    return word is not None or (clause is not None and any(mark.lower in _ASKING for mark in clause.all("mark")))


def _clause(cue: Cue, entry: ReportingVerbs) -> frozenset[int]:
    word, clause = that_of(cue), by_tree(cue)
    if entry.needs_that and word is None and (clause is None or not has_that(clause)):
        return frozenset()
    if clause is not None and word is None:
        word = behind_the_told(cue, clause) or behind_insert(cue, clause)
    if clause is not None and (word is None or clause.i > word.i):
        content = clause_content(clause, cue.main)
        if word is None:
            start = without_that(cue)
            told = (
                {child.i for child in cue.dependents if child.base in ("iobj", "obj")} if has_the_told(cue) else set()
            )
            if start is not None and start > min(content) and has_the_told(cue):  # "told Reuters | rebels had …"
                return frozenset(i for i in content if i >= start)
            if start in told and any(is_finite(cue.main.parse.tokens[i]) for i in content):
                return content
            lost = start is not None and start < min(content) and min(content) - start < REACH
            return content | frozenset(range(start, min(content))) if lost and start is not None else content
        return frozenset(i for i in content if i >= word.i) | frozenset(range(word.i + 1, clause.i))
    if word is None:
        start = without_that(cue)
        return frozenset(range(start, clause_end(start, cue.last))) if start is not None else frozenset()
    head = word.head
    clausal = head is not None and head.base in ("ccomp", "acl", "csubj", "xcomp") and not is_bare_noun(head)
    if head is not None and head.i > word.i and clausal:
        content = clause_content(head, cue.main) | frozenset(range(word.i + 1, head.i))
        return frozenset(i for i in content if i >= word.i)
    return frozenset(range(word.i + 1, clause_end(word.i + 1, cue.last)))


def _about(cue: Cue, entry: ReportingVerbs) -> Token | None:
    """The noun or infinitive under one of the entry's prepositions, on the verb or on its object."""
    direct = [child for child in cue.dependents if child.i > cue.last.i and _under(child, entry)]
    clausal = [child for child in direct if is_verb(child)]
    if clausal or direct:
        return (clausal or direct)[-1]
    for target in arguments(cue.main).objects if Takes.OBJECT not in entry.takes else ():
        below = [
            child for child in target.children if child.i > target.i and _under(child, entry) and child.pos != "PROPN"
        ]
        if below:
            return below[-1]
    return None


def _under(child: Token, entry: ReportingVerbs) -> bool:
    if child.base in ("obl", "nmod") and preposition(child) in entry.prepositions:
        return child.pos in ("NOUN", "PROPN") and not lexicon(child.parse.lang).is_(child, Use.TIME)
    marks = [mark.lemma.lower() for mark in child.all("mark", "case")]
    return child.base in ("xcomp", "ccomp", "advcl", "acl") and any(mark in entry.prepositions for mark in marks)


def _has_with(cue: Cue, entry: ReportingVerbs) -> bool:
    """Whether the prepositions or clitics that the entry asks for are there (« imputer … à »)."""
    below = [each for child in cue.dependents if child.base == "obj" for each in child.all("nmod")]
    found = {preposition(child) for child in (*cue.dependents, *below)}
    found |= {child.lemma.lower() for child in cue.dependents}
    return not entry.with_ or any(word in found for word in entry.with_)


def _object_content(cue: Cue, objects: list[Token]) -> frozenset[int]:
    content: frozenset[int] = frozenset()
    if cue.passive and cue.finite and objects[0].i < cue.first.i:
        tokens = cue.main.parse.tokens
        start, helped = objects[0].i, {each.i for each in cue.main.all("aux")}
        while start > cue.main.sentence.start and not (
            tokens[start - 1].text in (",", ";", ":") or tokens[start - 1].is_("VerbForm", "Fin")
        ):
            start -= 1
        content |= frozenset(range(start, cue.first.i)) - helped
    for each in objects:
        content |= numbers(token for token in each.subtree() if not _inside(token, cue.main, each))
    return content - numbers(cue.words)


def _inside(token: Token, below: Token, top: Token) -> bool:
    """Whether the token hangs under the reporting verb that itself hangs under the object (« un attentat revendiqué
    par X »)."""
    while token is not top:
        if token is below:
            return True
        if token.head is None:
            return False
        token = token.head
    return False


def _noun_behind(cue: Cue, entry: ReportingVerbs) -> frozenset[int]:
    """The noun that is denied or confirmed, by the order of words, where a tree hangs it elsewhere ("denied on Monday
    the arrest of X")."""
    told = entry.stance is Stance.DENY or entry.id in ("confirmer", "confirm")
    head = after(cue.last) if told and cue.finite and not cue.passive and that_of(cue) is None else None
    if head is None or head.pos != "NOUN" or may_speak(head) or head.lemma.lower() in entry.without:
        return frozenset()
    tokens, stop = cue.main.parse.tokens, head.i + 1
    while stop < cue.main.sentence.end and tokens[stop].text not in STOPS and not is_finite(tokens[stop]):
        stop += 1
    return frozenset(range(head.i, stop))


def _denies_before(cue: Cue) -> bool:
    return cue.verb.entries[0].stance is Stance.DENY and what_before(cue.first) is not None


def _what_before(cue: Cue) -> frozenset[int]:
    """« …, ce que Rome a démenti », « …, c'est ce qu'a dit Rome »: what stands before, where the verb denies or
    confirms it."""
    what, start = what_before(cue.first), cue.main.sentence.start
    if what is None or what.i == start or cue.verb.entries[0].stance not in (Stance.DENY, Stance.ASSERT):
        return frozenset()
    tokens, end = cue.main.parse.tokens, what.i
    near = range(end - 1, max(end - _LEAD, start), -1)
    comma = next((i for i in near if tokens[i].text in (",", ":", "—", "–")), end)
    presents = any(each.lower in ("c'", "voilà") for each in tokens[comma:end])
    return frozenset(range(start, comma if presents else end))
