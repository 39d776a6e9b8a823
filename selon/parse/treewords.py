"""Words by which a parser's trees are set right. Data: `{fr,en}/trees.yml`, which says what each list is for."""

from dataclasses import dataclass
from functools import cache

from selon.lexicon.load import data_file, load_yaml


@dataclass(frozen=True, slots=True)
class TreeWords:
    """The word lists of one language (one entry in `trees.yml`); what only one language needs is empty in the other."""

    have: tuple[str, ...]
    have_spoken: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    day_parts: tuple[str, ...] = ()
    agent_nouns: tuple[str, ...] = ()
    giving: tuple[str, ...] = ()
    telling: tuple[str, ...] = ()
    future_stems: tuple[str, ...] = ()
    impersonal: tuple[str, ...] = ()
    personal_perfects: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    heedless: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    unmet: tuple[str, ...] = ()
    auxiliary: tuple[str, ...] = ()
    intransitive: tuple[str, ...] = ()
    showing: tuple[str, ...] = ()
    bare_pasts: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    heads_nouns: tuple[str, ...] = ()
    people_forms: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    articles_or_pronouns: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    fronted_objects: tuple[str, ...] = ()
    conditional: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    opening_clauses: tuple[str, ...] = ()
    adjective_ends: tuple[str, ...] = ()
    before_infinitive: tuple[str, ...] = ()
    joining: tuple[str, ...] = ()
    that: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_behind: tuple[str, ...] = ()
    inverting: tuple[str, ...] = ()
    complement_marks: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    rounding: tuple[str, ...] = ()
    bounds: tuple[str, ...] = ()
    modals: tuple[str, ...] = ()
    conjunctive: tuple[str, ...] = ()
    voicing: tuple[str, ...] = ()
    title_small: tuple[str, ...] = ()
    spans: tuple[str, ...] = ()
    span_marks: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    accusing: tuple[str, ...] = ()
    before_name: tuple[str, ...] = ()
    raising: tuple[str, ...] = ()
    nth: tuple[str, ...] = ()
    undergone: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    doing: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()
    adjectives_too: tuple[str, ...] = ()


@cache
def tree_words(lang: str) -> TreeWords:
    """The word lists of a language."""
    return load_yaml(data_file(lang, "trees.yml"), TreeWords)[0]
