"""The form that the models read: plain marks, calmed capitals, never another length."""

import pytest

from selon.parse.normalise import normalise


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("l’accord d‘hier", "l'accord d'hier"),
        ("« oui »", "« oui »"),
        ("“yes” „ja”", '"yes" "ja"'),
        ("à 10\u202f000 \u2009m", "à 10 000  m"),
        ("L’ONU et l’OTAN", "L'ONU et l'OTAN"),
        ("« L’ONU », a dit M. DUPONT", "« L'ONU », a dit M. Dupont"),
        ("MOSCOU (AFP) - Le ministre est parti", "Moscou (AFP) - Le ministre est parti"),
        ("M. RAÏSSI reçoit Mme AL-ASSAD", "M. Raïssi reçoit Mme Al-Assad"),
        ("LE PRÉSIDENT IRANIEN REÇU À DAMAS", "Le Président Iranien Reçu À Damas"),
        ("L’ARMÉE RUSSE DÉFIE L’OTAN EN UKRAINE", "L'Armée Russe Défie L'OTAN En Ukraine"),
        ("AUJOURD’HUI LE SÉNAT VOTE LA LOI", "Aujourd'hui Le Sénat Vote La Loi"),
        ("Les F-16 de l’USAF", "Les F-16 de l'USAF"),
    ],
)
def test_text_becomes_what_the_models_were_trained_on(text: str, plain: str) -> None:
    assert normalise(text) == plain


@pytest.mark.parametrize("text", ["GROẞE STRAẞE", "İSTANBUL VE İZMİR", "ŒUVRE", "ΑΘΗΝΑ", "", "\ufeff", "ﬁn ÉTÉ 12"])
def test_the_length_never_changes(text: str) -> None:
    assert len(normalise(text)) == len(text)


def test_what_is_plain_stays() -> None:
    text = "Le ministre a dit qu'il partirait."
    assert normalise(text) == text
