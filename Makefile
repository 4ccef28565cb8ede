# Python 3.11 or newer, make and a package registry are all that is needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
RUN_STAMP := $(VENV)/.run
DEV_STAMP := $(VENV)/.dev
SOURCES := assistant evaluation guardrails ingest prompts register retrieval tests ui benchmarks
PRESENT = $(wildcard $(SOURCES))

.DEFAULT_GOAL := help
.PHONY: help setup run test check bench eval lock clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

setup: $(DEV_STAMP) ## what run and test need, into .venv

run: $(RUN_STAMP) ## build the index if it is missing, then serve the chat at http://127.0.0.1:8000
	$(BIN)/zeterka serve

# Two processes; a file stays in one of them, so that what its tests share is made once.
PYTEST := $(BIN)/python -m pytest -n 2 --dist loadfile

test: $(DEV_STAMP) ## the tests
	$(PYTEST)

check: $(DEV_STAMP) ## what CI runs: format, lint, types, room order, tests with coverage
	$(BIN)/ruff format --check $(PRESENT)
	$(BIN)/ruff check $(PRESENT)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PYTEST) --cov --cov-report=term

bench: $(DEV_STAMP) ## speed and quality tables
	$(BIN)/python -m benchmarks

RUN ?= var/eval/$(shell date +%Y%m%d-%H%M%S)

eval: $(DEV_STAMP) ## the evaluation suite on the test sets; the run is kept below var/eval
	$(BIN)/zeterka eval all --split test --out $(RUN)
	@echo "read $(RUN)/answers/report.html first"

lock: $(DEV_STAMP) ## resolve the locked dependencies anew from pyproject.toml
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/python requirements/lock.py

clean: ## remove what the other targets made in this folder
	rm -rf $(VENV) build dist .coverage .coverage.* .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' \
		|| { echo "Python 3.11, 3.12 or 3.13 is needed; name one: make setup PYTHON=python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# One set is installed once; a change of its lock file or of pyproject.toml installs it again.
$(VENV)/.run $(VENV)/.dev: $(VENV)/.%: requirements/%.txt pyproject.toml | $(VENV)/pyvenv.cfg
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
