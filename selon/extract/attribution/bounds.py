"""The small words that bound what is said and who says it. Data: `{fr,en}/bounds.yml`."""

from dataclasses import dataclass
from functools import cache

from selon.lexicon.load import data_file, load_yaml

THAT = ("que", "qu'", "that")
AND = ("et", "and", "mais", "but")


@dataclass(frozen=True, slots=True)
class BoundWords:
    """The closed classes of one language (one entry in `bounds.yml`), each by what it tells.

    Of clauses: `contrasts` end what is said behind a comma, `parting` words lead to another who speaks or to the
    saying, `contrasting` ones to a clause that may speak of the saying; `openers` and `asking` words open a clause,
    `before_main` and `conditions` one that another goes with, `joins` a second member; `inverted_condition` is a verb
    that stands for "if"; `opposing` words open an objection, `resulting` ones a consequence, `concessions` in spite
    of what, `before` and `after` say when, `told_in` leads to where somebody spoke, without a `definite` article but
    behind `told_on`; `goes_on` leads a further verb, `opening` tells that a clause is said, `conjunctions` before «
    que » that none is.
    Of verbs: `aims` lead an infinitive that is not said, `infinitive` any, `before_infinitive` and `clitics` stand
    before a verb, `object_clitics` too, `subject_clitics` behind it (« -t-il »), `be` before a passive; `negations` and
    `withholding` words leave unsaid, `verb_negations` deny the saying, `modal` verbs leave open whether anything is
    said, negated `not_stopping` ones tell that it is; `calling` ones go on with the saying.
    Of sources: `charges` take up what was said, `links` go on with a name, `remarks` with a remark on it, `apart`
    words with the saying, `by` leads to an owner, `own_words` and a `possessive` to his words, `within` to where « on
    » speaks, `relative` to a clause between a speaker and the verb; `titles` begin a name; `some` are people by
    themselves, `nobody` no one, `first_person` oneself; `pointing_back` takes up another source, `pointing` one
    known, `new` brings in one, `topics` lead to whom a pronoun behind the comma takes up.
    """

    contrasts: tuple[str, ...]
    parting: tuple[str, ...]
    contrasting: tuple[str, ...]
    openers: tuple[str, ...]
    asking: tuple[str, ...]
    before_main: tuple[str, ...]
    conditions: tuple[str, ...]
    joins: tuple[str, ...]
    inverted_condition: tuple[str, ...]
    opposing: tuple[str, ...]
    resulting: tuple[str, ...]
    concessions: tuple[str, ...]
    told_in: tuple[str, ...]
    told_on: tuple[str, ...]
    definite: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    goes_on: tuple[str, ...]
    opening: tuple[str, ...]
    conjunctions: tuple[str, ...]
    aims: tuple[str, ...]
    infinitive: tuple[str, ...]
    before_infinitive: tuple[str, ...]
    clitics: tuple[str, ...]
    object_clitics: tuple[str, ...]
    subject_clitics: tuple[str, ...]
    be: tuple[str, ...]
    negations: tuple[str, ...]
    withholding: tuple[str, ...]
    verb_negations: tuple[str, ...]
    charges: tuple[str, ...]
    links: tuple[str, ...]
    remarks: tuple[str, ...]
    apart: tuple[str, ...]
    by: tuple[str, ...]
    own_words: tuple[str, ...]
    possessive: tuple[str, ...]
    within: tuple[str, ...]
    relative: tuple[str, ...]
    titles: tuple[str, ...]
    some: tuple[str, ...]
    nobody: tuple[str, ...]
    first_person: tuple[str, ...]
    pointing_back: tuple[str, ...]
    not_stopping: tuple[str, ...]
    modal: tuple[str, ...]
    calling: tuple[str, ...]
    pointing: tuple[str, ...]
    new: tuple[str, ...]
    topics: tuple[str, ...]


@cache
def bounds(lang: str) -> BoundWords:
    """The closed classes of a language; a file with faults is a LexiconError."""
    return load_yaml(data_file(lang, "bounds.yml"), BoundWords)[0]
