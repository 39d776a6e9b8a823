"""`selon doctor`: what is installed, and what to do about what is missing."""

import re
import sys
from collections.abc import Callable
from functools import partial
from importlib.metadata import PackageNotFoundError, requires, version

import click

import selon

_REINSTALL = "run: pip install --force-reinstall selon"


@click.command("doctor", epilog="Example: selon doctor")
def command() -> None:
    """Say what is installed, which language models are there, and what to do about what is missing.

    Exit code 1 when something that selon needs is missing.
    """
    good = [_line(f"Python {sys.version.split()[0]}, selon", lambda: selon.__version__)]
    good += [_line(name, partial(version, name), f"run: pip install {name}") for name in _needed()]
    good += [_line(f"language model {lang}", partial(_model, lang), _REINSTALL) for lang in ("fr", "en")]
    good.append(_line("lexicons", _lexicons, _REINSTALL))
    sys.exit(0 if all(good) else 1)


def _line(what: str, check: Callable[[], str], remedy: str = "") -> bool:
    """Prints one line; whatever goes wrong in the check is told, with the remedy."""
    try:
        found = check()
    except PackageNotFoundError:
        return _fault("missing", what, remedy)
    except (selon.SelonError, ImportError, OSError) as fault:
        return _fault("missing", what, f"{_first_line(fault)}; {remedy}")
    except Exception as fault:
        return _fault("broken", what, f"{type(fault).__name__}: {_first_line(fault)}; {remedy}")
    click.echo(f"{click.style('ok     ', fg='green')}  {what} {found}".rstrip())
    return True


def _fault(word: str, what: str, remedy: str) -> bool:
    click.echo(f"{click.style(f'{word:7}', fg='red')}  {what}: {remedy}")
    return False


def _first_line(fault: Exception) -> str:
    if isinstance(fault, selon.LexiconError):
        return f"{len(fault.faults)} faults, the first: {fault.faults[0]}"
    return str(fault).partition("\n")[0]


def _needed() -> list[str]:
    """The names of the packages that selon needs, as its own metadata says."""
    try:
        lines = requires("selon") or []
    except PackageNotFoundError:
        lines = []
    return sorted(re.split(r"[^\w.-]", line)[0] for line in lines if "extra ==" not in line)


def _model(lang: str) -> str:
    from selon.run import model_version

    return model_version(lang)


def _lexicons() -> str:
    from selon.run import check_lexicons

    return check_lexicons()
