# What can be made here: `make help`. Needs nothing but make, Python 3.11 or newer, and pip.

PYTHON := .venv/bin/python
PLANCTL := $(PYTHON) -m planctl
REPORT_TERM := 2017-18 autumn
REPORT_DAY := 2018-01-01

# Runs a command that talks even when all is well, and lets it speak only when it fails.
quietly = said=$$($(1) 2>&1) || { printf '%s\n' "$$said"; exit 1; }

LOWEST := build/lowest
# One lock for every system and Python; addresses stay out, so that any mirror serves.
COMPILE = uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' $(LOCK)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory
SHELL := /bin/sh

# Copied or moved, an environment still runs the code of the place where it was made.
ifneq ($(shell test -x $(PYTHON) && cat .venv/.ready 2> /dev/null),$(CURDIR))
.PHONY: .venv/.ready
endif

.PHONY: help
help: ## say what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1:\2/p' Makefile | while IFS=: read -r target does; do \
		printf '  make %-13s %s\n' $$target "$$does"; done

.PHONY: report
report: setup native ## check the plans and write the delivery report into build/
	@echo "1/2  Checking the plans, as of $(REPORT_DAY)"
	@$(PLANCTL) validate plans --as-of $(REPORT_DAY)
	@echo "2/2  Writing the report on $(REPORT_TERM) into build/"
	@$(PLANCTL) report plans --term '$(REPORT_TERM)' --as-of $(REPORT_DAY) --format both -o build

.PHONY: setup
setup: .venv/.ready ## make the environment that everything runs in (.venv)
	@:

.venv/.ready: requirements/dev.txt pyproject.toml tools/setup.sh
	@tools/setup.sh

.PHONY: native
native: setup ## see to the libraries that make the PDF
	@tools/native.sh $(PYTHON)

.PHONY: programs
programs: ## see to the programs that tests look at pages with
	@tools/programs.sh

.PHONY: check
check: test thorough-test lint docs-check ## all tests, lint and docs-check

.PHONY: test
test: setup native ## run the tests
	@echo "Running the tests"
	@$(PYTHON) -m pytest -q -n auto --dist loadgroup

.PHONY: thorough-test
thorough-test: setup native programs ## run the tests that take their time: git at work, whole PDFs, the wheel
	@echo "Running the thorough tests"
	@$(PYTHON) -m pytest -q -n auto --dist loadgroup -m thorough

.PHONY: editor-test
editor-test: setup ## open plans as an editor would (needs npm)
	@tools/editor.sh
	@echo "Opening plans as an editor would"
	@$(PYTHON) -m pytest -q -m editor tests/test_editor.py

.PHONY: office-test
office-test: setup ## open forms in LibreOffice, as a council would (needs libreoffice-calc)
	@command -v soffice > /dev/null || { echo "This needs LibreOffice: apt-get install libreoffice-calc." >&2; exit 3; }
	@echo "Opening forms in LibreOffice"
	@$(PYTHON) -m pytest -q -m office tests/transfer/collecting/test_office.py

.PHONY: conformance
conformance: setup native programs ## hold reports against PDF/UA, PDF/A, WCAG and HTML (needs a JDK, npm, Chromium)
	@tools/conformance/run.sh $(PYTHON)

.PHONY: test-lowest
test-lowest: native .uv ## run the tests with the lowest versions that pyproject.toml allows (needs uv)
	@echo "Setting up $(LOWEST) with the lowest versions"
	@uv venv --quiet --clear --no-project --python 3.11 $(LOWEST)
	@uv pip compile pyproject.toml --quiet --all-extras --resolution lowest-direct --python-version 3.11 --output-file $(LOWEST)/run.txt
	@uv pip install --quiet --python $(LOWEST)/bin/python --requirement $(LOWEST)/run.txt --group dev
	@uv pip install --quiet --python $(LOWEST)/bin/python --no-deps --no-build-isolation --editable .
	@$(LOWEST)/bin/python -m pytest -q -n auto --dist loadgroup -m 'not editor and not office'

.PHONY: coverage
coverage: setup native programs ## say which lines and branches no test reaches
	@$(PYTHON) -m pytest -q -n auto --dist loadgroup -m 'not editor and not office' --cov --cov-report=term

.PHONY: golden
golden: setup native ## write the golden files anew; read every change of theirs
	@$(PYTHON) -m pytest -q --update-golden tests

.PHONY: bench
bench: setup native ## measure speed against the budgets
	@$(PYTHON) benchmarks/run.py

.PHONY: lint
lint: setup ## check style, types, layers, YAML and news
	@echo "Style"
	@$(PYTHON) -m ruff check --quiet
	@$(PYTHON) -m ruff format --check --quiet
	@echo "Types"
	@$(PYTHON) -m mypy --no-error-summary
	@echo "Layers"
	@$(call quietly,.venv/bin/lint-imports --no-logo)
	@echo "YAML"
	@$(PYTHON) -m yamllint --strict plans examples action.yml .pre-commit-config.yaml .pre-commit-hooks.yaml .yamllint.yaml
	@echo "News"
	@$(call quietly,$(PYTHON) -m towncrier build --draft --version next)

.PHONY: fmt
fmt: setup ## put the code into its standard form
	@$(PYTHON) -m ruff check --quiet --fix-only
	@$(PYTHON) -m ruff format --quiet

.PHONY: docs
docs: setup ## write the generated pages of docs/ anew
	@$(PYTHON) tools/docs.py

.PHONY: docs-check
docs-check: setup ## say which generated pages are out of date
	@echo "Generated pages"
	@$(PYTHON) tools/docs.py --check

.PHONY: gallery
gallery: setup native programs ## draw pages of the examples' reports into docs/gallery (needs pdftoppm)
	@$(PYTHON) tools/gallery_pages.py

.PHONY: build
build: setup ## pack planctl for others into dist/
	@echo "Packing planctl into dist/"
	@$(call quietly,$(PYTHON) -m build --no-isolation --outdir dist)
	@ls dist

.PHONY: lock
lock: .uv ## pin every package that pyproject.toml leads to; LOCK=--upgrade for the newest (needs uv)
	@$(COMPILE) --group dev --all-extras --output-file requirements/dev.txt
	@$(COMPILE) --constraint requirements/dev.txt --output-file requirements/run.txt

.PHONY: .uv
.uv:
	@command -v uv > /dev/null || { echo "This needs uv, which docs.astral.sh/uv says how to install." >&2; exit 3; }

.PHONY: clean
clean: ## remove all that make can make again
	@echo "Removing .venv, build, dist and what the tools remember"
	@rm -rf .venv build dist .coverage* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
