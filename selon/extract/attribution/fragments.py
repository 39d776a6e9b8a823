"""Words in marks inside the writer's own clause, and the verb or noun by which somebody owns them."""

from collections.abc import Sequence

from selon.extract.attribution.bounds import bounds
from selon.extract.attribution.kinds import may_speak
from selon.extract.attribution.quoted import Quoted
from selon.extract.attribution.report import Report
from selon.extract.attribution.surface import after, before, is_finite, is_possessive, is_relative
from selon.extract.attribution.words import Use, lexicon
from selon.model.ontology import Form
from selon.parse.clause import is_verb, logical_subjects
from selon.parse.quotes import Quotation
from selon.parse.tree import Token

# A judgement in marks behind "a" has at least two words, and its verb stands so near.
_JUDGEMENT = 2
_FAR = 10
_NEAR = 4


def _full(verb: Token) -> Token:
    """The verb that an auxiliary helps."""
    return verb.head if verb.base in ("aux", "cop") and verb.head is not None else verb


def _above_bare(verb: Token | None) -> Token | None:
    """The verb over a participle or infinitive (« présenter X comme étant … », « dire vouloir … »)."""
    while verb is not None and not is_finite(verb) and not verb.all("aux"):
        above = next((each for each in verb.ancestors() if is_verb(each)), None)
        asked = verb.is_("VerbForm", "Inf") and verb.first("mark") is not None  # « appelle X à tenir « … » »
        asked = asked and above is not None and _may_say(_first_of(above))
        if above is None or (_may_say(verb) and not asked):
            break
        verb = above
    return verb


def _first_of(verb: Token) -> Token:
    """The first of verbs that are joined (« ouvrir … et tenir … »), or the verb over it where it is an infinitive."""
    while not is_finite(verb) and not verb.all("aux") and verb.head is not None and verb.base in ("conj", "xcomp"):
        verb = verb.head
    return verb


def _may_say(verb: Token) -> bool:
    """Whether the words in marks under a verb are its subject's own: it is a verb of saying, judging or intending."""
    words = lexicon(verb.parse.lang)
    lemma = words.forms.get(verb.lower, (verb.lemma.lower(), False))[0]
    alone = any(not each.rest for name in (verb.lemma.lower(), lemma) for each in words.verbs.get(name, ()))
    return alone or any(words.is_verb(verb, use) for use in (Use.ATTITUDE, Use.JUDGES, Use.REJECTS))


def _own_predicate(words: list[Token]) -> Token | None:
    """The verb of saying or judging that words in marks begin with, where its subject stands before them (« le
    ministère « condamne fermement cet acte » »)."""
    small = bounds(words[0].parse.lang).clitics
    first = next((each for each in words if each.pos not in ("ADV", "PART") and each.lower not in small), None)
    if first is None or not is_finite(first):
        return None
    verb = _full(first)
    outside = any(each.i < words[0].i for each in logical_subjects(verb))
    main = verb.rel in ("root", "conj", "parataxis", "acl:relcl")  # « parce qu'il « n'a pas parlé » » is another's
    return verb if outside and main and _may_say(verb) else None


def _judging_before(word: Token) -> Token | None:
    """The verb of judging right before a mark, which the tagger takes for a noun (« que le Pentagone juge « … » »)."""
    tokens, words = word.parse.tokens, lexicon(word.parse.lang)
    i = word.i - 1
    while i > word.sentence.start + 1 and (tokens[i].pos in ("ADP", "PUNCT") or tokens[i].lower in ("as", "comme")):
        i -= 1
    lemma, finite = words.forms.get(tokens[i].lower, ("", False))
    led = i > word.sentence.start and (tokens[i - 1].pos in ("PROPN", "NOUN") or is_relative(tokens[i - 1]))
    uses = (Use.JUDGES,) if word.parse.lang == "fr" else (Use.JUDGES, Use.ATTITUDE)
    judges = finite and any(lemma in words.sources.get(use, frozenset()) for use in uses)
    return tokens[i] if judges and led and tokens[i].pos in ("NOUN", "ADJ", "PROPN") else None


