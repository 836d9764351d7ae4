# Hợp Lực. `make` lists what can be done.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
BENCH ?= .bench-venv
PORT ?= 8000
SAMPLE_HOME ?= $(CURDIR)/var/sample
export PYTHONWARNINGS ?=
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: help run test check fix bench fuzz pictures requirements gained-lost translations

help: ## list the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /	/' | sort

$(VENV)/runtime: requirements/runtime.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -c "import sys; assert sys.version_info >= (3, 11), 'Python 3.11 trở lên'"
	$(BIN)/pip install --quiet --require-hashes -r requirements/runtime.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/test: requirements/test.txt $(VENV)/runtime
	$(BIN)/pip install --quiet --require-hashes -r requirements/test.txt
	touch $@

$(BENCH)/done: requirements/bench.txt pyproject.toml
	test -x $(BENCH)/bin/python || $(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/pip install --quiet --require-hashes -r requirements/bench.txt
	$(BENCH)/bin/pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

run: $(VENV)/runtime ## install, read and confirm the sample programme, make its review, open the site
	HOPLUC_HOME="$(SAMPLE_HOME)" HOPLUC_DATABASE_URL= $(BIN)/hopluc demo
	HOPLUC_HOME="$(SAMPLE_HOME)" HOPLUC_DATABASE_URL= $(BIN)/hopluc serve --port $(PORT)

test: $(VENV)/test ## run every test: SQLite, then PostgreSQL and Chromium where present
	PYTHON=$(BIN)/python sh tools/test.sh

check: $(VENV)/test ## format, lint, types, import contracts, definitions, templates
	$(BIN)/ruff format --check src tests benchmarks evaluation samples tools
	$(BIN)/ruff check src tests benchmarks evaluation samples tools
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --lint --quiet src/hopluc
	$(BIN)/hopluc check

fix: $(VENV)/test ## format, mend what the linter can, write the reference pages anew
	$(BIN)/ruff check --fix src tests benchmarks evaluation samples tools
	$(BIN)/ruff format src tests benchmarks evaluation samples tools
	$(BIN)/python -m tools.docs

bench: $(BENCH)/done ## measure speed and quality beside peers, in one run
	$(BENCH)/bin/python -m benchmarks

gained-lost: $(VENV)/test ## facts gained and lost by the tree against main (or AGAINST=revision), with quotes
	@$(BIN)/python -m tools.gained_lost $(if $(AGAINST),--against $(AGAINST))

fuzz: $(VENV)/test ## read 100,000 generated documents, hostile text and spoilt files; the result goes to docs/reference/fuzz.md
	nice $(BIN)/python -m tools.fuzz --record

translations: $(VENV)/test ## gather the words of the pages, compile the catalogues (needs gettext)
	$(BIN)/python -m tools.translate

pictures: $(VENV)/test ## take the screenshots under docs/ again
	$(BIN)/python -m tools.pictures

requirements: ## resolve the pinned lists anew (needs uv)
	sh tools/requirements.sh
