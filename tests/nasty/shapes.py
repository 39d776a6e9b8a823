"""Texts that are hard to read, each of a size that is asked for: one function a shape, the size is in characters or so.

Made by code, since they are big; what matters of each stands in its first line.
"""

from collections.abc import Callable
from itertools import cycle, islice

_SENTENCE = "Le ministre turc a rencontré le roi à Rabat le 3 mai 2021, selon l'agence. "
_WORDS = (
    "le ministre a dit que la ville de Gao et le général Diop avec les soldats maliens qui ont attaqué un camp de la "
    "force de l'ONU dans le nord du pays où des civils ont été tués par des hommes armés non identifiés selon la radio et"
).split()
_SURNAMES = ("Diop", "Durand", "Keïta", "Sow", "Martin", "Traoré", "Nguyen", "Kaboré", "O'Neill", "Saint-Just")
# Right-to-left, combining, zero-width, emoji of several code points, tags, private use, outside the first plane.
STRANGE = (
    "\u202eRabat\u202c", "e\u0301\u0323\u0330" * 3, "a\u200bb\u200cc\u200dd\ufeff", "👩‍👩‍👧‍👦🇫🇷🏴󠁧󠁢󠁥󠁮󠁧󠁿", "\u2067الرباط\u2069", "ﷺﬁǆ",
    "𝐓𝐮𝐫𝐪𝐮𝐢𝐞", "İıßŉΐ", "\ue000\uf8ff", "\u0600\u061c", "\u2028", "\u0085", "\x0b\x1c", "\ufffc\ufffd\uffff",
)  # fmt: skip


def without_a_full_stop(size: int) -> str:
    """Words, and not one mark between them."""
    return " ".join(islice(cycle(_WORDS), size // 5))


def one_paragraph(size: int) -> str:
    """Sentences without a line end."""
    return _SENTENCE * (size // len(_SENTENCE))


def many_paragraphs(size: int) -> str:
    """A sentence a line."""
    return (_SENTENCE.strip() + "\n\n") * (size // len(_SENTENCE))


def many_quotations(size: int) -> str:
    """A quotation a sentence, with who says it."""
    return "« Nous avons gagné », a dit le ministre turc à Rabat. " * (size // 55)


def nested_quotations(size: int) -> str:
    """Quotation marks inside quotation marks, as deep as they are many."""
    depth = size // 20
    return "Il a dit : " + "« il dit " * depth + "oui" + " »" * depth + "."


def unclosed_quotations(size: int) -> str:
    """Marks that only open."""
    return "Il a dit “ oui " * (size // 15)


def straight_quotations(size: int) -> str:
    """Marks that open and close alike."""
    return 'Le "roi" a dit "non" au "ministre" de "Gao". ' * (size // 45)


def a_list_of_people(size: int) -> str:
    """One coordination that does not end."""
    names = islice(cycle(_SURNAMES), size // 15)
    return "Le roi a reçu " + ", ".join(f"le général {name}" for name in names) + " à Rabat."


def one_name_again_and_again(size: int) -> str:
    """A person who is mentioned in every sentence."""
    return "Emmanuel Kaboré a parlé. Il a accusé M. Kaboré. " * (size // 48)


def many_names(size: int) -> str:
    """A new person in every sentence."""
    return " ".join(f"Le ministre Ka{number:x}o Sa{number:x}é a accusé le Mali." for number in range(size // 40))


def dates_and_numbers(size: int) -> str:
    """Nothing but dates, hours, ranges and numbers."""
    return "le 3 mai 2021, entre 12 et 15 morts, lundi 4 à 15h30, en 2019-2020, 1.234,5 et 12 000, " * (size // 90)


def datelines(size: int) -> str:
    """Datelines without a story."""
    return "PARIS, 3 mai (AFP) – LONDRES, 4 mai (Reuters) – " * (size // 48)


def in_capitals(size: int) -> str:
    """A headline that does not end."""
    return "LE MINISTRE TURC ATTAQUE L'ONU À GAO " * (size // 37)


def one_word(size: int) -> str:
    """A word without end."""
    return "Le ministre " + "abcdefghij" * (size // 10) + " a parlé."


def one_number(size: int) -> str:
    """A number without end: Python refuses to read one of more than 4,300 digits."""
    return (
        "Le ministre a parlé le "
        + "9" * (size // 2)
        + " mai 2021, "
        + "1" * (size // 2)
        + " soldats ont attaqué Gao en 2021."
    )


def hyphens_and_apostrophes(size: int) -> str:
    """Words of marks."""
    return "l'" * (size // 6) + " " + "a-" * (size // 6) + " " + "'" * (size // 6)


def brackets(size: int) -> str:
    """Brackets that only open, then only close."""
    return "Le roi " + "(" * (size // 4) + "[" * (size // 4) + "]" * (size // 4) + ")" * (size // 4)


def marks(size: int) -> str:
    """Full stops, dashes, question marks."""
    return "Le roi a dit. " + ("." * 50 + "!?… — – - ; : " * 4) * (size // 110)


def blanks(size: int) -> str:
    """Blank space of all kinds between words."""
    return ("le roi" + " \u00a0\u202f\t\u3000" * 20 + "a parlé\n \n\t\n") * (size // 120)


def strange_characters(size: int) -> str:
    """Right-to-left marks, combining and zero-width characters, emoji, between ordinary words."""
    words = (f"{word} {strange}" for word, strange in zip(cycle(_WORDS), cycle(STRANGE), strict=False))
    return " ".join(islice(words, size // 12))


def combining_marks(size: int) -> str:
    """One letter under a tower of accents."""
    return "Le ministre turc a parlé à Z" + "\u0301\u0489" * (size // 2) + " hier."


def abbreviations(size: int) -> str:
    """Full stops that end nothing."""
    return "M. K. Diop, de l'O.N.U. (U.S.A.), et Mme. A. B. C. Sow, etc. " * (size // 62)


def subordinate_clauses(size: int) -> str:
    """A clause in a clause in a clause."""
    return "Le ministre a dit " + "que le roi pensait " * (size // 19) + "que le Mali attaquait Gao."


def attributions(size: int) -> str:
    """Sources upon sources."""
    return "Selon l'agence, " + "selon la radio citant le ministre, " * (size // 36) + "le Mali a attaqué Gao."


def gaps(size: int) -> str:
    """Sentences that say what is not known."""
    return "On ignore combien de soldats ont été tués et où l'attaque a eu lieu. " * (size // 70)


SHAPES: dict[str, Callable[[int], str]] = {
    each.__name__: each
    for each in (
        without_a_full_stop, one_paragraph, many_paragraphs, many_quotations, nested_quotations, unclosed_quotations,
        straight_quotations, a_list_of_people, one_name_again_and_again, many_names, dates_and_numbers, datelines,
        in_capitals, one_word, one_number, hyphens_and_apostrophes, brackets, marks, blanks, strange_characters,
        combining_marks, abbreviations, subordinate_clauses, attributions, gaps,
    )
}  # fmt: skip
