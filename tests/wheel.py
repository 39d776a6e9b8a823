"""The package as a user gets it: built, installed in an empty environment with its core dependencies, used elsewhere.

python -m tests.wheel
"""

import json
import os
import subprocess
import sys
import tempfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
# One file of each kind that is no Python, and that the package cannot do without.
NEEDED = (
    "selon/py.typed",
    "selon/examples/fr-01-su24-ankara.json",
    "selon/lexicon/data/fr/reporting.yml",
    "selon/lexicon/data/en/reporting.yml",
    "selon/lexicon/data/world/countries.csv",
    "selon/parse/weights/fr/config.cfg",
    "selon/parse/weights/fr/LICENSE",
    "selon/parse/weights/fr/SOURCES.md",
    "selon/parse/weights/en/config.cfg",
    "selon/parse/weights/en/LICENSE",
    "selon/parse/weights/en/SOURCES.md",
    "selon/report/labels/fr.yml",
    "selon/report/page.css",
    "selon/report/page.html.jinja",
)
FORBIDDEN = ("tests/", "models/", "bench/", "quality/")


def run(*command: str | Path, cwd: Path, text: str | None = None) -> str:
    """What a command prints; its failure is ours."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, input=text, stdout=subprocess.PIPE, text=True, check=True, env=clean
    )
    return done.stdout


def build(folder: Path) -> Path:
    """The wheel."""
    run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT, cwd=ROOT)
    return next(folder.glob("*.whl"))


def check_contents(wheel: Path) -> None:
    """All that is needed is in it, and nothing of the workshop."""
    names = zipfile.ZipFile(wheel).namelist()
    missing = [name for name in NEEDED if name not in names]
    assert not missing, f"not in the wheel: {missing}"
    extra = [name for name in names if name.startswith(FORBIDDEN) or "__pycache__" in name]
    assert not extra, f"should not be in the wheel: {extra}"
    size = wheel.stat().st_size / 1e6
    print(f"{wheel.name}: {size:.1f} MB, {len(names)} files")


def install(wheel: Path, folder: Path) -> Path:
    """The bin folder of a new environment that holds the wheel and its locked core dependencies, nothing else."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    run(python, "-m", "pip", "install", "-q", "--require-hashes", "-r", ROOT / "requirements.lock", cwd=folder)
    run(python, "-m", "pip", "install", "-q", "--no-deps", wheel, cwd=folder)
    run(python, "-m", "pip", "check", cwd=folder)
    return folder / "bin"


def use(bin: Path, elsewhere: Path) -> None:
    """The commands do their work outside the repository."""
    selon = bin / "selon"
    assert "selon" in run(selon, "--version", cwd=elsewhere)
    run(selon, "doctor", cwd=elsewhere)
    assert "Agence" in run(selon, "demo", cwd=elsewhere)
    text = "Le ministre français a condamné mardi l'attaque de Gao, selon son porte-parole."
    (elsewhere / "article.txt").write_text(text, encoding="utf-8")
    assert (
        "condamné"
        in run(selon, "read", "article.txt", "--html", "page.html", cwd=elsewhere)
        + (elsewhere / "page.html").read_text()
    )
    record = json.loads(run(selon, "read", "-", "--json", "--date", "2012-03-30", cwd=elsewhere, text=text))
    assert "ACCUSE" in [event["type"] for event in record["events"]], record["events"]
    assert json.loads(run(selon, "schema", cwd=elsewhere))["title"].startswith("selon record")
    assert "\tVERB\t" in run(selon, "parse", "article.txt", cwd=elsewhere)


def main() -> None:
    """Builds, checks, installs, uses."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wheel = build(folder)
        check_contents(wheel)
        (folder / "elsewhere").mkdir()
        use(install(wheel, folder / "venv"), folder / "elsewhere")
    print("the installed package works with its core dependencies alone")


if __name__ == "__main__":
    main()
