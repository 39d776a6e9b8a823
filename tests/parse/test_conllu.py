"""CoNLL-U out and in: what is written is read back as the same tree."""

import pytest

from selon.parse import conllu

TREE = """\
# newpar
# sent_id = 1
# text = Le chef du parti parle aux élus.
1	Le	le	DET	_	Definite=Def	2	det	_	_
2	chef	chef	NOUN	_	Gender=Masc|Number=Sing	6	nsubj	_	NER=B-MISC
3-4	du	_	_	_	_	_	_	_	_
3	de	de	ADP	_	_	5	case	_	_
4	le	le	DET	_	Definite=Def|Gender=Masc|Number=Sing|PronType=Art	5	det	_	_
5	parti	parti	NOUN	_	_	2	nmod	_	_
6	parle	parler	VERB	_	VerbForm=Fin	0	root	_	_
7-8	aux	_	_	_	_	_	_	_	_
7	à	à	ADP	_	_	9	case	_	_
8	les	le	DET	_	Definite=Def|Number=Plur|PronType=Art	9	det	_	_
9	élus	élu	NOUN	_	_	6	obl:arg	_	SpaceAfter=No
10	.	.	PUNCT	_	_	6	punct	_	_

"""
NUMBER = """\
# newpar
# sent_id = 1
# text = Il tue 10 000 hommes.
1	Il	il	PRON	_	_	2	nsubj	_	_
2	tue	tuer	VERB	_	_	0	root	_	_
3	10	10	NUM	_	NumType=Card	5	nummod	_	_
4	000	000	NUM	_	NumType=Card	3	flat	_	_
5	hommes	homme	NOUN	_	_	2	obj	_	SpaceAfter=No
6	.	.	PUNCT	_	_	2	punct	_	_

"""


def test_what_is_read_is_written_again() -> None:
    parse = conllu.read(TREE, "fr")
    assert conllu.write(parse, conllu.entity_notes(parse)) == TREE


def test_a_contraction_is_one_token_inside() -> None:
    parse = conllu.read(TREE, "fr")
    assert [token.text for token in parse.tokens] == "Le chef du parti parle aux élus .".split()
    assert parse.tokens[2].morph == {"Contraction": "Yes"}
    assert [(entity.start, entity.end, entity.label) for entity in parse.entities] == [(1, 2, "MISC")]


def test_a_number_with_a_space_is_one_word_outside() -> None:
    rows = [line.split("\t") for line in conllu.write(conllu.read(NUMBER, "fr")).splitlines() if "\t" in line]
    assert [row[1] for row in rows] == ["Il", "tue", "10 000", "hommes", "."]
    assert [row[6] for row in rows] == ["2", "0", "4", "2", "2"]


def test_text_and_offsets_agree() -> None:
    parse = conllu.read(TREE, "fr")
    assert parse.text.strip() == "Le chef du parti parle aux élus."
    assert all(parse.text[token.start : token.end] == token.text for token in parse.tokens)


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("1\tIl\til\tPRON\n\n", "line 1: 4 columns"),
        ("1\tIl\til\tPRON\t_\t_\t7\tnsubj\t_\t_\n\n", "which is no word"),
    ],
)
def test_bad_input_is_refused_with_its_line(source: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        conllu.read(source, "fr")


ENGLISH = """\
# newpar
# sent_id = 1
# text = Peru's army doesn't ally 'rebels'.
1-2	Peru's	_	_	_	_	_	_	_	_
1	Peru	Peru	PROPN	_	_	3	nmod:poss	_	NER=B-LOC
2	's	's	PART	_	_	1	case	_	_
3	army	army	NOUN	_	_	6	nsubj	_	_
4-5	doesn't	_	_	_	_	_	_	_	_
4	does	do	AUX	_	_	6	aux	_	_
5	n't	not	PART	_	_	6	advmod	_	_
6	ally	ally	VERB	_	_	0	root	_	_
7	'	'	PUNCT	_	_	8	punct	_	SpaceAfter=No
8	rebels	rebel	NOUN	_	_	6	obj	_	SpaceAfter=No
9	'	'	PUNCT	_	_	8	punct	_	SpaceAfter=No
10	.	.	PUNCT	_	_	6	punct	_	_

"""


def test_words_that_the_tokenizer_cut_are_one_token_outside() -> None:
    parse = conllu.read(ENGLISH, "en")
    assert [token.text for token in parse.tokens[:5]] == ["Peru", "'s", "army", "does", "n't"]
    assert conllu.write(parse, conllu.entity_notes(parse)) == ENGLISH