def _participle_before(word: Token) -> Token | None:
    """The participle of judging before a mark ("described as “a farce” by the opposition", « jugée « … » par X »)."""
    tokens, words = word.parse.tokens, lexicon(word.parse.lang)
    i = word.i - 1
    while i > word.sentence.start + 1 and (tokens[i].pos in ("ADP", "PUNCT") or tokens[i].lower in ("as", "comme")):
        i -= 1
    i -= tokens[i].pos == "PRON" and tokens[i - 1].lower.endswith("ing")  # "describing him as, “…”"
    bare = (tokens[i].is_("VerbForm", "Part") or tokens[i].lower.endswith("ing")) and not any(
        is_finite(each) for each in tokens[i].all("aux")
    )
    behind_comma = i > word.sentence.start and tokens[i - 1].text == ","
    return tokens[i] if bare and behind_comma and words.is_verb(tokens[i], Use.JUDGES) else None


def is_judgement(quotation: Quotation, quoted: Quoted) -> bool:
    """Whether words in marks behind "a" are at least two and no name (« un « hold-up électoral » »), or are voiced."""
    words = [quoted.parse.tokens[i] for i in sorted(quoted.tokens[quotation])]
    lead = words[0].i - 2 if words else -1
    if words and _is_voiced(words):
        return True
    if len(words) < _JUDGEMENT or lead <= words[0].sentence.start or words[0].text[0].isupper():
        return False
    return quoted.parse.tokens[lead].lower in bounds(words[0].parse.lang).new


def _is_voiced(words: list[Token]) -> bool:
    """Whether a verb voices what a possessive before a mark gives (« a fait part de son « indignation » », "voiced its
    “deep concern”")."""
    tokens, start, lead = words[0].parse.tokens, words[0].sentence.start, words[0].i - 2
    if lead <= start or not is_possessive(tokens[lead]):
        return False
    lexical = lexicon(tokens[lead].parse.lang)
    return any(lexical.is_(each, Use.VOICES) for each in tokens[max(lead - _NEAR, start) : lead])


def _judged(words: list[Token]) -> bool:
    """Whether words behind "a" or « une » and a mark are a judgement by the verb before (« a dénoncé une « mascarade
    électorale » », "branded it a “criminal enterprise”"), and no word held at a distance."""
    tokens, start = words[0].parse.tokens, words[0].sentence.start
    lead = words[0].i - 2
    if _is_voiced(words):
        return True
    if len(words) < _JUDGEMENT or lead <= start or tokens[lead].lower not in bounds(words[0].parse.lang).new:
        return False
    if words[0].text[0].isupper():
        return False
    lexical = lexicon(words[0].parse.lang)
    for each in reversed(tokens[max(lead - _FAR, start) : lead]):
        if each.text in (",", ";", ":", "—"):
            return False
        if each.pos == "VERB":
            return lexical.is_verb(each, Use.JUDGES) or lexical.is_verb(each, Use.ATTITUDE)
    return False


def owners(quotation: Quotation, verb: Token, quoted: Quoted) -> list[Token]:
    """Whose the words in marks under a verb are: its agent behind them, its subject, or the phrase right before it."""
    bare = verb.is_("VerbForm", "Part")
    of_oneself = any(child.lower in ("se", "s'") for child in verb.children)  # « s'est dite « émue » par les images »
    if (gapped := _gapped(quotation, verb, quoted)) is not None:
        return [gapped]
    agent = _agent_behind(quotation, quoted) if bare and not of_oneself else None
    if agent is not None:
        return [agent]
    if verb.pos != "VERB":
        return [near] if (near := before(verb)) is not None else []
    subjects = [each for each in logical_subjects(verb) if each.pos != "ADJ"]
    own = [each for each in verb.all("nsubj") if each.i < verb.i and may_speak(each)]
    if own and not any(may_speak(each) for each in subjects):
        return own
    if subjects or not bare or verb.base != "acl" or verb.head is None or verb.head.base != "root":
        return subjects
    return [] if any(is_finite(each) for each in verb.sentence.tokens) else [verb.head]


