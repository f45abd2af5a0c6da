# Every target sets up the virtual environment it needs; PYTHON names the interpreter to make it with.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
# The parser's linear algebra is faster, and repeatable, on one thread a process.
export OMP_NUM_THREADS := 1

.PHONY: install test lint types gate bench docs check clean

install: $(READY)

$(READY): pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $(READY)

test: install  ## the test suite, a process a core
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

lint: install  ## style and formatting
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: install  ## strict type check
	$(BIN)/mypy

gate: install  ## measured quality against its floors
	$(BIN)/python -m evaluation.gate

bench: install  ## speed, start-up and memory, as ratios
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.grounding
	$(BIN)/python -m benchmarks.gazetteer
	$(BIN)/python -m benchmarks.startup
	$(BIN)/python -m benchmarks.memory
	$(BIN)/python -m benchmarks.casebook
	$(BIN)/python -m benchmarks.desk

docs: install  ## write what the program prints into README and usage
	$(BIN)/python -m docs.printed

check: lint types test gate  ## all that a change must pass

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
