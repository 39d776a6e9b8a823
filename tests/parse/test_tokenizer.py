"""Words of the tokenizers, without weights; in texts as they are after normalisation."""

from functools import cache
from typing import Any

import pytest

from selon.parse.tokenizer import TOKENIZERS

FRENCH = [
    ("L'ONU et l'Iran", "L' ONU et l' Iran"),
    ("aujourd'hui, quelqu'un l'a dit", "aujourd'hui , quelqu'un l' a dit"),
    ("jusqu'à ce qu'elle parte", "jusqu' à ce qu' elle parte"),
    ("a-t-il dit, peut-être", "a -t-il dit , peut-être"),
    ("Dites-le-lui", "Dites -le -lui"),
    ("c'est-à-dire celui-ci", "c'est-à-dire celui-ci"),
    ("« l'accord »", "« l' accord »"),
    ('"L\'accord", dit-on.', '" L\' accord " , dit -on .'),
    ("(l'OTAN)", "( l' OTAN )"),
    ("le 3.500e à 2,5 % du total", "le 3.500e à 2,5 % du total"),
    ("10 000 euros, 3,5%", "10 000 euros , 3,5 %"),
    ("de 14h30 à 18h", "de 14 h 30 à 18 h"),
    ("de 1939-1945", "de 1939-1945"),
    ("M. Dupont, J. F. Martin.", "M. Dupont , J. F. Martin ."),
    ("avant J.-C. et après", "avant J.-C. et après"),
    ("l'U.E. et les U.S.A.", "l' U.E. et les U.S.A."),
    ("Paris--Lyon - la ligne", "Paris -- Lyon - la ligne"),
    ("Il part... Vraiment…", "Il part ... Vraiment …"),
    ("Paris,Londres;Rome", "Paris , Londres ; Rome"),
    ("Sainte-Anne-d'Auray, Côte d'Ivoire", "Sainte-Anne-d'Auray , Côte d' Ivoire"),
    ("100 km/h et et/ou", "100 km/h et et / ou"),
    ("voir https://www.un.org/fr/a,b ou x@y.org", "voir https://www.un.org/fr/a,b ou x@y.org"),
    ("le n° 2 (p. 12)", "le n° 2 ( p. 12 )"),
    ("Il l'a. Elle y va. Ils sont sept.", "Il l' a . Elle y va . Ils sont sept ."),
    ("Vive l'art. Le vol.", "Vive l' art . Le vol ."),
    ("- Un point\u2014deux", "- Un point — deux"),
]
ENGLISH = [
    ("Iran's allies don't agree", "Iran 's allies do n't agree"),
    ("the U.S. and U.N.", "the U.S. and U.N."),
    ("What?! No!!", "What ?! No !!"),
    ("and/or e-mail", "and / or e-mail"),
    ("at 7:30pm (local)", "at 7:30 pm ( local )"),
    ("call 202-456-1111 now", "call 202-456-1111 now"),
    ("a state-run agency", "a state - run agency"),
    ("anti-government, pro-Russian ex-soldiers", "anti-government , pro-Russian ex-soldiers"),
    ("a 15-year term in mid-August", "a 15 - year term in mid-August"),
    ("Capt. Lee and Lt. Col. Kay wed.", "Capt. Lee and Lt. Col. Kay wed ."),
    ("worth $1.9m. More", "worth $ 1.9 m. More"),
    ("the file(s) (a)(b)", "the file ( s ) ( a ) ( b )"),
    ("call 853-3242 -more", "call 853-3242 - more"),
    ("(2)Iran,21 of them--no", "( 2 ) Iran , 21 of them -- no"),
]


@cache
def _blank(lang: str) -> Any:
    spacy = pytest.importorskip("spacy")
    nlp = spacy.blank(lang)
    nlp.tokenizer = TOKENIZERS[lang](nlp)
    return nlp


@pytest.mark.parametrize(
    ("lang", "text", "tokens"),
    [("fr", *case) for case in FRENCH] + [("en", *case) for case in ENGLISH],
)
def test_text_is_cut_as_the_treebanks_cut_it(lang: str, text: str, tokens: str) -> None:
    doc = _blank(lang).make_doc(text)
    assert [token.text for token in doc if not token.is_space] == tokens.split()
    assert doc.text == text
