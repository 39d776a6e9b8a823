"""Reports beside what is said: « …, a déclaré X. », « Le président, a précisé la police, a fui », "…, officials
said"."""

from dataclasses import dataclass
from itertools import pairwise

from selon.extract.attribution.complement import content_clause
from selon.extract.attribution.cues import Cue, what_before
from selon.extract.attribution.inverted import following_subject
from selon.extract.attribution.kinds import Who, may_speak
from selon.extract.attribution.said import is_unsaid
from selon.extract.attribution.surface import is_finite, is_inverted
from selon.extract.attribution.words import Takes, Use, lexicon
from selon.parse.clause import clause_words
from selon.parse.tree import Token

# A subject that the tree finds farther behind its verb is not part of the aside.
_FAR = 25
# A relative clause between a speaker and his verb has at most so many tokens.
_RELATIVE = 20
# Who speaks behind a quotation stands in so many words before the verb.
_SUBJECT = 7
# « (MSF) » has at most so many tokens.
_BRACKET = 6
_BEFORE = (",", "»", "”", '"', "''", "'", "—", "–", "-", ")", "?", "!", "…", "’", "›", "--", ":")
_OPENERS = ("quand", "lorsque", "lorsqu'", "when", "where", "why", "how")
_CLITICS = ("l'", "le", "la", "les", "en", "y", "lui", "leur", "se", "s'", "n'", "ne", "il", "elle")
_END = (",", ".", ";", ":", "«", "“", "—", "–", "!", "?", "…", '"', ")")


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch [start, end) of tokens with the verb and its speaker; `subjects` are the heads of who speaks.

    `phrase` are the token bounds of the speaker's words where the order of words gives them.
    """

    cue: Cue
    start: int
    end: int
    subjects: tuple[Token, ...]
    phrase: tuple[int, int] | None = None


def aside(cue: Cue, who: Who) -> Aside | None:
    """The aside that the verb stands in; None where it governs its content in the plain order."""
    if cue.verb.takes(Takes.ASIDE) is None or not _may_be_finite(cue) or is_unsaid(cue):
        return None
    if (content_clause(cue) and not _stands_between(cue)) or what_before(cue.first) is not None or only_happens(cue):
        return None
    return _inverted(cue, who) or (_plain_order(cue, who) if cue.main.parse.lang == "en" else None)


def _stands_between(cue: Cue) -> bool:
    """Whether an inverted verb stands between commas, and the « que » behind it goes on with what stands before (« il
    n'est pas exclu, nuance un juge, que … », « ne partira, a-t-il juré, que … »)."""
    tokens, end = cue.main.parse.tokens, cue.main.sentence.end
    lead = tokens[cue.first.i - 1] if cue.first.i > cue.main.sentence.start else None
    if lead is None or lead.text != "," or not cue.finite:
        return False
    that = next((i for i in range(cue.last.i + 1, end) if tokens[i].lower in ("que", "qu'")), end)
    inverted = any(is_inverted(token) for token in tokens[cue.first.i : cue.last.i + 2])
    subject = any(child.base == "nsubj" and child.i < cue.first.i for child in cue.dependents)
    return that < end and tokens[that - 1].text == "," and (inverted or not subject)


def only_happens(cue: Cue) -> bool:
    """Whether a manner of speaking leads a clause beside the main one: "as the fighting continued, rebels left"."""
    manner = all(entry.id == "speech" for entry in cue.verb.entries)
    beside = cue.main.base == "advcl" and any(child.base in ("mark", "advmod") for child in cue.dependents)
    quoted = any(token.text in ('"', "“", "”", "«", "»") for token in cue.main.sentence.tokens)
    return cue.main.parse.lang == "en" and manner and beside and not quoted


def _may_be_finite(cue: Cue) -> bool:
    """Whether the verb is finite, or an English form in -ed that its tagger may have taken for a participle."""
    agent = cue.main.first("obl:agent")  # "the first skirmish acknowledged by the army"
    undergone = agent is not None and not lexicon(agent.parse.lang).is_(agent, Use.CHANNEL)
    past = cue.main.parse.lang == "en" and cue.last.lower.endswith("ed") and not cue.passive and not undergone
    return (cue.finite and not undergone) or (
        past
        and (
            cue.verb.takes(Takes.CLAUSE) is not None
            or not cue.last.is_("VerbForm", "Part")
            or _ends_quotation(cue.first)
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
    if start is None or not cue.finite or tells:
        return None
    clitic = [token for token in cue.main.parse.tokens[cue.first.i : cue.last.i + 2] if is_inverted(token)]
    if clitic:
        full = [
            child for child in cue.dependents if child.base == "nsubj" and child not in clitic and child.i > cue.last.i
        ]
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
    if not by_tree and not _tells(cue.main.parse.tokens[cue.main.sentence.start : start]):
        return None
    told = _tells(cue.main.parse.tokens[cue.main.sentence.start : start])
    if before and not by_tree and not (told and _speaks(subjects[0], who)):
        return None
    governs = cue.verb.takes(Takes.CLAUSE) is None or cue.verb.takes(Takes.OBJECT) is not None
    takes_noun = governs and not _speaks(subjects[0], who)
    theirs = _possessed(subjects[0]) and not _speaks(subjects[0], who)
    return None if not by_tree and (theirs or takes_noun) else found


def _made(cue: Cue, start: int, subjects: list[Token]) -> Aside:
    return Aside(cue, start, _end(cue, subjects), tuple(subjects))


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


def _verb_next(tokens: list[Token]) -> bool:
    """Whether a finite verb comes next, over adverbs and clitics."""
    rest = (each for each in tokens if each.pos not in ("ADV", "PART") and each.lower not in _CLITICS)
    return (first := next(rest, None)) is not None and is_finite(first)


def _cleft(tokens: list[Token]) -> bool:
    """Whether « c'est », "it was" stands before: what a « qui » goes on with."""
    words = [token.lower for token in tokens]
    return any(
        pair in (("c'", "est"), ("ce", "sont"), ("ce", "n'"), ("it", "is"), ("it", "was")) for pair in pairwise(words)
    )


def _resumes_clause(tokens: list[Token]) -> bool:
    """Whether words behind a comma go on with the clause before the aside: « et peut-être … », « de partir », « que …
    »."""
    second = tokens[1] if len(tokens) > 1 else None
    if tokens[0].lower in ("et", "and", "mais", "but", "que", "qu'"):
        return True
    return tokens[0].lower in ("de", "d'") and second is not None and second.is_("VerbForm", "Inf")


def _resumes(found: Aside) -> bool:
    """Whether the clause that an aside interrupts goes on behind it: a mark and a finite verb (« X, dit Y, a fui »)."""
    tokens, end = found.cue.main.parse.tokens, found.cue.main.sentence.end
    i = found.end
    if i >= end or tokens[i].text not in (",", "—", "–", ")", "--"):
        return False
    if _verb_next(tokens[i + 1 : end]):
        return True
    behind = next((j for j in range(i + 1, end) if tokens[j].text == ","), end)  # « …, citant le ministre, a … »
    insert = tokens[i + 1 : behind]
    return behind + 1 < end and not any(is_finite(each) for each in insert) and _verb_next(tokens[behind + 1 : end])


def _speaks(head: Token, who: Who) -> bool:
    """Whether a noun behind a verb that takes objects is rather who speaks: a name, or a word for people and bodies."""
    return may_speak(head) or bool(who(head)) or head.pos != "NOUN" or head.text[0].isupper()


def _is_mark(token: Token) -> bool:
    """Whether a word is a mark before an aside; a hyphen inside a name is none, nor the bracket of its initials."""
    inside = token.text == "-" and token.i > 0 and token.parse.tokens[token.i - 1].end == token.start
    initials = token.text == ")" and token.i > 0 and token.parse.tokens[token.i - 1].text.isupper()
    return token.text in _BEFORE and not inside and not initials


def _start(cue: Cue) -> int | None:
    """The first token of the aside if a mark stands before it, else None."""
    sentence = cue.main.sentence
    i = cue.first.i
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
    return i if _is_mark(tokens[i - 1]) else None


def _tells(tokens: list[Token]) -> bool:
    """Whether words tell something by themselves: quoted, or a stretch between marks with a verb and no conjunction."""
    if tokens and any(token.text in ("”", '"', "''", "»") for token in tokens[-2:]):
        return True
    opened = False
    for token in tokens:
        if token.text in (",", ";", ":", "—", "–"):
            opened = False
        elif token.pos == "SCONJ" or token.lower in clause_words(token.parse.lang).relative or token.lower in _OPENERS:
            opened = True
        elif not opened and _is_main(token):
            return True
    return False


def _is_main(token: Token) -> bool:
    """Whether a word may be the verb of a main clause: finite, or an English form that may be a past tense."""
    if is_finite(token):
        return True
    before = token.parse.tokens[token.i - 1] if token.i else token
    behind_noun = before.pos in ("NOUN", "PROPN", "PRON", "ADV")
    past = token.parse.lang == "en" and token.pos == "VERB" and not token.lower.endswith("ing")
    return past and (behind_noun or token.base != "amod")


def _possessed(noun: Token) -> bool:
    """« sa démission » behind the verb is its object."""
    return any(
        child.is_("Poss", "Yes") or child.lower in ("sa", "son", "ses", "leur", "leurs") for child in noun.all("det")
    )


def _opens_with_participle(opening: list[Token]) -> bool:
    """Whether a sentence opens with a clause of the speaker's ("Asked about the deal, X said"), not with an attribute
    ("Suspected rebels killed …")."""
    first, second = opening[0], opening[-1]
    if first.pos != "VERB" or first.base == "amod" or first.first("nsubj") is not None:
        return False
    led = first.lower.endswith("ed") and second.pos in ("ADP", "SCONJ", "PRON", "ADV", "PART", "PUNCT")
    return led or (first.lower.endswith("ing") and second.lower not in ("of", "has", "have", "is", "was", "will"))


def _with_others(start: int, verb: int, cue: Cue, who: Who) -> int:
    """Where a list of speakers begins ("a local councillor, | a priest and two teachers said")."""
    tokens, first = cue.main.parse.tokens, cue.main.sentence.start
    if not any(token.lower == "and" for token in tokens[start:verb]):
        return start
    while start - 1 > first and tokens[start - 1].text == ",":
        before = next((i for i in range(start - 2, first, -1) if tokens[i].text in _BEFORE), first)
        chunk = tokens[before + 1 : start - 1]
        nominal = bool(chunk) and all(each.pos in ("DET", "ADJ", "NUM", "NOUN", "PROPN") for each in chunk)
        if before == first or not nominal or not (may_speak(chunk[-1]) or who(chunk[-1])):
            return start
        start = before + 1
    return start


def _plain_order(cue: Cue, who: Who) -> Aside | None:
    """English: "…, police said Monday." with the subject before the verb and nothing said behind it."""
    tokens, sentence = cue.main.parse.tokens, cue.main.sentence
    if not _ends_behind(cue):
        return None
    verb = _before_relative(_before_apposition(_verb_group(cue), cue), cue)
    start = _with_others(_region(cue, verb), verb, cue, who)
    region = tokens[start:verb]
    while (
        region and region[0].pos in ("CCONJ", "ADV") and region[0].lower in ("and", "but", "or", "so", "also", "later")
    ):
        region = region[1:]
    nominal = any(token.pos in ("NOUN", "PROPN", "PRON") or token.base == "nsubj" for token in region)
    nominal = nominal or (len(region) > 1 and region[0].pos == "DET")
    if start == sentence.start or not nominal or _opens_with_participle(tokens[sentence.start : sentence.start + 2]):
        return None
    marked = _is_mark(tokens[start - 1]) or _closes(cue)
    if not marked or not _is_phrase(region):
        return None
    end = _stop(cue)
    resumes = (
        end + 1 < sentence.end
        and tokens[end].text == ","
        and any(each.pos in ("VERB", "AUX") for each in tokens[end : sentence.end])
    )
    ends = _is_mark(tokens[start - 1]) and (_closes(cue) or end >= sentence.end - 1)
    if not (ends or resumes or _tells(tokens[sentence.start : start])):
        return None
    heads = _heads(region, cue)
    return Aside(cue, start, _end(cue, heads), tuple(heads), (region[0].i, verb))


def _verb_group(cue: Cue) -> int:
    """The first token of the verb with its auxiliaries and adverbs ("has also said")."""
    tokens, i = cue.main.parse.tokens, cue.first.i
    while i > cue.main.sentence.start and tokens[i - 1].pos in ("AUX", "ADV", "PART"):
        i -= 1
    return i


def _before_apposition(verb: int, cue: Cue) -> int:
    """Where the speaker's name ends: before a function between commas (« NAME, a police official, told X »)."""
    tokens, start = cue.main.parse.tokens, cue.main.sentence.start
    if verb - 1 <= start or tokens[verb - 1].text != ",":
        return verb
    for i in range(verb - 2, max(verb - 25, start), -1):
        if tokens[i].text == "," or tokens[i].text in ('"', "”", "’"):
            named = tokens[i].text == "," and tokens[i - 1].pos in ("PROPN", "NOUN")
            return i if named else verb
        if _is_predicate(tokens[i]) and not any(each.lower in ("who", "which") for each in tokens[i - 3 : i]):
            return verb
    return verb


def _before_relative(verb: int, cue: Cue) -> int:
    """Where the speaker's name ends: before a relative clause between it and the verb ("a diplomat who took part
    said")."""
    tokens, start = cue.main.parse.tokens, cue.main.sentence.start
    for i in range(verb - 1, max(verb - _RELATIVE, start), -1):
        if tokens[i].text in _BEFORE:
            return verb
        if tokens[i].lower in ("who", "whose") and tokens[i - 1].pos in ("NOUN", "PROPN"):
            return i
    return verb


def _is_phrase(region: list[Token]) -> bool:
    """Whether words between a mark and a verb are a noun phrase: no clause, no conjunction before it, no
    preposition."""
    if region[0].pos in ("SCONJ", "CCONJ", "VERB", "ADP", "AUX"):
        return False
    return not any(token.pos == "SCONJ" or _is_predicate(token) for token in region)


def _region(cue: Cue, verb: int) -> int:
    """Where the subject before the verb begins: behind the last mark, or behind a time where the comma is left out; a
    name and a function between commas are one."""
    tokens, sentence = cue.main.parse.tokens, cue.main.sentence
    words = lexicon(cue.main.parse.lang)
    i = verb
    while i > sentence.start and not _is_mark(tokens[i - 1]) and not _is_predicate(tokens[i - 1]):
        if words.is_(tokens[i - 1], Use.TIME) and tokens[i - 1].pos == "PROPN" and i < verb:
            return i
        i = _before_bracket(tokens, i - 1)
    return _with_name(tokens, i, sentence.start)


def _is_predicate(token: Token) -> bool:
    """Whether a word is a finite verb, and no participle that a tagger takes for one ("a diplomat | briefed on the talks
    said", "people | close to the talks said")."""
    behind = token.parse.tokens[token.i + 1 : token.i + 2]
    lead = token.parse.tokens[token.i - 1] if token.i > token.sentence.start else None
    reduced = bool(behind) and behind[0].pos == "ADP" and token.pos == "VERB" and lead is not None
    reduced = reduced and lead is not None and lead.pos in ("NOUN", "PROPN") and not token.lower.endswith("s")
    named = token.text[0].isupper() and token.i > token.sentence.start
    return is_finite(token) and not reduced and not named


def _before_bracket(tokens: list[Token], i: int) -> int:
    """The token before the bracket that ends at a token; the token itself where none does."""
    if tokens[i].text != ")":
        return i
    return next((j for j in range(i - 1, max(i - _BRACKET, -1), -1) if tokens[j].text == "("), i)


def _with_name(tokens: list[Token], i: int, start: int) -> int:
    """Before « a spokesman for X » between commas: the name before it, where there is one."""
    if i - 1 <= start or tokens[i - 1].text != "," or tokens[i].pos != "DET":
        return i
    j = i - 1
    while j > start and tokens[j - 1].pos == "PROPN":
        j -= 1
    named = j < i - 1 and tokens[j - 1].text in _BEFORE and i - 1 - j <= 4
    return j if named else i


def _heads(region: list[Token], cue: Cue) -> list[Token]:
    """The subject's heads: by relation to the verb where it begins the region, else by the order of words."""
    by_tree = [token for token in region if token.base == "nsubj" and token.head is cue.main and token.pos != "DET"]
    found: list[Token] = []
    led = False
    for i, token in enumerate(region):
        if token.pos == "ADP" or token.is_("VerbForm", "Part"):
            led = True
        elif token.lower in ("and", "or", ","):
            led = led and token.lower == ","
        elif token.pos in ("NOUN", "PROPN", "PRON") and not led:
            following = region[i + 1] if i + 1 < len(region) else None
            if following is None or following.pos not in ("NOUN", "PROPN", "NUM"):
                found.append(token)
    joined = any(token.lower == "and" for token in region)
    return found[: 3 if joined else 1] or by_tree or region[-1:]


def _stop(cue: Cue) -> int:
    tokens, sentence = cue.main.parse.tokens, cue.main.sentence
    i = cue.last.i + 1
    while i < sentence.end and tokens[i].text not in _END:
        i += 1
    return i


def _ends_behind(cue: Cue) -> bool:
    """Whether nothing that could be said stands between the verb and the next mark: times, places, the one told."""
    words = lexicon(cue.main.parse.lang)
    tell = any(entry.id == "tell" for entry in cue.verb.entries)
    behind = cue.main.parse.tokens[cue.last.i + 1 : _stop(cue)]
    for i, token in enumerate(behind):
        if _opens_circumstance(token) or (i and _opens_relative(token)):
            return True
        if token.pos in ("SCONJ", "AUX") or (token.pos == "VERB" and token.is_("VerbForm", "Fin")):
            return False
        free = token.pos in ("NOUN", "PROPN", "PRON") and not words.is_(token, Use.TIME)
        if free and not tell and not any(each.pos == "ADP" or words.is_(each, Use.TIME) for each in behind[:i]):
            return False
    return True


def _opens_circumstance(token: Token) -> bool:
    """Whether a clause begins that tells when somebody speaks ("said | as he left the palace"), not « described as a
    victory »."""
    rest = token.parse.tokens[token.i + 1 : min(token.i + 5, token.sentence.end)]
    clause = any(is_finite(each) for each in rest) or (bool(rest) and rest[0].lower.endswith(("ing", "ed")))
    return lexicon(token.parse.lang).is_(token, Use.WHILE) and clause


def _opens_relative(token: Token) -> bool:
    """Whether a relative clause begins ("said in a statement | that was read by an aide"), and no content."""
    behind = token.parse.tokens[token.i + 1 : token.i + 2]
    return token.lower in ("that", "which", "who") and bool(behind) and is_finite(behind[0])


def _closes(cue: Cue) -> bool:
    """Whether the verb ends the sentence, but for a time (« … Sunday sources on both sides said. »)."""
    words = lexicon(cue.main.parse.lang)
    rest = cue.main.parse.tokens[cue.last.i + 1 : cue.main.sentence.end]
    when = next((i for i, token in enumerate(rest) if _opens_circumstance(token)), None)
    if when is not None:
        rest = rest[:when]
    return all(token.pos in ("PUNCT", "ADP", "ADV") or words.is_(token, Use.TIME) for token in rest)


def _end(cue: Cue, subjects: list[Token]) -> int:
    """The end of the aside: the next mark behind verb and speaker, further where what follows belongs to the
    speaker."""
    tokens, sentence = cue.main.parse.tokens, cue.main.sentence
    i = max([cue.last.i, *(subject.i for subject in subjects if subject.i - cue.last.i < _FAR)]) + 1
    while i < sentence.end and tokens[i].text not in _END:
        i += 1
    while i < sentence.end and tokens[i].text in (",", "(", ")") and _belongs(tokens, i, sentence.end, cue, subjects):
        i += 1
        while i < sentence.end and tokens[i].text not in _END:
            i += 1
    return min(i, sentence.end)


def _belongs(tokens: list[Token], comma: int, end: int, cue: Cue, subjects: list[Token]) -> bool:
    """Whether what follows a comma hangs on the speaker or the verb of the aside (« a dit X, chef de Y, qui … »)."""
    if comma + 1 >= end:
        return False
    following = tokens[comma + 1]
    lead = tokens[cue.first.i - 2] if cue.first.i - 2 >= cue.main.sentence.start else None
    if lead is not None and lead.pos == "AUX" and following.is_("VerbForm", "Part"):
        return False
    if _verb_next(tokens[comma + 1 : end]) or _resumes_clause(tokens[comma + 1 : end]):
        return False
    if following.pos == "VERB" and following.lower.endswith(("ant", "ing")):
        return False
    if following.lower in ("qui", "dont", "who", "whose") and comma > cue.last.i:
        return not _cleft(tokens[cue.main.sentence.start : cue.first.i])
    top = following
    seen: set[int] = set()
    while top.head is not None and top.i not in seen:
        if top in subjects or top is cue.main:
            break
        seen.add(top.i)
        if top.base in ("ccomp", "parataxis") and top.head is cue.main:
            return False
        top = top.head
    return top in subjects or (top is cue.main and following.base not in ("cc", "aux", "nsubj", "conj"))
