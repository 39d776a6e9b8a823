"""Lengths that are ages, which are no times: « un homme de 45 ans »."""

from selon.extract.times.site import Site


def is_age(site: Site, first: int, last: int) -> bool:
    """« âgé de 40 ans », « un homme de 45 ans », « Jean Dupont, 45 ans, », « (45 ans) », « il a 47 ans »."""
    if site.has("of_age", first) and is_person(site, first - 1):
        return True  # « des enfants de 5 à 7 ans »
    back = first - 1
    while (site.has("of_age", back) or site.at(back).is_number) and back >= first - 4:
        if site.has("number_link", back) and not _counts(site, back - 1):
            return False  # "sentenced two reporters to seven years"
        back -= 1
    if site.has("aged", back):
        return True
    if back < first - 1 and any(is_person(site, i) for i in (back, back - 1)):
        return True
    if back < first - 1 and site.has("of_name", back - 1) and is_person(site, back - 2):
        return True  # « un gardien de prison de 51 ans »
    if back < first - 1 and site.has("of_name", back - 2) and is_person(site, back - 3):
        return True  # « un gardien de la paix de 51 ans »
    closed = site.at(last).text in (",", ")", ";", ".", "")
    if closed and site.at(first - 1).text in (",", "("):
        return site.begins_name(first - 2) or is_person(site, first - 2)
    if site.has("has_years", back) and not site.has("no_years", last):
        return True
    return closed and site.has("has_age", first - 1)


def _counts(site: Site, i: int) -> bool:
    return site.at(i).is_number or site.has("number", i)


def is_person(site: Site, i: int) -> bool:
    """Whether piece `i` names a person: by the lexicon, by its ending, or as an entity."""
    word = site.at(i).lower
    for form in (word, word.removesuffix("s")):
        if site.words.has("person", form) or site.words.has("person_ending", form):
            return True
        if len(form) > 6 and any(site.words.has("person_ending", form[-size:]) for size in (3, 4, 5)):
            return True
    return in_person(site, i)


def in_person(site: Site, i: int) -> bool:
    token = site.token(i) if site.parse.entities else None
    return token is not None and any(entity.label == "PER" for entity in site.parse.entities_at(token.i))
