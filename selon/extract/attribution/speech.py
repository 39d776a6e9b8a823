"""Words in quotation marks: what an aside or a colon quotes, over sentences and paragraphs, and who says the rest."""

from collections.abc import Sequence
from dataclasses import replace

from selon.extract.attribution.aside import Aside
from selon.extract.attribution.content import main_clause
from selon.extract.attribution.cues import Cue
from selon.extract.attribution.kinds import Who, may_speak
from selon.extract.attribution.report import Report
from selon.extract.attribution.source import Source, source_of
from selon.extract.attribution.surface import after, is_finite
from selon.extract.attribution.words import Stance, Use, lexicon
from selon.model.ontology import Form
from selon.parse.clause import is_verb, logical_subjects
from selon.parse.quotes import Quotation, find_quotations, is_fragment, is_speech
from selon.parse.tree import Parse, Sentence, Token

# Punctuation between a quotation and what gives it: a comma, a colon, a dash, a mark or two; more is no text.
_MARKS = 8
_SOFT = (",", ".", "!", "?", "…", ":", "—", "–", "-", "...", "--")
_THAT = ("que", "qu'", "that")
# A quotation without a verb of saying looks so many sentences back for somebody who has just spoken.
_BACK = 3
# A headline names its speaker in so many words.
_HEADLINE = 9
# A dateline has at most so many tokens.
_DATELINE = 20
# « C'est en ces termes que le maire … » names who spoke in so many words.
_CLOSING = 12


class Quoted:
    """The quotations of a parse that are speech and stand in no other, with their tokens."""

    def __init__(self, parse: Parse) -> None:
        """Finds them once; asking is cheap."""
        self.parse = parse
        self.any = tuple(each for each in find_quotations(parse.text) if each.depth == 0)
        self.all = tuple(each for each in self.any if is_speech(parse, each))
        self.parts = tuple(each for each in self.any if is_fragment(parse, each))
        self.tokens = {each: frozenset(token.i for token in parse.tokens_in(each.content)) for each in self.any}

        self._around = {i: each for each in reversed(self.any) for i in self.tokens[each]}
        self._ends: dict[int, list[tuple[int, Quotation]]] = {}
        for number, each in enumerate(self.all):
            for i in {min(self.tokens[each]), max(self.tokens[each])} if self.tokens[each] else ():
                self._ends.setdefault(i, []).append((number, each))

    def at_ends(self, content: frozenset[int]) -> list[Quotation]:
        """The speech of which the first or the last token is one of these, in text order."""
        found = {number: each for i in content for number, each in self._ends.get(i, ())}
        return [found[number] for number in sorted(found)]

    def with_token(self, token: Token) -> Quotation | None:
        """The speech that the token stands in."""
        return self._around.get(token.i)

    def before(self, i: int) -> Quotation | None:
        """The quotation that ends right before token `i`, punctuation apart."""
        tokens = self.parse.tokens
        j = i - 1
        first = max(-1, i - 1 - _MARKS)
        while j > first and (tokens[j].text in _SOFT or self._is_mark(tokens[j])):
            j -= 1
        found = self.with_token(tokens[j]) if j > first else None
        marked = any(self._is_mark(token) for token in tokens[j + 1 : i]) or (
            found is not None and found.span.end <= tokens[i].start
        )
        return found if marked else None

    def after(self, i: int) -> Quotation | None:
        """The quotation that begins at token `i`, a comma, a colon or an opening mark apart."""
        tokens = self.parse.tokens
        j = i
        end = min(len(tokens), i + _MARKS)
        while j < end and (tokens[j].text in (",", ":", ".", "—", "–") or self._is_mark(tokens[j])):
            j += 1
        if j >= end:
            return None
        found = self.with_token(tokens[j])
        begins = found is not None and found.span.start >= tokens[i - 1].end if i else True
        return found if found is not None and begins else None

    def _is_mark(self, token: Token) -> bool:
        return token.text in ("«", "»", "“", "”", '"', "''", "``", "„", "‹", "›", "‘", "’", "'")

    def opens_sentence(self, quotation: Quotation) -> bool:
        """Whether a quotation begins its sentence or stands behind a colon: then it is said whole."""
        first = min(self.tokens[quotation])
        sentence = self.parse.tokens[first].sentence
        before = [token for token in self.parse.tokens[sentence.start : first] if not self._is_mark(token)]
        return not before or before[-1].text in (":", ".", ";", "—", "–")


