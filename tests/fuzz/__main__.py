"""Coverage-guided fuzzing of one target: `python -m tests.fuzz TARGET --seconds 60 --seed 1`; `make fuzz` runs all.

Inputs that taught something are kept under build/fuzz/TARGET, findings as build/fuzz/TARGET-crash-… beside it; a
finding becomes a case of tests/nasty when it is repaired.
"""

import argparse
import sys
from pathlib import Path

import atheris

FOLDER = Path("build/fuzz")
# One input may take so many seconds and so many MB. A document of these sizes takes milliseconds; the seconds are many
# because fuzzing is to run behind everything else.
_SECONDS, _MEGABYTES, _BYTES = 600, 3000, 4096


def main() -> None:
    """Fuzzes until the time is over; a finding ends it with an exit code that is not 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with atheris.instrument_imports(include=["selon", "feedparser", "trafilatura", "htmldate", "csv", "yaml"]):
        from tests.fuzz.targets import SEEDS, TARGETS

        target = TARGETS[options.target]
        for seed in SEEDS[options.target]:  # what is imported where it is used is imported now, and watched
            target(seed)
    corpus = FOLDER / options.target
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS[options.target]):
        (corpus / f"seed-{number}").write_bytes(seed)
    limits = [f"-timeout={_SECONDS}", f"-rss_limit_mb={_MEGABYTES}", f"-max_len={_BYTES}"]
    ends = [
        f"-max_total_time={options.seconds}",
        f"-seed={options.seed}",
        f"-artifact_prefix={corpus}-",
        "-verbosity=1",
    ]
    atheris.Setup([sys.argv[0], *limits, *ends, "-print_final_stats=1", str(corpus)], target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
