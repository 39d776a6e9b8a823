"""The example articles that come with selon: what `selon demo` reads.

Nine French and five English articles, one JSON file each, written for this project in the manners of
different agencies, about public events of past years. Several tell the same event in different ways;
README.md, beside this file, says which, and where they differ. The publishers are invented.
"""

from pathlib import Path


def paths() -> list[Path]:
    """The files of the example articles, sorted by name: English first, then French.

    >>> [path.name[:5] for path in paths()][:2]
    ['en-01', 'en-02']
    """
    return sorted(Path(__file__).parent.glob("[a-z][a-z]-[0-9][0-9]-*.json"))