def aside_content(found: Aside, quoted: Quoted) -> tuple[Form, frozenset[int]] | None:
    """What is said beside an aside, and whether in marks, without, or both; None where nothing is."""
    sentence = found.cue.main.sentence
    own = frozenset(range(found.start, found.end))
    around = quoted.with_token(found.cue.main)
    if around is not None and around in quoted.all:
        return Form.DIRECT, quoted.tokens[around] - own
    before = quoted.before(found.start)
    if before is not None and (quoted.opens_sentence(before) or found.start == sentence.start):
        return Form.DIRECT, quoted.tokens[before] | _resumed(found, quoted)
    if found.start == sentence.start:
        return None
    after = quoted.after(found.end)
    colon = after is not None and found.end < sentence.end and quoted.parse.tokens[found.end].text == ":"
    if after is not None and colon and _is_bare(sentence.tokens[0]) and after in quoted.all:
        return Form.DIRECT, quoted.tokens[after]
    content = main_clause(sentence, own)
    start = max(_segment_start(sentence, found.start), _member_start(sentence, found))
    content = frozenset(i for i in content if i >= start)
    if after is not None and colon:
        content |= quoted.tokens[after]
    mixed = any(quoted.tokens[each] & content for each in quoted.parts)
    return (Form.MIXED if mixed else Form.INDIRECT), content


def _is_bare(first: Token) -> bool:
    """Whether a sentence opens with a participle (« Interrogé sur …, X a répondu : « … » »): it is not said."""
    return first.pos == "VERB" and first.first("nsubj") is None


def _segment_start(sentence: Sentence, before: int) -> int:
    """Where the part of the sentence that an aside closes begins: behind the last semicolon, or the dateline."""
    for token in reversed(sentence.tokens[: before - sentence.start]):
        if token.text == ";" or _is_dateline(token):
            return token.i + 1
    return sentence.start


def _member_start(sentence: Sentence, found: Aside) -> int:
    """Where the clause begins that an aside interrupts, if a whole one stands before it (« La trêve tient, mais elle ne
    durera, dit X, que … »)."""
    tokens = sentence.parse.tokens
    if found.end + 2 >= sentence.end or tokens[found.end].text != "," or found.start < sentence.start + 4:
        return sentence.start
    for i in range(found.start - 2, sentence.start + 1, -1):
        if tokens[i].lower in ("et", "mais", "and", "but") and tokens[i - 1].text == ",":
            before = any(is_finite(token) for token in tokens[sentence.start : i])
            own = tokens[found.end + 1]
            goes_on = own.lower in ("que", "qu'", "qui", "who", "de", "d'") or is_finite(own)
            return i + 1 if before and goes_on else sentence.start
    return sentence.start


def _is_dateline(mark: Token) -> bool:
    """Whether a dash or a colon closes a dateline (« PARIS, 3 mai (AFP) – », « DAKAR: », « Nairobi — »)."""
    before = mark.parse.tokens[mark.sentence.start : mark.i]
    if mark.text not in ("–", "—", "-", "--", "_", ":") or not before or len(before) > _DATELINE:
        return False
    if before[-1].end == mark.start and mark.text != ":":
        return False
    if mark.text != ":" and before[-1].text == ")":
        return True
    names = all(token.pos in ("PROPN", "NUM", "PUNCT", "X", "SYM") or token.text.isupper() for token in before)
    return names and (mark.text != ":" or before[0].text.isupper())


def _resumed(found: Aside, quoted: Quoted) -> frozenset[int]:
    """The quotation that goes on behind the aside (« …, a-t-il dit, « … »)."""
    tokens = quoted.parse.tokens
    if found.end < found.cue.main.sentence.end and tokens[found.end].text in (",", ":", ";", "«", "“", '"'):
        after = quoted.after(found.end)
        if after is not None and after in quoted.all:
            return quoted.tokens[after]
    return frozenset()