def _gapped(quotation: Quotation, verb: Token, quoted: Quoted) -> Token | None:
    """Who has a second word for it, without a verb of his own (« Le parti parle de « victoire », l'opposition de «
    hold-up » »)."""
    tokens, first = quoted.parse.tokens, min(quoted.tokens[quotation])
    lead = first - 2
    if lead <= verb.i or tokens[lead].lower not in ("de", "d'", "of", "comme", "as"):
        return None
    start = lead
    while start - 1 > verb.i and tokens[start - 1].pos in ("DET", "NOUN", "PROPN", "ADJ", "ADP"):
        start -= 1
    between = tokens[verb.i + 1 : start]
    earlier = any(token.text in ("»", "”") for token in between)
    if not earlier or tokens[start - 1].text not in (",", ";") or tokens[start].pos not in ("DET", "PROPN"):
        return None
    return next((each for each in tokens[start:lead] if each.pos in ("NOUN", "PROPN") and may_speak(each)), None)


def _agent_behind(quotation: Quotation, quoted: Quoted) -> Token | None:
    """Who judges, by the order of words: behind words in marks and « par » or "by"."""
    tokens, last = quoted.parse.tokens, max(quoted.tokens[quotation])
    at = last + 1
    while at < len(tokens) and tokens[at].pos == "PUNCT" and tokens[at].text != ",":
        at += 1
    if at + 1 >= len(tokens) or tokens[at].lower not in ("par", "by"):
        return None
    return after(tokens[at])


def promised(quoted: Quoted, reports: Sequence[Report]) -> list[tuple[Quotation, Token]]:
    """Quoted words below a noun of speech that somebody owns, with the noun ("the junta's promise to vote “when
    conditions allow”", « sa promesse de … « … » »)."""
    lexical = lexicon(quoted.parse.lang)
    said = frozenset(
        i for report in reports for i in report.content if report.form in (Form.DIRECT, Form.MIXED, Form.INDIRECT)
    )
    found: list[tuple[Quotation, Token]] = []
    for each in quoted.parts:
        tokens = quoted.tokens[each]
        if not tokens or tokens & said:
            continue
        sentence = quoted.parse.tokens[min(tokens)].sentence
        for token in reversed(quoted.parse.tokens[sentence.start : min(tokens)]):
            if is_finite(token) or token.text in (",", ";", ":", "—"):
                break
            if token.pos == "NOUN" and (lexical.is_(token, Use.REPORT_NOUN) or lexical.is_(token, Use.CHANT)):
                found.append((each, token))
                break
    return found


def chanting(noun: Token) -> list[Token]:
    """Who chants words: the subject of an active verb over « aux cris de », "with chants of"."""
    verb = next((above for above in noun.ancestors() if is_verb(above)), None)
    led = noun.first("case") is not None and lexicon(noun.parse.lang).is_(noun, Use.CHANT)
    if verb is None or not led or verb.first("aux:pass", "nsubj:pass") is not None:
        return []
    return [each for each in logical_subjects(verb) if each.i < noun.i]


def fragments(quoted: Quoted, reports: Sequence[Report]) -> list[tuple[Quotation, Token]]:
    """Quoted words inside the writer's own clause, with the verb of that clause (« a dénoncé une “attaque lâche” »)."""
    said = frozenset(
        i for report in reports for i in report.content if report.form in (Form.DIRECT, Form.MIXED, Form.INDIRECT)
    )
    found: list[tuple[Quotation, Token]] = []
    for each in quoted.any:
        tokens = quoted.tokens[each]
        words = [quoted.parse.tokens[i] for i in sorted(tokens)]
        if not tokens & said and words and found and _gapped(each, found[-1][1], quoted) is not None:
            found.append((each, found[-1][1]))
            continue
        if tokens & said or not words or (each not in quoted.parts and not _judged(words)):
            continue
        if (own := _own_predicate(words)) is not None:
            found.append((each, own))
            continue
        if (near := _judging_before(words[0])) is not None:
            found.append((each, near))
            continue
        if (judged := _participle_before(words[0])) is not None:
            found.append((each, judged))
            continue
        verb = next((above for above in words[0].ancestors() if is_verb(above) and above.i not in tokens), None)
        nearer = [token for token in quoted.parse.tokens[verb.i + 1 : words[0].i] if is_finite(token)] if verb else []
        verb = _full(nearer[-1]) if nearer else _above_bare(verb)
        if verb is not None and (_may_say(verb) or _is_voiced(words)):
            found.append((each, verb))
    return found
