"""The tokenizers: UD's words.

French has few rules and is quick to load: spaCy's own French tokenizer brings 16,000 exceptions that take 1.5 MB and
half the loading time, and cuts clitics (« a-t-il ») otherwise than the treebanks do. English has spaCy's rules, but for
what EWT does otherwise: marks in a row are one token, and/or is three, an affix goes with its word (anti-government).
"""

import re
from typing import Any

_ELISION = r"(?:(?:jusqu|lorsqu|puisqu|quoiqu|qu|presqu|entr|quelqu|[cdjlmnst])')"
# Words in which an apostrophe ends nothing.
_WHOLE = (
    "aujourd'hui", "quelqu'un", "quelqu'une", "prud'homme", "prud'hommes", "prud'homal", "presqu'île", "presqu'îles",
    "main-d'œuvre", "hors-d'œuvre", "chef-d'œuvre", "chefs-d'œuvre", "entr'ouvert", "l'on",
    "rendez-vous", "km/h", "celui-ci", "celui-là", "celle-ci", "celle-là", "ceux-ci", "ceux-là", "celles-ci",
    "celles-là", "peut-être", "au-delà", "par-delà", "ci-dessus", "c'est-à-dire", "là-dessus", "là-dedans",
    "là-bas", "cessez-le-feu", "sauve-qui-peut", "vis-à-vis",
)  # fmt: skip
_CLITIC = (
    r"-(?:t-(?:il|elle|on|ils|elles)|je|tu|il|elle|on|nous|vous|ils|elles|ce|moi|toi|lui|leur|le|la|les|y|en|là|ci)"
)
_OPEN = r"""[«"“„'‘(\[{<¿¡*•…—–]"""
_CLOSE = r"""(?:\.\.\.|\.\.|--|[»"”'’)\]}>,;:!?…—–*%°€$£²]|(?<=[^\W\d_]{2})-)"""
# Without words that often end a sentence as well: art, col, sept, vol.
_SHORT = (
    "M|MM|Mme|Mmes|Mlle|Dr|Pr|Me|Mgr|St|Ste|cf|etc|p|pp|Vol|Gén|Col|Art|av|fig|No|Mr|janv|févr|avr|juil|oct|nov|déc"
)
_ABBREVIATION = rf"(?:(?:[A-Za-zÀ-ÿ]\.-?){{2,}}|[A-ZÀ-Þ]\.|n°|(?:{_SHORT})\.)"
# A full stop after an initial, an acronym or an abbreviation is theirs, also when a bracket or an article is cut off.
_NOT_ABBREVIATED = r"(?<!^(?-i:[A-ZÀ-Þ]))(?<!\.\w)" + "".join(f"(?<!^(?-i:{word}))" for word in _SHORT.split("|"))
_NUMBER = r"[+-]?\d+(?:[.,:]\d+)*"
_URL = r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+"


def french(nlp: Any) -> Any:
    """A spaCy tokenizer for `nlp` with the French rules."""
    from spacy.symbols import ORTH
    from spacy.tokenizer import Tokenizer

    prefix = re.compile(rf"^(?:{_OPEN}|{_ELISION}|[-+](?=\D)|\$|€|£|\.\.\.|[,;:!?)»])", re.IGNORECASE)
    suffix = re.compile(rf"(?:{_CLOSE}|(?<=[^\W\d_]){_CLITIC}|(?<=[\w%)»\]'\"]){_NOT_ABBREVIATED}\.)$", re.IGNORECASE)
    infix = re.compile(
        rf"(?:\.\.\.|…|--|[—–«»\"“”()\[\]]|(?<=[^\W\d_])[:;!?,](?=\w)|(?<=[^\W\d_])/(?=[^\W\d_])|"
        rf"(?<=[\s(«\"])(?:{_ELISION})|(?<=\d)h(?=\d|$))",
        re.IGNORECASE,
    )
    match = re.compile(rf"^(?:{_URL}|{_NUMBER}|{_ABBREVIATION})$")
    rules = {form: [{ORTH: form}] for word in _WHOLE for form in (word, word.capitalize())}
    return Tokenizer(
        nlp.vocab,
        rules=rules,
        prefix_search=prefix.search,
        suffix_search=suffix.search,
        infix_finditer=infix.finditer,
        token_match=match.match,
    )


