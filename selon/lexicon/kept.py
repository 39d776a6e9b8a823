"""Lexicons kept on disk as they were compiled: to read and compile them anew takes most of a second of each start.

They lie in the user's cache folder, each with a digest of all that they were made from; another digest, a file that is
damaged or that somebody else could have written, or a folder that cannot be written, and they are made as ever. So
they are where a source has just been changed: the code that runs may be older than the files.
`SELON_CACHE` names another folder, or none where it is empty.
"""

import gc
import os
import pickle
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import contextmanager, suppress
from functools import cache, wraps
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

Made = TypeVar("Made")
Given = ParamSpec("Given")
_PACKAGE = Path(__file__).parent.parent
# What a compiled lexicon depends on: its files and the code that reads them.
_SOURCES = ("lexicon", "model", "parse", "extract")
_SUFFIXES = (".py", ".yml", ".csv")
_DIGEST = 16
# What was changed later than this may be newer than the code that this process runs.
_BEGUN = time.time() - 2


def kept(make: Callable[Given, Made]) -> Callable[Given, Made]:
    """A function that makes a lexicon (of a language, if it takes one), once in a process and seldom on a machine."""

    @wraps(make)
    def read_or_make(*given: Given.args, **named: Given.kwargs) -> Made:
        folder = _folder()
        if folder is None or _sources() is None:
            return make(*given, **named)
        path = folder / ".".join((make.__module__, make.__name__, *map(str, given), _place()))
        found: Made | None = _read(path)
        if found is None:
            found = make(*given, **named)
            with suppress(OSError, pickle.PicklingError):
                if not _changed():
                    _write(path, found)
        return found

    return cast(Callable[Given, Made], cache(read_or_make))


def _folder() -> Path | None:
    """The cache folder; None where there is to be none."""
    named = os.environ.get("SELON_CACHE")
    if named is not None:
        return Path(named) if named else None
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "selon" / "cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "selon"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "selon"


@cache
def _place() -> str:
    """Tells this installation from others of the same user."""
    return blake2b(f"{_PACKAGE}|{sys.version}".encode(), digest_size=6).hexdigest()


@cache
def _sources() -> bytes | None:
    """The digest of all that lexicons are made from; None where that has just been changed."""
    digest = blake2b(sys.version.encode(), digest_size=_DIGEST)
    for path in _files():
        digest.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0")
        digest.update(path.read_bytes())
    return None if _changed() else digest.digest()


def _files() -> list[Path]:
    """The files that lexicons are made from."""
    found = (path for folder in _SOURCES for path in (_PACKAGE / folder).rglob("*"))
    return sorted(path for path in found if path.suffix in _SUFFIXES)


def _changed() -> bool:
    """Whether one of the files was changed since this process began."""
    return any(path.stat().st_mtime > _BEGUN for path in _files())


def _read(path: Path) -> Any:
    """What is kept in a file; None where that is not whole, not of these sources, or not surely our own."""
    try:
        if not _is_ours(path.stat()):
            return None
        held = path.read_bytes()
    except OSError:
        return None
    sources, digest, made = held[:_DIGEST], held[_DIGEST : 2 * _DIGEST], held[2 * _DIGEST :]
    if sources != _sources() or digest != blake2b(made, digest_size=_DIGEST).digest():
        return None
    with suppress(Exception), _no_collection():
        return pickle.loads(made)
    return None


def _is_ours(state: os.stat_result) -> bool:
    """Whether nobody but this user could have written a file."""
    return not hasattr(os, "getuid") or (state.st_uid == os.getuid() and not state.st_mode & 0o022)


def _write(path: Path, made: object) -> None:
    """Keeps what was made, whole or not at all."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    text = pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL)
    number, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write((_sources() or b"") + blake2b(text, digest_size=_DIGEST).digest() + text)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink()
        raise


@contextmanager
def _no_collection() -> "Iterator[None]":
    """Without the collector of garbage, which would pass over all that is being read again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