def quoted_behind(cue: Cue, quoted: Quoted) -> Quotation | None:
    """The quotation that a verb introduces, by a colon or at once, without « que »."""
    tokens = cue.main.parse.tokens
    for i in range(cue.last.i + 1, cue.main.sentence.end + 1):
        found = quoted.after(i)
        if found is not None and found in quoted.all:
            between = tokens[cue.last.i + 1 : min(quoted.tokens[found])]
            colon = any(token.text == ":" for token in between)
            straight = not any(token.lower in _THAT or is_verb(token) or token.text == "." for token in between)
            colon = colon and not any(token.is_("VerbForm", "Fin") for token in between)
            named = any(token.pos in ("NOUN", "PROPN") for token in between)
            straight = straight and not (named and is_finite(tokens[min(quoted.tokens[found])]))
            return found if colon or (straight and len(between) < 8) else None
        if i >= len(tokens) or tokens[i].lower in _THAT or tokens[i].text in (".", ";"):
            return None
    return None


def widened(report: Report, quoted: Quoted) -> Report:
    """A report whose content opens a quotation says all of it, over sentences; words in marks make it mixed."""
    content = report.content
    for each in quoted.at_ends(content):
        tokens = quoted.tokens[each]
        begun = min(tokens) in content or _ends_in(each, report, quoted)
        if begun and not tokens & {token.i for token in report.cue}:
            content |= tokens
    mixed = report.form is Form.INDIRECT and any(quoted.tokens[each] <= content for each in quoted.parts)
    return replace(report, content=content, form=Form.MIXED if mixed else report.form)


def _ends_in(quotation: Quotation, report: Report, quoted: Quoted) -> bool:
    """Whether a quotation of several sentences ends in the sentence of a report beside it, which so says all of it."""
    tokens = quoted.tokens[quotation]
    spoken = report.form in (Form.INDIRECT, Form.MIXED) or report.rule.endswith(".agency")
    if not spoken or not report.cue or max(tokens) not in report.content:
        return False
    return quoted.parse.tokens[min(tokens)].sentence_i < report.cue[0].sentence_i


def unspoken(quoted: Quoted, reports: Sequence[Report], who: Who) -> list[Report]:
    """Reports for speech that no verb of saying introduces: its speaker spoke, or acted, right before or right
    after."""
    found: list[Report] = []
    said = frozenset(
        i for report in reports for i in report.content if report.form in (Form.DIRECT, Form.MIXED, Form.INDIRECT)
    )
    for each in quoted.all:
        tokens = quoted.tokens[each]
        if tokens & said or not quoted.opens_sentence(each) or any(_gives(report, tokens) for report in reports):
            continue
        if _nobodys(each, quoted):
            continue
        source = _speaker(each, quoted, [*reports, *found], who)
        if source is not None:
            rule = f"{quoted.parse.lang}.speech.neighbour"
            found.append(
                Report((), source.heads, source.actors, source.words, Form.DIRECT, Stance.ASSERT, tokens, rule)
            )
    return found


def _nobodys(quotation: Quotation, quoted: Quoted) -> bool:
    """Whether « on » reads or hears the words (« …, pouvait-on lire sur un panneau »)."""
    tokens = quoted.tokens[quotation]
    sentence = quoted.parse.tokens[max(tokens)].sentence
    return any(token.lower in ("-on", "-t-on") and token.i not in tokens for token in sentence.tokens)


def _gives(report: Report, tokens: frozenset[int]) -> bool:
    """Whether « selon X » beside a quotation gives it to X."""
    return report.form in (Form.ACCORDING_TO, Form.DOCUMENT) and bool(report.source) and tokens <= report.content


def _speaker(quotation: Quotation, quoted: Quoted, reports: Sequence[Report], who: Who) -> Source | None:
    first = min(quoted.tokens[quotation])
    sentence = quoted.parse.tokens[first].sentence
    if (head := _before_colon(first, sentence, who) or _behind_colon(quotation, quoted, who)) is not None:
        return source_of([head], who)
    if (closing := _named_behind(quotation, quoted, who)) is not None:
        return source_of([closing], who)
    for back in range(1, _BACK + 1):
        if sentence.i - back < 0:
            break
        before = quoted.parse.sentences[sentence.i - back]
        spoke = [
            report
            for report in reports
            if _spoken_in(report, before) and report.form is not Form.HEARSAY and report.source
        ]
        if spoke:
            last = max(
                spoke,
                key=lambda report: (
                    not any(report.around(other) for other in spoke),
                    max(report.content, default=0),
                ),
            )
            return Source(last.source, last.actors, last.words)
        if back == 1 and (subject := person_subject(before, who) or _only_person(before)) is not None:
            return source_of([subject], who)
    return None


