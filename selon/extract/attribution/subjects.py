"""The subject of a verb of saying where a tree has none or hangs the verb on the wrong clause: gerunds, « et », « avant
de », relative clauses.

In: a `Cue`. Out: the heads of its subject, none where the construction is not there.
"""

from selon.extract.attribution.bounds import AND, THAT, bounds
from selon.extract.attribution.cues import Cue, what_before
from selon.extract.attribution.kinds import Who, may_speak
from selon.extract.attribution.surface import before, is_finite, says_on
from selon.extract.attribution.words import Use, lexicon
from selon.parse.clause import is_verb, logical_subjects
from selon.parse.tree import Token


def subjects(cue: Cue, who: Who) -> list[Token]:
    """The heads of the subject: by the constructions that trees get wrong, else by the tree."""
    return (
        _own_subject(cue, who)
        or _behind_what(cue)
        or _behind_noun(cue)
        or _behind_relative(cue)
        or _of_sentence(cue)
        or _of_clause(cue)
        or _of_speaker_before(cue)
        or _of_reduced(cue)
        or cue.subjects()
        or _of_leader(cue)
    )


def _own_subject(cue: Cue, who: Who) -> list[Token]:
    """The subject right before a gerund and behind a comma, wherever a tree hangs it (« …, l'agence Irna précisant que
    … »)."""
    tokens, start = cue.main.parse.tokens, cue.main.sentence.start
    i = cue.first.i
    if not says_on(cue.first) or i <= start or tokens[i - 1].pos not in ("NOUN", "PROPN", "ADJ"):
        return []
    while i > start and tokens[i - 1].pos in ("DET", "NOUN", "PROPN", "ADJ"):
        i -= 1
    if i <= start + 1 or tokens[i - 1].text != ",":
        return []
    head = next((each for each in tokens[i : cue.first.i] if each.pos in ("NOUN", "PROPN")), None)
    return [head] if head is not None and (who(head) or may_speak(head)) else []


def _behind_what(cue: Cue) -> list[Token]:
    """The subject between « ce que » (or "a charge") and a verb that takes up what stands before."""
    what = what_before(cue.first)
    near = before(cue.first) if what is not None else None
    return [near] if near is not None and what is not None and near.i > what.i else []


def _behind_noun(cue: Cue) -> list[Token]:
    """The paper or claim right before a gerund of saying (« les informations faisant état de … »)."""
    tokens, i = cue.main.parse.tokens, cue.first.i - 1
    if not cue.first.lower.endswith(("ant", "ing")) or i < cue.main.sentence.start:
        return []
    if tokens[i].pos == "ADJ" and i > cue.main.sentence.start:
        i -= 1
    words = lexicon(cue.main.parse.lang)
    claims = any(words.is_(tokens[i], use) for use in (Use.REPORTS, Use.REPORT_NOUN, Use.DOCUMENT))
    return [tokens[i]] if tokens[i].pos == "NOUN" and claims else []


def _behind_relative(cue: Cue) -> list[Token]:
    """The noun between a relative pronoun and a verb of saying that has no subject by the tree (« l'argent dont
    l'intéressée jure n'avoir rien su »)."""
    tokens, start, i = cue.main.parse.tokens, cue.main.sentence.start, cue.first.i
    if not cue.finite or any(token.first("nsubj") is not None for token in cue.tokens):
        return []
    while i - 1 > start and tokens[i - 1].pos in ("DET", "ADJ", "NOUN", "PROPN"):
        i -= 1
    pronouns = (*bounds(cue.main.parse.lang).relative, *THAT)
    if i == cue.first.i or tokens[i - 1].lower not in pronouns or tokens[i].pos not in ("DET", "PROPN"):
        return []
    return [next((each for each in tokens[i : cue.first.i] if each.pos in ("NOUN", "PROPN")), tokens[cue.first.i - 1])]


