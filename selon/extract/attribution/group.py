"""The words of a verb form: its auxiliaries, the clitics between them, a reflexive pronoun."""

from selon.extract.attribution.surface import is_inverted
from selon.extract.attribution.words import Use, lexicon
from selon.parse.tree import Token

# The further words of a verb (« faire … savoir ») stand at most so many tokens after the one before.
GAP = 4


def with_form(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """With the auxiliaries, the clitics between them and a reflexive pronoun; English keeps only a passive
    auxiliary."""
    lang = tokens[0].parse.lang
    found = set(tokens)
    for token in tokens:
        for child in token.children:
            auxiliary = child.base == "aux" and (lang == "fr" or child.rel == "aux:pass")
            auxiliary = auxiliary and not (lang == "fr" and _is_own(token) and _parted(child, token))
            clitic = (
                lang == "fr"
                and (is_inverted(child) or child.lower in ("-t", "se", "s'"))
                and abs(child.i - token.i) < 4
            )
            if (auxiliary or clitic) and (child.pos in ("AUX", "VERB", "PRON") or is_inverted(child)):
                found.add(child)
        helped = any(each.pos in ("AUX", "VERB") for each in found & set(token.all("aux")))
        helper = _helper_before(token) if lang == "fr" and not helped and not _is_own(token) else None
        if helper is not None:
            found.add(helper)
    first = min(found, key=lambda token: token.i)
    found.update(_can(first) if lang == "fr" else ())
    return tuple(sorted(found, key=lambda token: token.i))


def _can(infinitive: Token) -> tuple[Token, ...]:
    """« peut-on » before « lire »."""
    tokens, i = infinitive.parse.tokens, infinitive.i
    if not infinitive.is_("VerbForm", "Inf") or i - 2 < infinitive.sentence.start:
        return ()
    return (tokens[i - 2], tokens[i - 1]) if is_inverted(tokens[i - 1]) and tokens[i - 2].lemma == "pouvoir" else ()


def _is_own(verb: Token) -> bool:
    """Whether a verb form needs no auxiliary from before: it is finite, or « -on » stands behind it (« dit-on »)."""
    behind = verb.parse.tokens[verb.i + 1 : verb.i + 2]
    return verb.is_("VerbForm", "Fin") or (bool(behind) and is_inverted(behind[0]))


def _parted(auxiliary: Token, verb: Token) -> bool:
    """Whether a mark stands between an auxiliary and a finite form (« aurait, dit-on dans son entourage, … »)."""
    return any(each.pos == "PUNCT" for each in verb.parse.tokens[auxiliary.i + 1 : verb.i])


def _helper_before(token: Token) -> Token | None:
    """The auxiliary of a participle that a tree hangs elsewhere (« a plusieurs fois accusé », « a-t-il martelé »)."""
    if not token.is_("VerbForm", "Part"):
        return None
    tokens = token.parse.tokens
    for each in reversed(tokens[max(token.i - GAP, token.sentence.start) : token.i]):
        if each.lemma in ("avoir", "être") and (each.is_("VerbForm", "Fin") or "Mood" in each.morph):
            return each
        small = each.pos in ("ADV", "DET", "PUNCT") or lexicon(each.parse.lang).is_(each, Use.BETWEEN)
        if not small and each.lower != "fois" and not is_inverted(each):
            return None
    return None
