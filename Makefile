# The two commands: `make demo` shows the system, `make test` runs everything. `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
export PYTHON
export PYTHONTZPATH :=
export PYTHONDONTWRITEBYTECODE := $(if $(CI),1,)

T := .venv-test/bin
SETTINGS_TEST := DJANGO_SETTINGS_MODULE=legation.project.settings.test
XDIST ?= -n 2
APPS = $(wildcard tests/apps tests/flows)
DEMO ?=

.PHONY: help env demo test check bench soak clean
help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 20

# ── Running ─────────────────────────────────────────────────────────────────────────────────────────────────────────
env: ## .venv with everything that `make demo` needs
	@tools/environment .venv app

demo: env ## the election of 7 February 2024, served on this machine (DEMO="--port 8123" passes options)
	@exec .venv/bin/legation demo $(DEMO)

# ── Tests ───────────────────────────────────────────────────────────────────────────────────────────────────────────
.PHONY: provision env-core env-test test-core test-apps test-postgres test-contracts test-browser
test: ## everything: core without Django, apps on SQLite and PostgreSQL, contracts, browser
	@rm -rf test-results
	@$(MAKE) provision
	@$(MAKE) test-core
	@$(MAKE) test-contracts
	@$(MAKE) test-apps
	@$(MAKE) test-postgres
	@$(MAKE) test-browser
	@tools/suite --closing

provision: ## PostgreSQL, Chromium and Java from Debian's packages, where root; else the line to type
	@tools/provision

env-core:
	@tools/environment .venv-core test-core

env-test:
	@tools/environment .venv-test app,postgres,test,check

test-core: env-core ## the core, in an environment without Django
	@! .venv-core/bin/python -c "import django" 2>/dev/null || { echo "Django is in .venv-core: make clean"; exit 1; }
	@tools/suite core .venv-core/bin/python -m pytest -c tests/core/pytest.ini $(XDIST) tests/core

test-apps: env-test ## the capabilities, flows and races, on SQLite
	@tools/suite sqlite $(T)/python -m pytest $(XDIST) $(APPS)
	@tools/suite sqlite-races $(T)/python -m pytest tests/races

test-postgres: env-test ## the same on a throw-away PostgreSQL cluster, but for what no row of the database decides
	@if tools/provision --have postgresql; then \
	  tools/suite postgresql tools/postgres run -- $(T)/python -m pytest $(XDIST) -m "not one_database" $(APPS) && \
	  tools/suite races tools/postgres run -- $(T)/python -m pytest tests/races; \
	elif [ "$${ALLOW_MISSING-}" = 1 ]; then echo "── postgresql: MISSING, not run"; \
	else tools/provision; fi

test-contracts: env-test ## the contracts: order, rooms, words, sizes, addresses
	@tools/suite contracts $(T)/python -m pytest $(XDIST) tests/contracts

test-browser: env-test ## pages in Chromium, with axe
	@if tools/provision --have chromium && tools/provision --have java; then \
	  tools/suite browser $(T)/python -m pytest $(XDIST) --dist loadfile --no-loadscope-reorder tests/browser; \
	elif [ "$${ALLOW_MISSING-}" = 1 ]; then echo "── browser: MISSING, not run"; \
	else tools/provision; fi

# ── Checks ──────────────────────────────────────────────────────────────────────────────────────────────────────────
.PHONY: check-style check-types check-imports check-security check-dependencies check-migrations check-messages check-package
check: env-test check-style check-types check-imports check-security check-dependencies check-migrations check-messages check-package ## style, types, imports, security, dependencies, migrations, messages, package

check-style:
	$(T)/ruff check .
	$(T)/ruff format --check .

check-types:
	MYPYPATH=src $(T)/mypy --config-file= --strict --python-version 3.11 --package legation_core
	$(T)/mypy

check-imports:
	$(T)/lint-imports

check-security:
	$(T)/bandit --quiet --recursive --configfile pyproject.toml src

check-dependencies:
	$(T)/deptry .

check-migrations:
	$(SETTINGS_TEST) $(T)/python -m django makemigrations --check --dry-run
	$(SETTINGS_TEST) $(T)/python -m django check --fail-level WARNING

check-messages:
	$(T)/python -m tools.messages check

check-package:
	tools/package

# ── Measuring ───────────────────────────────────────────────────────────────────────────────────────────────────────
bench: env-test ## writes docs/benchmarks.md: ratios with raw figures (PARTS="acts pages" measures these alone)
	@tools/provision bench
	tools/postgres run --durable -- $(T)/python -m bench $(PARTS)

soak: env-test ## the property tests with many more examples
	.venv-test/bin/python -m pytest -c tests/core/pytest.ini tests/core --hypothesis-profile=soak
	$(T)/python -m pytest --hypothesis-profile=soak $(APPS)

# ── Upkeep ──────────────────────────────────────────────────────────────────────────────────────────────────────────
.PHONY: pins messages handbook small-mission
pins: ## resolve every dependency anew and write requirements/constraints.txt
	@tools/pins

messages: env-test ## take new sentences into the catalogues of src/legation/locale and compile them
	$(T)/python -m tools.messages update

handbook: env-test ## write docs/handbook anew from its texts, the roles and the sentences of refusals
	PYTHONPATH=src $(T)/python -m legation.project.cli handbook docs/handbook --pictures ../../../src/legation/desks/static/desks/handbook

small-mission: env-test ## count anew what a small mission sees and types, and write docs/small-mission.md
	@mkdir -p test-results
	PYTHONPATH=src:. $(T)/python -m tests.browser.small_mission > test-results/small-mission.md
	mv test-results/small-mission.md docs/small-mission.md

clean: ## remove environments, caches and test results; never var/, which holds data
	rm -rf .venv .venv-core .venv-test .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache test-results build dist src/*.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