def _named_behind(quotation: Quotation, quoted: Quoted, who: Who) -> Token | None:
    """Who is said to have spoken in the sentence behind a quotation (« Ainsi parla le colonel », "With these words the
    bishop left")."""
    tokens, last = quoted.parse.tokens, max(quoted.tokens[quotation])
    number = tokens[last].sentence_i + 1
    if number >= len(quoted.parse.sentences):
        return None
    behind = quoted.parse.sentences[number]
    words = [token for token in behind.tokens[:_CLOSING] if token.pos != "PUNCT" and token.i > last]
    lexical = lexicon(quoted.parse.lang)
    if (
        not words
        or not lexical.is_(words[0], Use.LOOKS_BACK)
        or not any(lexical.is_(each, Use.SPOKEN) for each in words[:5])
    ):
        return None
    people = [each for each in behind.tokens if each.i > last and _is_someone(each)]
    return next((each for each in people if who(each)), people[0] if people else None)


def _is_someone(token: Token) -> bool:
    """Whether a word is a person: by its noun, or as the last word of a name."""
    named = any(each.label == "PER" and each.end == token.i + 1 for each in token.parse.entities)
    return named or (token.pos == "NOUN" and lexicon(token.parse.lang).is_(token, Use.PERSON))


def _only_person(sentence: Sentence) -> Token | None:
    """The one person in a sentence, whatever part he has in it ("At the gate stood Corporal Hill."); None for
    several."""
    people = [token for token in sentence.tokens if _is_someone(token)]
    heads = [each for each in people if each.head not in people]
    return heads[0] if len(heads) == 1 else None


def _before_colon(first: int, sentence: Sentence, who: Who) -> Token | None:
    """Who speaks where a colon alone introduces the words (« Le ministre est catégorique : « … » »)."""
    tokens = sentence.parse.tokens
    at = first - 1
    while at > sentence.start and tokens[at].pos == "PUNCT" and tokens[at].text != ":":
        at -= 1
    if at <= sentence.start or tokens[at].text != ":":
        return None
    subjects = [token for token in tokens[sentence.start : at] if token.base == "nsubj" and token.pos != "DET"]
    named = next((subject for subject in subjects if who(subject) and may_speak(subject)), None)
    return named or _alone(tokens[sentence.start : at], who)


def _alone(words: list[Token], who: Who) -> Token | None:
    """The speaker that a headline puts before a colon: a name or a function and no verb (« Le ministre : « … » »)."""
    if not words or len(words) > _HEADLINE or any(is_finite(each) or each.text in (",", ";") for each in words):
        return None
    names = [each for each in words if each.pos in ("NOUN", "PROPN")]
    head = next((each for each in names if lexicon(each.parse.lang).is_(each, Use.PERSON) or who(each)), None)
    return head or (names[0] if names and all(each.pos == "PROPN" for each in names) else None)


def _behind_colon(quotation: Quotation, quoted: Quoted, who: Who) -> Token | None:
    """Who acts behind a quotation and a colon (« « Pas question » : le maire s'est montré ferme »)."""
    tokens, last = quoted.parse.tokens, max(quoted.tokens[quotation])
    at = next((i for i in range(last + 1, min(last + 4, len(tokens))) if tokens[i].text == ":"), None)
    if at is None:
        return None
    subjects = [each for each in tokens[at : tokens[at].sentence.end] if each.has_rel("nsubj", "nsubj:pass")]
    return next((each for each in subjects if may_speak(each) and each.pos != "PRON"), None)


def _spoken_in(report: Report, sentence: Sentence) -> bool:
    if report.cue:
        return report.cue[0].sentence_i == sentence.i
    return any(sentence.start <= i < sentence.end for i in report.content)


