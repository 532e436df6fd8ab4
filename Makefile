# The doors for a stranger with a fresh clone. `make run` and `make test` do all their own set-up.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run test test-all lint format bench eval eval-safety page lock clean

# The showcase: what `make run` does when no TASK is given.
TASK ?= Open the calculator and work out 1234 × 5678. Write the result into a new file with the text editor and save it as answer.txt in the shared folder.
ARGS ?=
# The shell gets the task from the environment, untouched: it may hold quotes, dollar signs and anything else.
override TASK := $(value TASK)
export TASK

help:  ## This list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r name text; do \
		printf '  make %-10s %s\n' "$$name" "$$text"; done
	@echo
	@echo '  make run TASK="Open the text editor and type hello" ARGS="--share out --max-steps 40"'

setup:  ## Install what is missing: system packages (apt) and .venv
	@scripts/setup.sh run

setup-dev:
	@scripts/setup.sh dev

run: setup  ## Do a task on a walled-in desktop (TASK="…" ARGS="…"; without TASK: the showcase)
	@.venv/bin/deskhand run $(ARGS) -- "$$TASK"

test: setup-dev  ## The tests that take minutes together
	@.venv/bin/python -m pytest $(ARGS)

test-all: setup-dev  ## All tests, the slow ones too
	@.venv/bin/python -m pytest -m 'slow or not slow' $(ARGS)

lint: setup-dev  ## Style and types
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy

format: setup-dev  ## Put the code into the house's format
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

bench: setup-dev  ## Speed, as ratios to the usual way
	@.venv/bin/python bench/run.py $(ARGS)

eval: setup  ## Quality: the desktop tasks
	@.venv/bin/deskhand eval desktop $(ARGS)

eval-safety: setup  ## Safety: how well the guard guards, as one table
	@.venv/bin/deskhand eval safety $(ARGS)

page:  ## Build the page of `deskhand serve` from web/ (needs Node 20)
	@command -v npm >/dev/null || { echo 'make page: needs Node 20 or newer with npm. The built page is in the repository: only those who change web/ need this.' >&2; exit 1; }
	@cd web && npm ci --no-fund --no-audit && npm run build

lock:  ## Work out the constraints files anew from pyproject.toml
	@scripts/lock.sh

clean:  ## Remove what was set up and made here, except runs/
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist
