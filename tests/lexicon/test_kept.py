"""Compiled lexicons kept on disk: made once, made again where what is kept is not to be trusted."""

import os
from pathlib import Path

import pytest

from selon.lexicon import kept as kept_module
from selon.lexicon.kept import kept

made: list[str] = []


def _lexicon(lang: str) -> dict[str, int]:
    made.append(lang)
    return {lang: len(made)}


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SELON_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(kept_module, "_sources", lambda: b"s" * 16)
    monkeypatch.setattr(kept_module, "_changed", lambda: False)
    made.clear()


def _file() -> Path:
    (found,) = Path(os.environ["SELON_CACHE"]).iterdir()
    return found


def test_it_is_made_once_for_all_processes() -> None:
    assert kept(_lexicon)("fr") == kept(_lexicon)("fr") == {"fr": 1}
    assert made == ["fr"]


def test_it_is_the_same_object_in_one_process() -> None:
    lexicon = kept(_lexicon)
    assert lexicon("fr") is lexicon("fr")


def test_each_language_has_its_own() -> None:
    lexicon = kept(_lexicon)
    assert (lexicon("fr"), lexicon("en")) == ({"fr": 1}, {"en": 2})


@pytest.mark.parametrize("damage", [b"", b"no lexicon", None])
def test_what_is_damaged_is_made_again(damage: bytes | None) -> None:
    kept(_lexicon)("fr")
    whole = _file().read_bytes()
    _file().write_bytes(whole[:-1] if damage is None else damage)
    assert kept(_lexicon)("fr") == {"fr": 2}
    assert kept(_lexicon)("fr") == {"fr": 2}


def test_other_sources_make_it_again(monkeypatch: pytest.MonkeyPatch) -> None:
    kept(_lexicon)("fr")
    monkeypatch.setattr(kept_module, "_sources", lambda: b"x" * 16)
    assert kept(_lexicon)("fr") == {"fr": 2}


def test_sources_that_have_just_changed_are_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_module, "_changed", lambda: True)
    assert (kept(_lexicon)("fr"), kept(_lexicon)("fr")) == ({"fr": 1}, {"fr": 2})


def test_the_sources_are_all_that_lexicons_are_made_from() -> None:
    names = {path.relative_to(kept_module._PACKAGE).as_posix() for path in kept_module._files()}
    assert {"lexicon/data/fr/titles.yml", "lexicon/data/world/countries.csv", "extract/events/compile.py"} <= names


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows has other rights")
def test_what_others_can_write_is_not_read() -> None:
    kept(_lexicon)("fr")
    _file().chmod(0o666)
    assert kept(_lexicon)("fr") == {"fr": 2}


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("SELON_CACHE", str(tmp_path / "file" / "cache"))
    assert (kept(_lexicon)("fr"), kept(_lexicon)("fr")) == ({"fr": 1}, {"fr": 2})


def test_nothing_is_kept_where_no_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SELON_CACHE", "")
    assert (kept(_lexicon)("fr"), kept(_lexicon)("fr")) == ({"fr": 1}, {"fr": 2})
    assert list(tmp_path.iterdir()) == []
