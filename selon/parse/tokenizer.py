"""The tokenizer of French: UD's words, with few rules and quick to load.

spaCy's own French tokenizer brings 16,000 exceptions that take 1.5 MB and half the loading time, and cuts clitics
(« a-t-il ») otherwise than the treebanks do. English keeps spaCy's rules.
"""

import re
from typing import Any

_ELISION = r"(?:(?:jusqu|lorsqu|puisqu|quoiqu|qu|presqu|entr|quelqu|[cdjlmnst])')"
# Words in which an apostrophe ends nothing.
_WHOLE = (
    "aujourd'hui", "quelqu'un", "quelqu'une", "prud'homme", "prud'hommes", "prud'homal", "presqu'île", "presqu'îles",
    "main-d'œuvre", "hors-d'œuvre", "chef-d'œuvre", "chefs-d'œuvre", "entr'ouvert", "l'on",
    "rendez-vous", "celui-ci", "celui-là", "celle-ci", "celle-là", "ceux-ci", "ceux-là", "celles-ci", "celles-là", "peut-être",
    "au-delà", "par-delà", "ci-dessus", "là-bas", "cessez-le-feu", "sauve-qui-peut", "vis-à-vis",
)  # fmt: skip
_CLITIC = (
    r"-(?:t-(?:il|elle|on|ils|elles)|je|tu|il|elle|on|nous|vous|ils|elles|ce|moi|toi|lui|leur|le|la|les|y|en|là|ci)"
)
_OPEN = r"""[«"“„'‘(\[{<¿¡*•…—–]"""
_CLOSE = r"""(?:\.\.\.|[»"”'’)\]}>,;:!?…—–*%°€$£²])"""
_ABBREVIATION = r"(?:(?:[A-Za-zÀ-ÿ]\.){2,}|(?:M|MM|Mme|Mmes|Mlle|Dr|Pr|Me|Mgr|St|Ste|cf|etc|p|art|av|J|c|fig|vol|n|No|janv|févr|avr|juil|sept|oct|nov|déc)\.)"
_NUMBER = r"[+-]?\d+(?:[.,:]\d+)*"
_URL = r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+"


def french(nlp: Any) -> Any:
    """A spaCy tokenizer for `nlp` with the French rules."""
    from spacy.symbols import ORTH
    from spacy.tokenizer import Tokenizer

    prefix = re.compile(rf"^(?:{_OPEN}|{_ELISION}|[-+](?=\D)|\$|€|£|\.\.\.|[,;:!?)»])", re.IGNORECASE)
    suffix = re.compile(rf"(?:{_CLOSE}|(?<=[^\W\d_]){_CLITIC}|(?<=[\w%)»\]'\"])\.)$", re.IGNORECASE)
    infix = re.compile(
        rf"(?:\.\.\.|…|[—–«»\"“”()\[\]]|(?<=[^\W\d_])[:;!?,/](?=[^\W\d_])|(?<=[\s(«\"-])(?:{_ELISION})|"
        rf"(?<=\d)-(?=\d{{4}}$)|(?<=\d)h(?=\d|$))",
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
