"""The closed classes of one language that clauses are read with. Data: `{fr,en}/clause.yml`."""

from dataclasses import dataclass
from functools import cache

from selon.lexicon.load import data_file, load_yaml


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """The closed classes of one language that a clause is read with (one entry in `clause.yml`)."""

    agent: tuple[str, ...]
    be: tuple[str, ...]
    cause: tuple[str, ...]
    see: tuple[str, ...]
    subject_control: tuple[str, ...]
    light: tuple[str, ...]
    occur: tuple[str, ...]
    relative: tuple[str, ...]
    having: tuple[str, ...]
    clitics: tuple[str, ...]
    genitive: tuple[str, ...]
    dative: str
    unaccusative: tuple[str, ...] = ()
    self_done: tuple[str, ...] = ()
    phrase_nouns: tuple[str, ...] = ()
    have: tuple[str, ...] = ()
    modal: tuple[str, ...] = ()
    light_with: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()
    object_marks: tuple[str, ...] = ()
    conditional: tuple[str, ...] = ()
    past_is_participle: bool = False
    lead_to: tuple[str, ...] = ()
    spark: tuple[str, ...] = ()
    occasion: tuple[str, ...] = ()
    done_to: tuple[str, ...] = ()
    charge: tuple[str, ...] = ()
    charging: tuple[str, ...] = ()
    voicing: tuple[str, ...] = ()


@cache
def clause_words(lang: str) -> ClauseWords:
    """The closed classes of a language."""
    return load_yaml(data_file(lang, "clause.yml"), ClauseWords)[0]
