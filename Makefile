# `make site` shows the website, `make test` runs the tests; both prepare what they need.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.PHONY: .venv check test test-corpora site bench campaign update clean

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin

# Debian packages: for making an environment, and for the tests (Chromium and Java for those in tests/browser, the
# others for those in tests/redline_docx and tests/pdf).
VENV_PACKAGES := python3-venv
TEST_PACKAGES := chromium default-jre-headless libreoffice-math-nogui libreoffice-writer-nogui python3-uno pandoc poppler-utils

# The folder of real law.
CORPORA ?= ../shared/corpora

# Installs the Debian packages that are missing, as root; otherwise one line names them, and make stops.
define need
missing=(); \
if command -v dpkg-query > /dev/null; then for package in $(1); do \
  [[ "$$(dpkg-query -W -f '$${db:Status-Status}' "$$package" 2> /dev/null)" == installed ]] || missing+=("$$package"); \
done; fi; \
if (( $${#missing[@]} )); then \
  if (( $$(id -u) )); then echo "missing Debian packages: $${missing[*]} (as root: apt-get install $${missing[*]})" >&2; exit 1; fi; \
  apt-get update -q; DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$${missing[@]}"; \
fi
endef

.venv: .venv/.installed

.venv/.installed: .venv/.made pyproject.toml hatch_build.py
	$(BIN)/pip install --quiet --no-build-isolation --no-deps --editable .
	@touch $@

.venv/.made: requirements.lock
	@$(PYTHON) -c 'import ensurepip' 2> /dev/null || { $(call need,$(VENV_PACKAGES)); }
	$(PYTHON) -m venv --clear .venv
	$(BIN)/pip install --quiet --require-hashes --requirement requirements.lock
	@touch $@

check: .venv
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

test: .venv
	@$(call need,$(TEST_PACKAGES))
	$(BIN)/pytest -n auto --dist worksteal -m "not corpora"

test-corpora:
	@if [[ ! -d "$(CORPORA)" ]]; then echo "no folder of real law at $(CORPORA), so nothing to test (set CORPORA)"; \
	else $(MAKE) --no-print-directory .venv && CORPORA="$(CORPORA)" $(BIN)/pytest -n auto --dist worksteal -m corpora; fi

site: .venv
	$(BIN)/secc serve --out build/site

bench: .venv build/bench-venv/.made
	CORPORA="$(CORPORA)" $(BIN)/python -m bench.run

campaign: .venv
	@$(call need,$(TEST_PACKAGES))
	$(BIN)/python -m tests.mutation.campaign
	$(BIN)/python -m tests.redline_docx.campaign
	$(BIN)/python -m tests.site.campaign
	@if [[ ! -d "$(CORPORA)" ]]; then echo "no folder of real law at $(CORPORA), so its tables stay as they are (set CORPORA)"; \
	else $(BIN)/python -m tests.corpus.alarms "$(CORPORA)/sec" && \
	$(BIN)/python -m tests.corpus.derived_acts "$(CORPORA)" --docs && \
	$(BIN)/python -m tests.corpus.score_prose "$(CORPORA)/gold" --docs; fi

build/bench-venv/.made: requirements-bench.lock
	@mkdir -p build
	$(PYTHON) -m venv --clear build/bench-venv
	build/bench-venv/bin/pip install --quiet --require-hashes --requirement requirements-bench.lock
	@touch $@

LOCK := $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make update"

update: .venv
	$(LOCK) --group dev --output-file requirements.lock pyproject.toml
	$(LOCK) --group pyproject.toml:bench --output-file requirements-bench.lock

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -path ./.venv -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +
