"""`selon doctor`: what is installed, and what to do about what is missing."""

import sys
from importlib.metadata import PackageNotFoundError, version

import click

import selon

_NEEDED = (
    "spacy",
    "numpy",
    "marisa-trie",
    "click",
    "rich",
    "jinja2",
    "pyyaml",
    "trafilatura",
    "py3langid",
    "requests",
)


@click.command("doctor", epilog="Example: selon doctor")
def command() -> None:
    """Say what is installed, which language models are there, and what to do about what is missing.

    Exit code 1 when something that selon needs is missing.
    """
    faults = [
        _python(),
        *(_package(name) for name in _NEEDED),
        *(_model(lang) for lang in ("fr", "en")),
        _lexicons(),
    ]
    sys.exit(1 if any(faults) else 0)


def _line(good: bool, what: str, remedy: str = "") -> bool:
    mark = click.style("ok     ", fg="green") if good else click.style("missing", fg="red")
    click.echo(f"{mark}  {what}" + (f": {remedy}" if remedy else ""))
    return not good


def _python() -> bool:
    found = sys.version.split()[0]
    return _line(sys.version_info >= (3, 11), f"Python {found}, selon {selon.__version__}")


def _package(name: str) -> bool:
    try:
        return _line(True, f"{name} {version(name)}")
    except PackageNotFoundError:
        return _line(False, name, f"run: pip install {name}")


def _model(lang: str) -> bool:
    from selon.run import model_version

    try:
        return _line(True, f"language model {lang} {model_version(lang)}")
    except selon.ModelError as fault:
        return _line(False, f"language model {lang}", str(fault))


def _lexicons() -> bool:
    from selon.run import check_lexicons

    try:
        return _line(True, f"lexicons: {check_lexicons()}")
    except selon.LexiconError as fault:
        return _line(False, "lexicons", f"{len(fault.faults)} faults, the first: {fault.faults[0]}")
