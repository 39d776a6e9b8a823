"""The words by which trees are set right: every list is some language's, and holds each word once."""

from dataclasses import asdict

import pytest

from selon.parse.treewords import tree_words

_LANGUAGES = ("fr", "en")


@pytest.mark.parametrize("lang", _LANGUAGES)
def test_a_word_stands_once_in_its_list(lang: str) -> None:
    for name, words in asdict(tree_words(lang)).items():
        assert len(words) == len(set(words)), name


@pytest.mark.parametrize("lang", _LANGUAGES)
def test_words_are_in_small_letters(lang: str) -> None:
    for name, words in asdict(tree_words(lang)).items():
        assert all(word == word.lower().strip() != "" for word in words), name


def test_no_list_is_empty_in_all_languages() -> None:
    lists = [asdict(tree_words(lang)) for lang in _LANGUAGES]
    for name in lists[0]:
        assert any(each[name] for each in lists), name
