# make site · make serve · make test · make check · make bench: each sets itself up.
PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := site
.PHONY: site serve test check bench lock clean

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "readouts needs Python 3.11 or newer")'
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	touch $@

site: .venv/ready
	$(BIN)/readouts schema
	$(BIN)/readouts build

serve: .venv/ready
	$(BIN)/readouts serve

# In their own order the files of one folder follow each other, and share what they need.
test: .venv/ready
	$(BIN)/python -m tests.browser.chromium
	$(BIN)/python -m tests.node
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

check: .venv/ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/readouts format --check
	$(BIN)/readouts check --strict

bench: .venv/ready
	$(BIN)/python -m tests.bench.build

# Needs uv. Pins every dependency for every platform, with hashes and without an index address.
lock:
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-header --no-annotate -o requirements.lock

clean:
	rm -rf .venv .readouts site
