# make demo: install, build a base from the sample corpus, ask a question.   make check: every check.
# Both need Python 3.11 or later, pip and make, nothing else.

PYTHON ?= $(shell python3.11 -c '' 2>/dev/null && echo python3.11 || echo python3)
VENV := .venv
BIN := $(VENV)/bin
BASE := palabre-base

.PHONY: demo check format docs fuzz clean
.DEFAULT_GOAL := demo
.DELETE_ON_ERROR:

demo: $(VENV)/.installed
	$(BIN)/palabre build corpus/sample --base $(BASE)
	$(BIN)/palabre ask "qui a parlé d'évaluation citoyenne ?" --base $(BASE)

check: $(VENV)/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/make_cli.py --check
	$(BIN)/python -m pytest

format: $(VENV)/.installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Every reader on 5,000 damaged copies of a file of its format; the checks read 500 (of a .doc or a scan, as many as four minutes allow).
fuzz: $(VENV)/.installed-dev
	PALABRE_FUZZ=5000 $(BIN)/python -m pytest tests/fuzz

# What is generated and committed: the page of the commands, and click in French.
docs: $(VENV)/.installed-dev
	$(BIN)/pybabel compile --use-fuzzy -D messages -d kg/screen/locale -l fr
	$(BIN)/python docs/make_cli.py

clean:
	rm -rf $(VENV) $(BASE) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Palabre demande Python 3.11 ou plus récent ; « $(PYTHON) » n'en est pas un."; \
	  echo "Installez-le, ou désignez-le : make demo PYTHON=/chemin/vers/python3.12"; exit 3; }
	$(PYTHON) -m venv $(VENV)

# Stamps: a second run installs nothing. The install is editable, so that the code in this folder is what runs.
$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --disable-pip-version-check --quiet -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --disable-pip-version-check --quiet -c constraints.txt -e '.[dev]'
	@touch $(VENV)/.installed $@
