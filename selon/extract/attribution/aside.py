"""Reports beside what is said: « …, a déclaré X. », « Le président, a précisé la police, a fui », "…, officials
said"."""

from selon.extract.attribution.around import Aside, end_of, is_mark, tells_itself, verb_next
from selon.extract.attribution.complement import content_clause
from selon.extract.attribution.cues import Cue, leading, what_before
from selon.extract.attribution.inverted import following_subject
from selon.extract.attribution.kinds import Who, may_speak
from selon.extract.attribution.plain import plain_order
from selon.extract.attribution.surface import is_finite, is_inverted, is_possessive, says_on
from selon.extract.attribution.unsaid import is_unsaid
from selon.extract.attribution.words import Takes, Use, lexicon
from selon.parse.clause import clause_words, preposition
from selon.parse.tree import Token

# Who speaks behind a quotation stands in so many words before the verb.
_SUBJECT = 7
# What opens a clause that goes on behind its speaker ("So grave was it, X said, that …").
_CLEFT = ("so", "such", "what")


def aside(cue: Cue, who: Who) -> Aside | None:
    """The aside that the verb stands in; None where it governs its content in the plain order."""
    if cue.verb.takes(Takes.ASIDE) is None or not _may_be_finite(cue) or is_unsaid(cue):
        return None
    if (content_clause(cue) and not _stands_between(cue)) or what_before(cue.first) is not None or only_happens(cue):
        return None
    return _inverted(cue, who) or (plain_order(cue, who) if cue.main.parse.lang == "en" else None)


def _stands_between(cue: Cue) -> bool:
    """Whether an inverted verb stands between commas, and the « que » behind it goes on with what stands before (« il
    n'est pas exclu, nuance un juge, que … », « ne partira, a-t-il juré, que … »)."""
    tokens, end = cue.main.parse.tokens, cue.main.sentence.end
    lead = tokens[cue.first.i - 1] if cue.first.i > cue.main.sentence.start else None
    if cue.main.parse.lang == "en":
        return _parts_cleft(cue)
    if lead is None or lead.text != "," or not cue.finite:
        return False
    that = next((i for i in range(cue.last.i + 1, end) if tokens[i].lower in ("que", "qu'")), end)
    inverted = any(is_inverted(token) for token in tokens[cue.first.i : cue.last.i + 2])
    subject = any(child.base == "nsubj" and child.i < cue.first.i for child in cue.dependents)
    return that < end and tokens[that - 1].text == "," and (inverted or not subject)


def _parts_cleft(cue: Cue) -> bool:
    """Whether an English speaker stands between commas in the midst of "it was …, X maintains, that …", "so …, X said,
    that …", "what …, X said, was that …"."""
    tokens, start, end = cue.main.parse.tokens, cue.main.sentence.start, cue.main.sentence.end
    opening = [token.lower for token in tokens[start : start + 2]]
    opens = opening[0] in _CLEFT or opening in (["it", "was"], ["it", "is"])
    close = next((i for i in range(cue.last.i + 1, min(cue.last.i + _SUBJECT, end)) if tokens[i].text == ","), None)
    open_ = next(
        (i for i in range(cue.first.i - 1, max(cue.first.i - _SUBJECT, start), -1) if tokens[i].text == ","), None
    )
    if not opens or close is None or open_ is None or close + 1 >= end or open_ - start < 2:
        return False
    return tokens[close + 1].lower == "that" or is_finite(tokens[close + 1])


def only_happens(cue: Cue) -> bool:
    """Whether a manner of speaking leads a clause beside the main one: "as the fighting continued, rebels left"."""
    manner = all(entry.id == "speech" for entry in cue.verb.entries)
    beside = cue.main.base == "advcl" and any(child.base in ("mark", "advmod") for child in cue.dependents)
    quoted = any(token.text in ('"', "“", "”", "«", "»") for token in cue.main.sentence.tokens)
    quoted = quoted or "it" in cue.verb.rest  # "as the mayor put it"
    return cue.main.parse.lang == "en" and manner and beside and not quoted


def _may_be_finite(cue: Cue) -> bool:
    """Whether the verb is finite, or an English form in -ed that its tagger may have taken for a participle."""
    agent = cue.main.first("obl:agent")  # "the first skirmish acknowledged by the army"
    led = agent is not None and preposition(agent) in clause_words(agent.parse.lang).agent
    undergone = agent is not None and led and not lexicon(agent.parse.lang).is_(agent, Use.CHANNEL)
    past = cue.main.parse.lang == "en" and cue.last.lower.endswith("ed") and not cue.passive and not undergone
    return (
        (cue.finite and not undergone)
        or leading(cue) is not None
        or (
            past
            and (
                cue.verb.takes(Takes.CLAUSE) is not None
                or not cue.last.is_("VerbForm", "Part")
                or _ends_quotation(cue.first)
            )
        )
    )


def _ends_quotation(verb: Token) -> bool:
    """Whether a quotation ends right before the few words of who speaks ("…,” the crowd chanted")."""
    before = verb.parse.tokens[max(verb.i - _SUBJECT, verb.sentence.start) : verb.i]
    return any(each.text in ("”", '"', "’", "''") for each in before) and not any(
        is_finite(each) for each in before[-3:]
    )


