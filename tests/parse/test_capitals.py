"""Headlines in capitals as prose writes them: ordinary words small, names as they are, accents where none stand."""

import pytest

from selon.parse.capitals import Prose

FORMS = frozenset("le la a au ministre reçu l'ambassadeur à pas il en un et les été être président état".split())


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("LE MINISTRE A REÇU L'AMBASSADEUR À PARIS", "Le ministre a reçu l'ambassadeur à Paris"),
        ("« L'OTAN N'A PAS REÇU M. A. DUPONT »", "« L'OTAN n'a pas reçu M. A. Dupont »"),
        ("AUJOURD'HUI LE MINISTRE A REÇU", "Aujourd'hui le ministre a reçu"),
        ("L'ARMÉE BIRMANE ET L'UNION AFRICAINE", "L'armée birmane et l'Union africaine"),
        ("LA CÔTE D'IVOIRE AU CONSEIL DE SÉCURITÉ", "La Côte d'Ivoire au Conseil de sécurité"),
        ("LE PRESIDENT IVOIRIEN A CONDAMNE L'ATTAQUE A GAO", "Le président ivoirien a condamné l'attaque à Gao"),
        ("DIX SOLDATS TUES PAR DES REBELLES EN COTE D'IVOIRE", "Dix soldats tués par des rebelles en Côte d'Ivoire"),
        ("LE KGB A ETE ACCUSE PAR L'ETAT", "Le KGB a été accusé par l'état"),
    ],
)
def test_a_headline_becomes_prose(text: str, prose: str) -> None:
    found = Prose("fr", FORMS)(text)
    assert found == prose
    assert len(found) == len(text)


@pytest.mark.parametrize("text", ["GROẞE STRAẞE", "İSTANBUL VE İZMİR", "ŒUVRE", "ΑΘΗΝΑ", "", "12", "Œ'Œ-Œ", "A-"])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_length_never_changes(text: str, lang: str) -> None:
    assert len(Prose(lang, FORMS)(text)) == len(text)
