"""What is not needed is not imported: seen in sys.modules, not on a clock."""

import subprocess
import sys

import pytest

HEAVY = ("spacy", "numpy", "trafilatura", "py3langid", "requests", "yaml", "jinja2", "rich", "zstandard")


def _imported(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint(*[name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "code",
    [
        "import selon",
        "from selon.cli.main import group\ngroup.main(['--help'], standalone_mode=False)",
        "from selon.cli.main import group\ngroup.main(['code', '--help'], standalone_mode=False)",
        "from selon.cli.main import group\ngroup.main(['eval', '--help'], standalone_mode=False)",
    ],
)
def test_nothing_heavy_is_imported(code: str) -> None:
    assert not _imported(code)


def test_bad_input_is_told_without_loading_a_language_model(tmp_path: object) -> None:
    code = "import selon\nprint(list(selon.read_all(selon.read_inputs(['/no/such/file'], selon.Defaults()))))"
    assert "spacy" not in _imported(code)
