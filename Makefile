# `make train`, `make check` and `make test` each set up all that they need, on a machine that has Python 3.10 to 3.12
# and make.

VENV ?= .venv
BIN = $(VENV)/bin
PYTHON ?= $(shell for python in python3.11 python3.12 python3.10 python3; do \
	$$python -c 'import sys; sys.exit(not (3, 10) <= sys.version_info < (3, 13))' 2>/dev/null && echo $$python && break; done)

# As far as two cores get in two minutes, in a run of its own: growth alone, half the batch, twice the learning rate
# and an early fall of it. `python -m training.growing` does the published 8000 iterations and makes a lizard that
# lasts and heals.
TRAIN ?= --experiment growing --iterations 580 --learning-rate 0.004 --learning-rate-drop 400 --batch-size 4 \
	--padding 12 --min-steps 84 --max-steps 100 --out runs/first-lizard
# What is installed for the tests, of setup.cfg's extras.
EXTRA ?= test
PYTEST ?=
# Processes that run tests side by side, a file at a time, each with up to 2 GB of memory: as many as cores, from 2 to 4;
# 0 for none but pytest's own.
WORKERS ?= $(shell n=$$(nproc 2>/dev/null || sysctl -n hw.ncpu 2>/dev/null || echo 2); echo $$((n < 2 ? 2 : n > 4 ? 4 : n)))
CORE = not browser and not export and not slow and not whole
RUN_TESTS = $(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder

.PHONY: train check test notebooks coverage lint newest demo drill

train: $(VENV)/.installed
	$(BIN)/python -m training.growing $(TRAIN)

check: $(VENV)/.installed-test lint
	$(RUN_TESTS) -q -m '$(CORE)' $(PYTEST)

test: $(VENV)/.installed-test lint
	.ci/install_chromium
	$(RUN_TESTS) -m 'not whole' $(PYTEST)

# Every notebook at its full length.
notebooks: $(VENV)/.installed-test
	$(BIN)/python -m pytest tests/test_notebooks.py -m whole $(PYTEST)

# Lines of the shared code and the families that the core tests run; what they start as processes is not counted.
coverage: $(VENV)/.installed-test
	$(BIN)/pip install --disable-pip-version-check --quiet pytest-cov
	$(RUN_TESTS) -q -m '$(CORE)' --cov=nca_tf --cov=training --cov=export --cov-report=term:skip-covered $(PYTEST)

# The newest TensorFlow that setup.cfg allows, in an environment of its own: the export extra keeps it at 2.19.
newest:
	$(MAKE) VENV=.venv-newest EXTRA=check check

lint: $(VENV)/.installed-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check

drill: $(VENV)/.installed-test
	$(BIN)/python tests/drill.py

demo: $(VENV)/.installed
	$(BIN)/python -m export.serve

$(VENV)/.installed: setup.cfg pyproject.toml | $(BIN)/pip
	$(BIN)/pip install --disable-pip-version-check --quiet --no-compile --editable .
	touch $@

$(VENV)/.installed-test: setup.cfg pyproject.toml | $(BIN)/pip
	$(BIN)/pip install --disable-pip-version-check --quiet --no-compile --editable '.[$(EXTRA)]'
	touch $@ $(VENV)/.installed

$(BIN)/pip:
	@test -n "$(PYTHON)" || { echo "error: no Python 3.10, 3.11 or 3.12 found; install one or say make PYTHON=..."; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || .ci/apt_install python3-venv || \
		{ echo "error: $(PYTHON) can't make virtual environments; on Debian: apt-get install python3-venv"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --upgrade pip
