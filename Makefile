# Two commands: `make app` opens the explorer, `make test` passes the tests.
# Each sets up its own virtual environment first. README.md has the same without make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501

.PHONY: app test lint build check bench clean

app: $(VENV)/.runs
	$(BIN)/python -m streamlit run app.py --server.port $(PORT)

test: $(VENV)/.tests
	$(BIN)/python -m pytest

lint: $(VENV)/.tests
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m ruff check .
	$(BIN)/python -m mypy

build: $(VENV)/.runs
	$(BIN)/python -m geo build

check: $(VENV)/.runs
	$(BIN)/python -m geo check

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or later is needed; name one with: make app PYTHON=python3.12"; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runs: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.tests: requirements.txt requirements-dev.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(VENV)/.runs

bench: $(VENV)/.tests
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-bench.txt
	$(BIN)/python -m bench.explorer
	$(BIN)/python -m bench.export

clean:
	rm -rf $(VENV) static/*.json.gz .pytest_cache .mypy_cache .ruff_cache .hypothesis