def person_subject(sentence: Sentence, who: Who) -> Token | None:
    """The subject of the sentence before, where it is somebody who can speak."""
    for root in sentence.roots:
        for subject in logical_subjects(root):
            person = lexicon(subject.parse.lang).is_(subject, Use.PERSON)
            if (person and subject.pos == "NOUN") or (who(subject) and (person or subject.pos in ("PROPN", "PRON"))):
                return subject
    return None


def _full(verb: Token) -> Token:
    """The verb that an auxiliary helps."""
    return verb.head if verb.base in ("aux", "cop") and verb.head is not None else verb


def _above_bare(verb: Token | None) -> Token | None:
    """The verb over a participle or infinitive (« présenter X comme étant … », « dire vouloir … »)."""
    while verb is not None and not is_finite(verb) and not verb.all("aux") and not _may_say(verb):
        above = next((each for each in verb.ancestors() if is_verb(each)), None)
        if above is None:
            break
        verb = above
    return verb


def _may_say(verb: Token) -> bool:
    """Whether the words in marks under a verb are its subject's own: it is a verb of saying, judging or intending."""
    words = lexicon(verb.parse.lang)
    lemma = words.forms.get(verb.lower, (verb.lemma.lower(), False))[0]
    alone = [each for name in (verb.lemma.lower(), lemma) for each in words.verbs.get(name, ()) if not each.rest]
    return bool(alone) or any(words.is_verb(verb, use) for use in (Use.ATTITUDE, Use.JUDGES, Use.REJECTS))


def _judging_before(word: Token) -> Token | None:
    """The verb of judging right before a mark, which the tagger takes for a noun (« que le Pentagone juge « … » »)."""
    tokens, words = word.parse.tokens, lexicon(word.parse.lang)
    i = word.i - 1
    while i > word.sentence.start + 1 and (tokens[i].pos in ("ADP", "PUNCT") or tokens[i].lower in ("as", "comme")):
        i -= 1
    lemma, finite = words.forms.get(tokens[i].lower, ("", False))
    led = tokens[i - 1].pos in ("PROPN", "NOUN") and i > word.sentence.start
    uses = (Use.JUDGES,) if word.parse.lang == "fr" else (Use.JUDGES, Use.ATTITUDE)
    judges = finite and any(lemma in words.sources.get(use, frozenset()) for use in uses)
    return tokens[i] if judges and led and tokens[i].pos in ("NOUN", "ADJ", "PROPN") else None


def _participle_before(word: Token) -> Token | None:
    """The participle of judging before a mark ("described as “a farce” by the opposition", « jugée « … » par X »)."""
    tokens, words = word.parse.tokens, lexicon(word.parse.lang)
    i = word.i - 1
    while i > word.sentence.start + 1 and (tokens[i].pos in ("ADP", "PUNCT") or tokens[i].lower in ("as", "comme")):
        i -= 1
    bare = tokens[i].is_("VerbForm", "Part") and not any(is_finite(each) for each in tokens[i].all("aux"))
    behind_comma = i > word.sentence.start and tokens[i - 1].text == ","
    return tokens[i] if bare and behind_comma and words.is_verb(tokens[i], Use.JUDGES) else None


def agent_behind(quotation: Quotation, quoted: Quoted) -> Token | None:
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
            if token.pos == "NOUN" and lexical.is_(token, Use.REPORT_NOUN):
                found.append((each, token))
                break
    return found


def fragments(quoted: Quoted, reports: Sequence[Report]) -> list[tuple[Quotation, Token]]:
    """Quoted words inside the writer's own clause, with the verb of that clause (« a dénoncé une “attaque lâche” »)."""
    said = frozenset(
        i for report in reports for i in report.content if report.form in (Form.DIRECT, Form.MIXED, Form.INDIRECT)
    )
    found: list[tuple[Quotation, Token]] = []
    for each in quoted.parts:
        tokens = quoted.tokens[each]
        words = [quoted.parse.tokens[i] for i in sorted(tokens)]
        if tokens & said or not words:
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
        if verb is not None and _may_say(verb):
            found.append((each, verb))
    return found
