"""spaCy comes without its command line, and whoever asks for that gets it."""

import subprocess
import sys

_CODE = """
import sys
from selon.parse import quick
spacy = quick.spacy()
assert "spacy.cli" not in sys.modules and "typer" not in sys.modules
assert quick.spacy() is spacy
import spacy.cli
assert spacy.cli.download and spacy.cli.info.__module__ == "spacy.cli.info"
assert spacy.info(silent=True)["spacy_version"] == spacy.__version__
"""


def test_the_command_line_is_left_out_and_still_there() -> None:
    assert subprocess.run([sys.executable, "-c", _CODE], check=False, timeout=120).returncode == 0