def _of_sentence(cue: Cue) -> list[Token]:
    """The subject of the sentence, for a verb of saying behind « et » that has none of its own: a tree that hangs it on
    the clause before (« X rejette l'idée selon laquelle Y a fui et affirme que … ») is not believed."""
    lead = cue.main.parse.tokens[cue.first.i - 1] if cue.first.i > cue.main.sentence.start else None
    joining = (*AND, *bounds(cue.main.parse.lang).goes_on)
    if lead is None or lead.lower not in joining or not cue.finite or cue.main.first("nsubj") is not None:
        return []
    if (beside := _member_before(cue.main)) is not None:
        return logical_subjects(beside)
    roots = cue.main.sentence.roots
    return logical_subjects(roots[0]) if roots and roots[0] is not cue.main else []


def _of_reduced(cue: Cue) -> list[Token]:
    """The subject before an English participle that a tree takes for the main verb ("Two officials briefed on the talks
    told Reuters …"): nothing parts it from the verb of saying."""
    head = cue.main.head
    if cue.main.parse.lang != "en" or head is None or not cue.finite or cue.main.first("nsubj") is not None:
        return []
    tokens = cue.main.parse.tokens[head.i + 1 : cue.first.i]
    parted = any(each.pos in ("PUNCT", "CCONJ", "SCONJ") or is_finite(each) for each in tokens)
    past = head.pos == "VERB" and head.i < cue.first.i and not head.lower.endswith("ing") and not head.all("aux")
    return [] if parted or not past else [each for each in logical_subjects(head) if each.i < head.i]


def _member_before(verb: Token) -> Token | None:
    """The main clause with a subject of its own that a verb behind « et » goes on with (« …, et X a pris la parole et
    répliqué que … »); None where a tree hangs it below another clause."""
    chain = [verb, *verb.ancestors()]
    if verb.base != "conj" or any(each.base not in ("conj", "parataxis", "root") for each in chain):
        return None
    return next((each for each in chain[1:] if each.first("nsubj") is not None), None)


def _of_clause(cue: Cue) -> list[Token]:
    """The subject of the finite clause before a gerund of saying behind a comma, wherever a tree hangs it (« X a appelé
    Y à partir, estimant que … »: X)."""
    lead = cue.first.parse.tokens[cue.first.i - 1] if cue.first.i > cue.main.sentence.start else None
    if lead is None or lead.text != "," or not says_on(cue.first) or cue.main.first("nsubj") is not None:
        return []
    verb = next((above for above in cue.main.ancestors() if is_verb(above) and _is_finite_form(above)), None)
    return logical_subjects(verb) if verb is not None and verb is not cue.main.head and verb.i < cue.first.i else []


def _of_speaker_before(cue: Cue) -> list[Token]:
    """The subject of the sentence for a verb of saying behind « , avant de » or ", before": it goes on, whatever clause
    a tree hangs it on."""
    tokens, start, small = cue.main.parse.tokens, cue.main.sentence.start, bounds(cue.main.parse.lang)
    lead = cue.first.i - 1
    while lead > start and tokens[lead].lower in small.infinitive:
        lead -= 1
    if cue.finite or tokens[lead].lower not in small.before or tokens[lead - 1].text != ",":
        return []
    root = next(iter(cue.main.sentence.roots), None)
    return logical_subjects(root) if root is not None and root.i < lead else []


def _of_leader(cue: Cue) -> list[Token]:
    """The subject of what stands over an infinitive of saying ("was quick to say", « n'a de cesse de répéter »)."""
    above = cue.main.head
    if cue.finite or not cue.first.is_("VerbForm", "Inf") or above is None or above.i > cue.first.i:
        return []
    if not lexicon(above.parse.lang).is_(above, Use.LEADS_TO_SAYING):
        return []
    return above.all("nsubj") or logical_subjects(above)


def _is_finite_form(verb: Token) -> bool:
    return is_finite(verb) or any(is_finite(each) for each in verb.all("aux"))
