# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
#
# make run     installs what is needed into .venv and frontend/, then starts everything. Ctrl-C stops all.
# make test    installs the test tools and runs every check and every test.
# make help    lists the rest.

PORT ?= 8000
HOST ?= 127.0.0.1
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
unexport PYTHONDONTWRITEBYTECODE  # compiled files are kept: every process starts in half the time
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

# The first Python on this machine that is new enough; `make run PYTHON=...` names another.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
# A .venv whose Python is gone, after an upgrade of the machine, is made anew.
$(shell test ! -e .venv/pyvenv.cfg || .venv/bin/python -c '' 2>/dev/null || rm -rf .venv)
PY := .venv/bin/python
MANAGE := $(PY) manage.py
PYTEST := $(PY) -m pytest --dist loadgroup
UV := .venv/bin/uv
FRONTEND := $(shell find frontend -type f -not -path '*/node_modules/*' -not -path '*/dist/*' -not -name package-lock.json)
CATALOGUES := $(wildcard config/locale/*/LC_MESSAGES/*.po)
SPECTRAL := 6.16.3
# what asks the database itself; pages and documents ask through these rooms
ON_POSTGRES := tests/scenarios tests/workshops/services tests/workshops/selectors tests/workshops/management tests/api
LOCK := $(UV) pip compile --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet

# Install a file of pinned, hashed packages: by uv where there is a build of it, else by pip, which is slower.
define install
if [ -x $(UV) ]; then $(UV) pip install --quiet --python $(PY) --require-hashes --requirement $(1); \
else $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $(1); fi
endef

.PHONY: help run setup setup-dev check check-style check-types test test-slow test-on-postgres validate oracles lint-api bench load messages lock format clean

help: ## what there is to ask for
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/make \1\t\2/' | expand -t 17

# --- setting up ----------------------------------------------------------------------------------

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Draagvlak needs Python 3.11 or newer, and found none. Install it (Debian: apt-get install python3 python3-venv) and try again."; exit 1; }
	@echo "Making .venv with $$($(PYTHON) --version) ..."
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "Python could not make a virtual environment. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }

.venv/.tools: requirements-tools.txt | .venv/bin/python
	@sed -n '/^uv==/,/[^\\]$$/p' $< | $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement /dev/stdin \
		|| echo "uv has no build for this machine: pip installs the packages, more slowly."
	@touch $@

.venv/.packages: requirements.txt .venv/.tools
	@echo "Installing the packages that the site needs ..."
	@$(call install,requirements.txt)
	@touch $@

.venv/.packages-dev: requirements-dev.txt .venv/.packages
	@echo "Installing the packages that the tests need ..."
	@$(call install,requirements-dev.txt)
	@touch $@

# What we are checked and measured against, apart from all else: parts of it are GPL, and none of it runs with the site.
.venv-oracles/.packages: requirements-oracles.txt .venv/.tools
	@echo "Installing the EMA Workbench, pabutools and red-dwarf into .venv-oracles ..."
	@test -x .venv-oracles/bin/python || $(PYTHON) -m venv .venv-oracles
	@if [ -x $(UV) ]; then $(UV) pip install --quiet --python .venv-oracles/bin/python --no-deps --require-hashes --requirement $<; \
	else .venv-oracles/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --requirement $<; fi
	@touch $@

# Node from this machine if it is 18 or newer, else from a Python wheel inside .venv.
.venv/.node: .venv/.tools
	@if command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)' 2>/dev/null; then :; \
	else echo "Installing Node into .venv (this machine has none, or one older than 18) ..."; $(call install,requirements-tools.txt); fi
	@touch $@

frontend/node_modules/.installed: frontend/package-lock.json .venv/.node
	@echo "Installing what the pages are built with ..."
	@cd frontend && PATH="$(CURDIR)/.venv/bin:$$PATH" npm ci --silent --no-audit --no-fund
	@touch $@

frontend/dist/.built: frontend/node_modules/.installed $(FRONTEND)
	@echo "Building styles and scripts ..."
	@cd frontend && PATH="$(CURDIR)/.venv/bin:$$PATH" npm run build --silent
	@touch $@

.venv/.catalogues: $(CATALOGUES) .venv/.packages
	@$(MANAGE) compile_catalogue
	@touch $@

setup: .venv/.packages frontend/dist/.built .venv/.catalogues ## install and build what the site needs

setup-dev: .venv/.packages-dev setup

# --- running and testing -------------------------------------------------------------------------

run: setup ## start the site, its worker, scheduler and broker (PORT=8000 HOST=127.0.0.1)
	@exec $(MANAGE) up --host $(HOST) --port $(PORT)

check: setup-dev ## format, lint, types, imports, migrations, licences, scripts
	@$(MAKE) --no-print-directory -j 2 check-types check-style

check-style:
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	.venv/bin/lint-imports
	$(MANAGE) makemigrations --check --dry-run
	.venv/bin/reuse lint --quiet || .venv/bin/reuse lint
	cd frontend && PATH="$(CURDIR)/.venv/bin:$$PATH" npm test --silent

check-types:
	$(PY) -m mypy .

# what touches the database, on PostgreSQL
test-on-postgres:
	$(PY) -m tests.servers.postgres $(PYTEST) -n 2 -q -m "not slow" $(ON_POSTGRES)

test: setup-dev ## every check, then the tests: on PostgreSQL, in a browser, of whole installations, and all else
	@$(MAKE) --no-print-directory -j 2 check-types check-style
	@$(MAKE) --no-print-directory test-on-postgres
	$(PYTEST) -n 2 -q -m "not slow"

test-slow: setup-dev ## the rest: each page in every language, width and role, and the API under ten thousand odd requests
	$(PYTEST) -n 2 -q -m slow

validate: setup ## hold the model to its targets, misses shown as misses, and to its second implementation
	@$(MANAGE) validate --points 2000

oracles: setup-dev .venv-oracles/.packages ## have others' tools read what we write, and write down how they write it themselves
	.venv-oracles/bin/python tests/oracles/ema_results.py written > tests/data/oracles/ema_results.json
	.venv-oracles/bin/python tests/oracles/pabutools_shares.py written > tests/data/oracles/pabutools_shares.json
	$(PYTEST) tests/scenarios/reports/test_experiments.py tests/workshops/sharing

lint-api: setup ## hold the API's description to a ruleset: make lint-api RULES=path/to/ruleset.yaml
	@test -n "$(RULES)" || { echo "Say which ruleset: make lint-api RULES=path/to/ruleset.yaml"; exit 2; }
	@folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; export PATH="$(CURDIR)/.venv/bin:$$PATH"; \
	$(MANAGE) spectacular --format openapi-json --validate --file "$$folder/openapi.json"; \
	npm install --prefix "$$folder" --silent --no-audit --no-fund @stoplight/spectral-cli@$(SPECTRAL); \
	"$$folder/node_modules/.bin/spectral" lint --ruleset "$(RULES)" "$$folder/openapi.json"

bench: setup-dev .venv-oracles/.packages ## measure, and print each figure with its ratio
	@ls benchmarks/*.py >/dev/null 2>&1 || { echo "There are no benchmarks yet."; exit 1; }
	@for one in benchmarks/[a-z]*.py; do [ "$$one" = benchmarks/load.py ] || $(PY) "$$one"; done

load: setup-dev ## measure under load
	@test -f benchmarks/load.py || { echo "There is no load test yet."; exit 1; }
	@$(PY) benchmarks/load.py

messages: setup-dev ## gather the texts to translate (needs the gettext tools)
	@command -v xgettext >/dev/null || { echo "This needs xgettext. Debian: apt-get install gettext"; exit 1; }
	$(MANAGE) makemessages

lock: .venv/.tools ## write the lock files anew from the *.in files
	$(LOCK) --upgrade --output-file requirements.txt requirements.in
	$(LOCK) --upgrade --constraint requirements.txt --output-file requirements-dev.txt requirements-dev.in
	$(LOCK) --upgrade --output-file requirements-tools.txt requirements-tools.in
	$(LOCK) --upgrade --python-version 3.11 --no-emit-package gurobipy --output-file requirements-oracles.txt requirements-oracles.in

format: setup-dev ## lay out the code
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

clean: ## remove what was built and installed (the data in var/ stays)
	rm -rf .venv .venv-oracles frontend/node_modules frontend/dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find config scenarios workshops engine tests -name __pycache__ -prune -exec rm -rf {} +
