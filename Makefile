# Two commands: `make app` opens the explorer, `make test` passes the tests.
# Each sets up its own virtual environment first. README.md has the same without make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501

.PHONY: app test lint view coverage build check doctor fuzz bench constraints clean

app: $(VENV)/.runs
	$(BIN)/python -m streamlit run app.py --server.port $(PORT)

# On all cores, four at most (each worker may drive a browser); the tests of a file stay together.
test: $(VENV)/.tests
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile

lint: $(VENV)/.tests web/node_modules/.package-lock.json
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m ruff check .
	$(BIN)/python -m mypy
	cd web && PATH="$(abspath $(BIN)):$$PATH" npm run --silent check

# The bundles of the view, for who changes it; Node and npm come from PyPI.
view: web/node_modules/.package-lock.json
	cd web && PATH="$(abspath $(BIN)):$$PATH" npm run --silent format
	cd web && PATH="$(abspath $(BIN)):$$PATH" npm run --silent build

web/node_modules/.package-lock.json: web/package-lock.json $(VENV)/.tests
	cd web && PATH="$(abspath $(BIN)):$$PATH" npm ci --silent
	@touch $@

# Which lines and branches the tests ran, the processes they start included.
coverage: $(VENV)/.tests
	$(BIN)/python -m coverage erase
	$(BIN)/python -m coverage run -m pytest
	$(BIN)/python -m coverage combine --quiet
	$(BIN)/python -m coverage report

build: $(VENV)/.runs
	$(BIN)/python -m geo build

check: $(VENV)/.runs
	$(BIN)/python -m geo check

# What a bug report needs to know of this machine.
doctor: | $(BIN)/python
	$(BIN)/python -m geo doctor

# Hostile files, kills and full disks, for longer than the tests try them; docs/reliability.md.
fuzz: $(VENV)/.tests
	$(BIN)/python -m tests.fuzz

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or later is needed; name one with: make app PYTHON=python3.12"; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runs: requirements.txt constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.tests: requirements.txt requirements-dev.txt constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(VENV)/.runs

bench: $(VENV)/.tests
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-bench.txt
	$(BIN)/python -m bench.explorer
	$(BIN)/python -m bench.export
	$(BIN)/python -m bench.reading

# Writes constraints.txt anew after a change of requirements*.txt, for every system and Python from
# 3.11 on. It keeps the versions it holds; delete the file first for the newest of all.
constraints: | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check $$(grep '^uv==' requirements-dev.txt)
	grep -hE '^[A-Za-z]' requirements*.txt | UV_CUSTOM_COMPILE_COMMAND="make constraints" \
		$(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 \
		--no-annotate -o constraints.txt -

clean:
	rm -rf $(VENV) web/node_modules static/*.json.gz .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage .coverage.*