# English: what makes one word with the part behind its hyphen, as in the English treebanks (LDC's list of affixes).
_AFFIX = (
    "e|agro|ante|anti|arch|bi|bio|co|counter|cross|cyber|de|eco|ex|extra|inter|intra|macro|mega|micro|mid|mini|"
    "multi|neo|non|over|pan|para|post|pre|pro|pseudo|quasi|re|semi|sub|super|trans|tri|ultra|un|uni|vice"
)
_HYPHEN = "".join(rf"(?<!^(?i:{affix}))" for affix in _AFFIX.split("|")) + r"(?<=[^\W_])-(?=[^\W\d_])"
# Abbreviations that spaCy does not know; "Sat.", "Sun." are rather a verb and a star.
_ENGLISH_SHORT = (
    "Amb. Assn. Attn. Ave. Bldg. Blvd. Brig. Capt. Cdr. Cmdr. Col. Cpl. Cpt. Dept. Det. Drs. Fri. Ft. Hon. Insp. Lt. "
    "Maj. Mon. Pfc. Pres. Pvt. Reps. Rt. Sens. Sgt. Sgts. Spc. Sts. Supt. Thu. Thur. Thurs. Tue. Tues. Wed. approx. "
    "dept. est. ext."
).split()
# What spaCy takes for contractions and is rather a word of its own.
_NO_CONTRACTION = ("wed", "Wed", "id", "Id", "and/or")


def english(nlp: Any) -> Any:
    """The spaCy tokenizer of English for `nlp`, with the habits of EWT."""
    from spacy.lang.en import EnglishDefaults
    from spacy.symbols import ORTH
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    defaults: Any = EnglishDefaults
    prefixes = [r"<{2,}", r">{2,}", r"\*{2,}", r"\${2,}", r"-(?=[^\W\d_]{2})", *defaults.prefixes]
    suffixes = [
        r"[!?]{2,}", r"[!?]+", r"<{2,}", r">{2,}", r"\*{2,}", r"(?<=\d)(?:am|pm|AM|PM|a\.m\.|p\.m\.)",
        r"(?<=\d[mk])\.", r"--+", *defaults.suffixes,
    ]  # fmt: skip
    infixes = [
        r"[!?]{2,}", r"(?<=[a-zA-Z])/(?=[a-zA-Z])", r"\*{2,}", r"(?<=[\w)])[(\[](?=\w)", r"(?<=\w)[)\]](?=[\w(])",
        r"(?<=[^\W\d_]),(?=\d)", _HYPHEN, r"(?<=\w)(?:–|—|--+|~)(?=\w)",
        *(each for each in defaults.infixes if "(?:-|" not in each),
    ]  # fmt: skip
    rules = {form: parts for form, parts in defaults.tokenizer_exceptions.items() if form not in _NO_CONTRACTION}
    whole = ("e-mail", "E-mail", "e-mails", "E-mails", *_ENGLISH_SHORT)
    return Tokenizer(
        nlp.vocab,
        rules=rules | {form: [{ORTH: form}] for form in whole},
        prefix_search=compile_prefix_regex(prefixes).search,
        suffix_search=compile_suffix_regex(suffixes).search,
        infix_finditer=compile_infix_regex(infixes).finditer,
        token_match=re.compile(r"^(?:(?:\d{3}[-.])?\d{3}[-.]\d{4}|[!?]{2,}|[<>*=_~-]{2,})$").match,
        url_match=defaults.url_match,
    )


TOKENIZERS = {"fr": french, "en": english}
