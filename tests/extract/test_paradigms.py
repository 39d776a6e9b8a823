"""A deed keeps its type, who does it and to whom, in all forms in which a sentence can tell it.

Every deed of tests/cases/{lang}/deeds.yml is put into every form of forms.yml; a language without them is left out.
"""

import re
from dataclasses import dataclass

import pytest

from selon.lexicon.load import load_yaml
from tests.extract.marked import CASES, LANGS
from tests.extract.test_events_marked import record_of

# The share of the forms that must be read rightly.
_KEPT = {"fr": 0.98, "en": 0.98}
_CHOICE = re.compile(r"\[([^|\]]*)\|([^]]*)\]|<([^|>]*)\|([^>]*)>")
_ELIDED = re.compile(r"\b([dq]u?)e (?=[aeiouéèêàâîôûAEIOUÉÈÊÀÎ])")
_JOINED = ((" de le ", " du "), (" de les ", " des "), (" à le ", " au "), (" à les ", " aux "))


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """A verb in the forms that forms.yml asks for, with both sides, their codes, and whether they are many."""

    type: str
    infinitive: str
    past: str
    agreed: str
    present: str
    future: str
    gerund: str
    doer: str
    doer_code: str
    to: str
    to_code: str
    noun: str = ""
    doers: bool = False
    to_many: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A sentence with places for the words of a deed."""

    text: str
    doer: bool = True
    factuality: str = "asserted"
    type: str = ""


def sentence_of(form: Form, deed: Deed) -> str:
    """The deed told in the form, with the articles and particles of French joined."""

    def choose(found: re.Match[str]) -> str:
        by_doer = found.group(1) is not None
        return found.group((2 if deed.doers else 1) if by_doer else (4 if deed.to_many else 3))

    words = {name: getattr(deed, name) for name in Deed.__dataclass_fields__}
    text = _CHOICE.sub(choose, form.text).format(**words)
    for apart, joined in _JOINED:
        text = text.replace(apart, joined)
    text = _ELIDED.sub(r"\1'", text)
    return text[0].upper() + text[1:]


def is_kept(form: Form, deed: Deed, lang: str) -> bool:
    """Whether the sentence tells the deed, with the sides and the factuality that the form asks for."""
    record = record_of(sentence_of(form, deed), lang)
    codes = {each.id: each.code or "" for each in record.actors}

    def is_side(ids: tuple[str, ...], code: str) -> bool:
        return len(ids) == 1 and codes[ids[0]].startswith(code)

    return any(
        each.type.value == (form.type or deed.type)
        and (is_side(each.actors, deed.doer_code) if form.doer else not each.actors)
        and is_side(each.recipients, deed.to_code)
        and (bool(form.type) or each.factuality.value == form.factuality)
        for each in record.events
    )


@pytest.mark.parametrize("lang", [lang for lang in LANGS if (CASES / lang / "forms.yml").is_file()])
def test_a_deed_is_read_in_all_its_forms(lang: str) -> None:
    forms, deeds = load_yaml(CASES / lang / "forms.yml", Form), load_yaml(CASES / lang / "deeds.yml", Deed)
    pairs = [(form, deed) for deed in deeds for form in forms if deed.noun or "{noun}" not in form.text]
    lost = [sentence_of(form, deed) for form, deed in pairs if not is_kept(form, deed, lang)]
    assert len(pairs) > 300
    assert len(lost) <= (1 - _KEPT[lang]) * len(pairs), lost
