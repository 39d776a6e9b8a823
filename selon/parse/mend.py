"""Rows of a parsed document, set right where the parser of its language goes wrong; the order of the repairs.

What comes out is a tree again: every head lies in its own sentence. The order goes from words to what hangs on them:
first what a word is (verb, noun), then which of two verbs governs, then what hangs on it, since each repair asks the
tree for what those before it have settled. Each repair works in place on one sentence and leaves alone what it doubts.
"""

from collections.abc import Iterable, Sequence

from selon.parse.asides import give_subjects
from selon.parse.barewords import give_bare_verbs
from selon.parse.clefts import give_clefts
from selon.parse.contents import give_contents
from selon.parse.fenced import give_fenced
from selon.parse.finite import give_finite
from selon.parse.future import give_future
from selon.parse.gerunds import give_gerunds
from selon.parse.headlines import give_headline
from selon.parse.hidden import give_hidden, with_unmet
from selon.parse.idioms import set_right
from selon.parse.inverted import give_inverted
from selon.parse.lemmas import Lemmas
from selon.parse.loose import tighten
from selon.parse.misread import give_kinds
from selon.parse.negated import give_negated
from selon.parse.nominals import give_nominals
from selon.parse.nouns import give_nouns
from selon.parse.orgnames import give_names
from selon.parse.participles import give_gone, give_participles
from selon.parse.perfected import give_perfects
from selon.parse.perfects import join_split
from selon.parse.raised import give_raised
from selon.parse.rehung import rehang
from selon.parse.rejoined import rejoin
from selon.parse.relatives import bind_relatives
from selon.parse.reread import reread
from selon.parse.rooted import give_root
from selon.parse.setapart import give_apart, give_opened, give_parted
from selon.parse.statenames import give_states
from selon.parse.timed import give_times
from selon.parse.trailing import give_tellers
from selon.parse.tree import Row
from selon.parse.turns import give_turns
from selon.parse.unverbed import give_verb
from selon.parse.voices import give_voices


def mended(rows: Sequence[Row], sentences: Iterable[tuple[int, int, int]], lang: str, lemmas: Lemmas) -> list[Row]:
    """The rows in order, those that were taken for what they cannot be set right."""
    found = list(rows)
    lemmas = with_unmet(lemmas) if lang == "fr" else lemmas
    for start, end, _ in sentences:
        if lang == "fr":
            _mend_french(found, start, end, lemmas)
        else:
            _mend_english(found, start, end)
        give_voices(found, start, end, lang)
        tighten(found, start, end, lang)  # behind all that makes objects and auxiliaries
        bind_relatives(found, start, end, lang)  # asks which verbs are finite, by themselves or by an auxiliary
        if lang == "fr":
            give_inverted(found, start, end)  # asks which clauses are relative ones
        if lang == "en":
            give_clefts(found, start, end)  # behind the clauses that commas set off
        give_root(found, start, end)  # the last one: no repair may leave a ring
    return found


def _mend_french(rows: list[Row], start: int, end: int, lemmas: Lemmas) -> None:
    give_negated(rows, start, end, lemmas)  # the surest sign of a verb comes first
    give_hidden(rows, start, end, lemmas)  # verbs before nouns: an article behind a verb opens its object
    give_perfects(rows, start, end, lemmas)  # asks for auxiliaries, those found by now among them
    give_gerunds(rows, start, end, lemmas)
    give_kinds(rows, start, end, lemmas)  # what stands behind a verb with a subject, once verbs are verbs
    give_gone(rows, start, end, lemmas)  # whose « il » is somebody
    give_nouns(rows, start, end, lemmas)
    give_turns(rows, start, end, lemmas)  # an infinitive below a verb tells rehang whose subject stands behind it
    join_split(rows, start, end)  # the phrase within a perfect must have its noun
    give_future(rows, start, end)  # a future tells rehang the main clause
    rehang(rows, start, end)
    give_participles(rows, start, end, lemmas)  # what is still a lone participle when the perfects are whole
    give_apart(rows, start, end, lemmas)
    give_opened(rows, start, end)
    give_parted(rows, start, end)
    rejoin(rows, start, end)  # asks for the auxiliaries that make a verb's tense
    give_contents(rows, start, end)


def _mend_english(rows: list[Row], start: int, end: int) -> None:
    give_names(rows, start, end)  # a name is no verb to any repair
    give_states(rows, start, end)
    give_finite(rows, start, end)
    give_bare_verbs(rows, start, end)
    give_headline(rows, start, end)  # a headline that gets its verb here is no sentence without one to give_verb
    give_fenced(rows, start, end)  # a sentence with its verb is a whole one to reread
    reread(rows, start, end)
    give_raised(rows, start, end)  # asks for the participles that reread has found
    give_subjects(rows, start, end)
    give_verb(rows, start, end)  # only where no verb was found by those before
    set_right(rows, start, end)  # the turns below a verb, once it is known
    give_times(rows, start, end)  # asks for verbs and their objects
    give_nominals(rows, start, end)
    give_tellers(rows, start, end)  # asks for the main verb, and what hangs on the verb of saying
