"""Gives an event its time: what the words around its trigger say, in its own clause or one that it shares time with."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from selon.extract.times.clauses import climb, is_clause, is_earlier, opens, same_view
from selon.extract.times.lexicon import TimeLexicon, lexicon
from selon.extract.times.placed import Placed, can_date, follows_unique, is_blank, placed_at, since_first
from selon.extract.times.surface import after_by_order, by_order, of_noun
from selon.model.ontology import TimeMod
from selon.model.span import Span, begun_in
from selon.model.time import TimeExpression
from selon.parse.tree import Parse, Token

_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "ADJ"))
# « après la révolution de 1979 » is quoted whole; a longer wording only by its date.
_LONGEST_QUOTE = 7


@dataclass(frozen=True, slots=True)
class _Found:
    """A time that holds for a predicate: how directly, and how far away in the text."""

    placed: Placed
    rank: tuple[int, int, int]
    mod: TimeMod | None = None
    cue: Token | None = None


def time_of(token: Token, times: Sequence[TimeExpression], parse: Parse) -> TimeExpression | None:
    """When the event anchored at the trigger `token` happens; None when no words give it.

    In order: a time that depends on the trigger or stands in its clause; the time of the clause that it shares time
    with (a relative clause, an infinitive, a coordinated verb); the time that opens the sentence; the one that the
    order of the words gives. The time of a
    reporting verb is not that of what is reported. Durations and repeated times date nothing.
    """
    words = lexicon(parse.lang)
    if token.base == "aux" and token.head is not None:
        token = token.head  # « s'est fait exploser »: the tree hangs the causative on its infinitive
    sentence = token.sentence
    near = begun_in(times, sentence.span)
    dated = [time for time in near if can_date(time) and sentence.span.covers(time.span)]
    if not dated:
        return None
    if any(time.anchored for time in dated):
        dated = [time for time in dated if time.anchored or not is_blank(time)]  # « jeudi, au lendemain de l'annonce »
    placed = [placed_at(time, parse, words) for time in dated if not since_first(time, parse, words)]
    chooser = _Chooser(placed, words)
    found = chooser.of(token, set())
    return _as_time(found, parse) if found else None


def _as_time(found: _Found, parse: Parse) -> TimeExpression:
    """The expression; under « après » or « avant » with that modifier, open on one side."""
    time = found.placed.time
    if found.mod is None or time.mod is not None:
        return time
    after = found.mod is TimeMod.AFTER
    span = time.span
    if found.cue is not None and 0 < found.placed.head.i - found.cue.i <= _LONGEST_QUOTE:
        span = Span(found.cue.start, time.span.end)
    return replace(
        time,
        text=span.cut(parse.text),
        span=span,
        mod=found.mod,
        start=time.start if after else None,
        end=None if after else time.end,
    )


class _Chooser:
    """The times of one sentence, asked for the predicates of that sentence."""

    def __init__(self, placed: Sequence[Placed], words: TimeLexicon) -> None:
        self._placed = placed
        self._words = words

    def of(self, token: Token, seen: set[int]) -> _Found | None:
        """The time of the event at `token`; `seen` are the tokens that have been asked."""
        if token.i in seen:
            return None
        seen.add(token.i)
        found = self._own(token) or self._elliptical(token) or self._shared(token, seen)
        return found or self._scene(token) or self._near(token)

    def _elliptical(self, token: Token) -> _Found | None:
        """The time behind a coordinated participle, behind the infinitive that a verb happens with, or behind the
        participle that carries a noun.

        « dix soldats ont été tués et vingt blessés lundi », « il s'est fait exploser lundi », « l'attentat perpétré
        lundi ».
        """
        if self._words.has("phase", token.lemma):
            for child in token.all("xcomp"):
                if (found := self._own(child)) is not None:
                    return found
        for child in token.all("acl") if token.pos in ("NOUN", "PROPN") else ():
            carries = child.is_("VerbForm", "Part") and self._words.has("support", child.lemma)
            if carries and (found := self._own(child)) is not None:
                return found
        for child in token.all("conj", "advcl"):
            bare = child.is_("VerbForm", "Part") or child.pos == "ADJ"
            if bare and child.i > token.i and child.first("aux", "cop", "mark") is None:
                found = self._own(child)
                if found is not None and found.placed.first > child.i and found.mod is None:
                    return found
        return None

    def _near(self, token: Token) -> _Found | None:
        """What the order of the words gives."""
        if token.pos in ("NOUN", "PROPN"):
            free = list(self._placed)
            i = of_noun(token, [(each.first, each.stop) for each in free], self._words)
        else:
            free = [placed for placed in self._placed if not placed.owned]
            i = by_order(token, [(each.first, each.stop) for each in free], self._words)
            if i is None:
                return self._after(token)
        return _Found(free[i], (3, 0, 0)) if i is not None else None

    def _after(self, token: Token) -> _Found | None:
        """What stands under « après » or « avant » behind a verb."""
        found = after_by_order(token, [(each.first, each.stop) for each in self._placed], self._words)
        if found is None:
            return None
        mod = TimeMod.AFTER if self._words.has("after", found[1].lower) else TimeMod.BEFORE
        return _Found(self._placed[found[0]], (3, 0, 0), mod, found[1])

    def _own(self, token: Token) -> _Found | None:
        """The best of the times that depend on the token or stand in its clause."""
        found = [each for placed in self._placed if (each := self._reach(placed, token)) is not None]
        return min(found, key=lambda each: each.rank, default=None)

    def _reach(self, placed: Placed, token: Token) -> _Found | None:
        """Climbs from a time to `token`, through « lors de », « après » … nouns or nouns it is misplaced at."""
        below, drift, mod, cue = placed.head, 0, None, None
        if below.i == token.i:
            return None
        for above in placed.head.ancestors():
            if above.i == token.i:
                vague = int(not placed.time.value[:1].isdigit() and placed.time.start is None)
                return _Found(placed, (drift, vague, abs(placed.head.i - token.i)), mod, cue)
            if is_clause(above):
                return None
            link = self._link(above)
            if link is not None:
                case, mod_here = link
                if self._words.has("since", case.lower) and follows_unique(case, self._words):
                    return None
                mod, cue = mod or mod_here, cue or (case if mod_here else None)
            elif placed.attributive or above.pos not in _NOMINAL:
                return None
            else:
                drift += 1
            below = above
        return None

    def _link(self, noun: Token) -> tuple[Token, TimeMod | None] | None:
        """The preposition that puts the clause at the time of `noun`, and whether after or before it."""
        for case in noun.all("case", "mark"):
            for name, mod in (("after", TimeMod.AFTER), ("before", TimeMod.BEFORE), ("during", None)):
                if self._words.has(name, case.lower):
                    return case, mod
        return None

    def _shared(self, token: Token, seen: set[int]) -> _Found | None:
        """The time of the clause or noun that the token shares its time with."""
        head = token.head
        if head is None:
            return None
        if not is_clause(token):
            return self.of(head, seen) if self._noun_shares(token, head) else None
        if token.base != "acl" and self._is_relative(token):
            return None
        match token.base:
            case "xcomp":
                shares = self._words.has("phase", head.lemma) or self._words.has("support", head.lemma)
                return self.of(head, seen) if shares else None
            case "conj":
                return self._near(token) or (self.of(head, seen) if same_view(token, head) else None)
            case "advcl":
                phase = token.is_("VerbForm", "Inf") and self._words.has("phase", head.lemma)
                return self.of(head, seen) if phase or self._accompanies(token) else None
            case "acl":
                return self._of_antecedent(token, head, seen)
        return None

    def _noun_shares(self, token: Token, head: Token) -> bool:
        """Whether a noun's event has the time of its governor: subject, object of a support verb, « lors de »."""
        if token.base == "conj":
            return not is_clause(head)
        if token.base == "nsubj":
            return is_clause(head)
        if token.base in ("obj", "obl", "xcomp", "nmod") and self._words.has("support", head.lemma):
            return True
        if token.base == "obl":
            link = self._link(token)
            return link is not None and link[1] is None
        return False

    def _is_relative(self, clause: Token) -> bool:
        """Whether a relative pronoun is the subject, wherever the tree puts the clause."""
        subjects = clause.all("nsubj")
        return any(each.is_("PronType", "Rel") or self._words.has("relative", each.lower) for each in subjects)

    def _accompanies(self, clause: Token) -> bool:
        """Whether an adverbial clause happens with its governor: a participle, or « lorsque », « alors que »."""
        mark = clause.first("mark")
        openers = [mark] if mark is not None else clause.all("advmod", "case")
        if any(self._words.has("while", each.lower.rstrip("'")) and each.i < clause.i for each in openers):
            return True
        return mark is None and (clause.is_("VerbForm", "Part") or clause.is_("VerbForm", "Ger"))

    def _of_antecedent(self, clause: Token, noun: Token, seen: set[int]) -> _Found | None:
        """A relative or participial clause: the antecedent's own time; under « au cours de laquelle » all of it.

        « dans un attentat perpétré par … »: the verb only carries the noun, which happens when the whole does.
        """
        direct = self._own(noun)
        if direct is not None:
            return direct
        link = self._link(noun) if noun.base == "obl" and self._words.has("support", clause.lemma) else None
        if link is not None and link[1] is None:
            return self.of(noun, seen)
        for each in clause.children:
            if (each.is_("PronType", "Rel") or each.pos == "PRON") and self._relates(each, clause):
                return self.of(noun, seen)
        return None

    def _relates(self, pronoun: Token, clause: Token) -> bool:
        if pronoun.i > clause.i:
            return False
        return self._words.has("where", pronoun.lower) or self._link(pronoun) is not None

    def _scene(self, token: Token) -> _Found | None:
        """The time that opens the sentence, unless what is between them reports or is told as earlier."""
        sentence = token.sentence
        lead = min((each for each in self._placed if not each.attributive), key=lambda each: each.first, default=None)
        if lead is None or not opens(sentence.tokens, lead.first - sentence.start):
            return None
        governor = next((each for each in lead.head.ancestors() if is_clause(each)), None)
        for below, above in climb(token):
            if below.base in ("ccomp", "parataxis") or (below.base == "xcomp" and not self._inherits(above)):
                return None
            if below.base in ("obj", "nmod", "obl") and not self._noun_shares(below, above):
                return None
            if is_clause(below) and (is_earlier(below) or self._is_relative(below)):
                return None
            if governor is not None and above.i == governor.i:
                return _Found(lead, (2, 0, abs(lead.head.i - token.i)))
        return None

    def _inherits(self, verb: Token) -> bool:
        return self._words.has("phase", verb.lemma) or self._words.has("support", verb.lemma)