def _inverted(cue: Cue, who: Who) -> Aside | None:
    """A verb before its subject, behind a comma or quotation marks, or at the head of a sentence cut off from its
    quotation."""
    start = _start(cue)
    tells = cue.main.parse.lang == "en" and cue.tokens[0].lemma.lower() in ("tell", "inform", "notify", "brief")
    if start is None or not (cue.finite or leading(cue) is not None) or tells:
        return None
    clitic = [token for token in cue.main.parse.tokens[cue.first.i : cue.last.i + 2] if is_inverted(token)]
    if clitic:
        behind = [child for child in cue.dependents if child.base == "nsubj" and child not in clitic]
        full = [child for child in behind if child.i > cue.last.i and not _parted(cue, child)]
        return _made(cue, start, full or clitic[:1])
    subjects = following_subject(cue, who)
    if not subjects:
        return None
    found = _made(cue, start, subjects)
    if cue.main.parse.lang == "en" and _goes_on(found):
        return None
    if _resumes(found) and _speaks(subjects[0], who):
        return found
    by_tree = subjects[0].base == "nsubj"
    before = any(child.base == "nsubj" and child.i < cue.first.i for child in cue.dependents)
    if not by_tree and not tells_itself(cue.main.parse.tokens[cue.main.sentence.start : start]):
        return None
    told = tells_itself(cue.main.parse.tokens[cue.main.sentence.start : start])
    if before and not by_tree and not (told and _speaks(subjects[0], who)):
        return None
    governs = cue.verb.takes(Takes.CLAUSE) is None or cue.verb.takes(Takes.OBJECT) is not None
    takes_noun = governs and not _speaks(subjects[0], who)
    theirs = _possessed(subjects[0]) and not _speaks(subjects[0], who)
    helped = cue.main.parse.lang == "fr" and is_finite(cue.first)  # « …, a annoncé X », not « …, annoncé la fermeture »
    return None if (takes_noun and not (by_tree and helped)) or (theirs and not by_tree) else found


def _parted(cue: Cue, subject: Token) -> bool:
    """Whether a clause stands between a verb and a supposed subject behind it (« a-t-elle promis, ajoutant qu'elle
    pardonnait à son agresseur, un chômeur »)."""
    between = cue.main.parse.tokens[cue.last.i + 1 : subject.i]
    return any(is_finite(each) or says_on(each) for each in between)


def _made(cue: Cue, start: int, subjects: list[Token]) -> Aside:
    return Aside(cue, start, end_of(cue, subjects), tuple(subjects))


def _goes_on(found: Aside) -> bool:
    """Whether a finite verb follows the supposed speaker: then it is the subject of what is said ("said the raid
    had")."""
    tokens = found.cue.main.parse.tokens
    for token in tokens[found.subjects[0].i + 1 : found.end]:
        if token.lower in clause_words(token.parse.lang).relative or token.text in (",", "("):
            return False
        if is_finite(token) and token.pos in ("AUX", "VERB"):
            return True
    return False


def _resumes(found: Aside) -> bool:
    """Whether the clause that an aside interrupts goes on behind it: a mark and a finite verb (« X, dit Y, a fui »)."""
    tokens, end = found.cue.main.parse.tokens, found.cue.main.sentence.end
    i = found.end
    if i >= end or tokens[i].text not in (",", "—", "–", ")", "--"):
        return False
    if verb_next(tokens[i + 1 : end]):
        return True
    behind = next((j for j in range(i + 1, end) if tokens[j].text == ","), end)  # « …, citant le ministre, a … »
    insert = tokens[i + 1 : behind]
    return behind + 1 < end and not any(is_finite(each) for each in insert) and verb_next(tokens[behind + 1 : end])


def _speaks(head: Token, who: Who) -> bool:
    """Whether a noun behind a verb that takes objects is rather who speaks: a name, or a word for people and bodies."""
    return may_speak(head) or bool(who(head)) or head.pos != "NOUN" or head.text[0].isupper()


def _start(cue: Cue) -> int | None:
    """The first token of the aside if a mark stands before it, else None."""
    sentence = cue.main.sentence
    i = (leading(cue) or cue.first).i
    tokens = cue.main.parse.tokens
    while (
        i - 1 >= sentence.start
        and tokens[i - 1].pos in ("ADV", "PRON")
        and tokens[i - 1].lower not in ("que", "qu'", "dont", "où")
    ):
        if not (
            (
                tokens[i - 1].pos == "PRON"
                and tokens[i - 1].lower in ("l'", "le", "se", "s'", "en", "y", "lui", "leur", "nous", "me", "m'")
            )
            or tokens[i - 1].pos == "ADV"
        ):
            break
        i -= 1
    if i == sentence.start:
        return i
    return i if is_mark(tokens[i - 1]) else None


def _possessed(noun: Token) -> bool:
    """« sa démission » behind the verb is its object."""
    return any(is_possessive(child) for child in noun.all("det"))
