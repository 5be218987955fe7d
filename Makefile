# Everything a contributor runs. Each target works on a bare clone: it installs what it needs into
# the checkout (.venv, tests/toolchain/node_modules) and nothing outside it.

PYTHON ?= python3
BIN := .venv/bin
NODE := tests/toolchain/node_modules
STAMPS := .cache/stamps
# Two cores are common; more are used where there are more.
JOBS ?= auto

.PHONY: help build test lint types layers stale check contracts tests format docs rule history constraints fuzz fuzz-validators bench clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  %-15s %s\n", $$1, $$2}'

# --- installing -----------------------------------------------------------------------------------

$(STAMPS)/tool: pyproject.toml constraints.txt
	@mkdir -p $(STAMPS)
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(STAMPS)/dev: $(STAMPS)/tool
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable . --group dev
	@touch $@

$(STAMPS)/node: tests/toolchain/package.json tests/toolchain/package-lock.json
	@mkdir -p $(STAMPS)
	cd tests/toolchain && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(STAMPS)/matrix: tests/conformance/pydantic/environments.py $(STAMPS)/tool
	$(BIN)/python $< && touch $@ || true

# --- the main job ---------------------------------------------------------------------------------

build: $(STAMPS)/tool ## Export the models and generate the SDKs
	$(BIN)/modelpact build

# --- what CI runs ---------------------------------------------------------------------------------

test: lint types layers stale check contracts tests ## Everything that must hold, as CI runs it

lint: $(STAMPS)/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	PRE_COMMIT_HOME=.cache/pre-commit $(BIN)/pre-commit run --all-files

types: $(STAMPS)/dev
	$(BIN)/mypy

layers: $(STAMPS)/dev
	$(BIN)/lint-imports --no-logo

stale: $(STAMPS)/dev ## Fail if what is generated is not what the models say
	$(BIN)/modelpact build --check

check: $(STAMPS)/dev ## Hold the contracts against their releases
	$(BIN)/modelpact check

contracts: $(STAMPS)/dev ## Fail if something about the contracts is unwise
	$(BIN)/modelpact lint

tests: $(STAMPS)/dev $(STAMPS)/node $(STAMPS)/matrix
	$(BIN)/coverage erase
	$(BIN)/pytest -q -n $(JOBS) --cov --cov-report=
	@echo "lines and branches covered, in percent:"
	$(BIN)/coverage report --fail-under=90 --format=total

# --- now and then ---------------------------------------------------------------------------------

format: $(STAMPS)/dev ## Format the code and mend what can be mended
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

history: $(STAMPS)/dev ## Make the releases of Lead Ignite again, from the models as they are
	$(BIN)/python schemas/history.py

docs: $(STAMPS)/dev ## Write the pages of docs/ that are made of the tool's own facts
	$(BIN)/python docs/reference.py

constraints: $(STAMPS)/dev ## Write down the versions that are installed now
	$(BIN)/python -m pip freeze --exclude-editable | grep -v '@' | grep -viE '^(pip|setuptools)==' > constraints.txt

rule: $(STAMPS)/dev ## Make a new rule: ID=my-rule, or ID=sdk-my-rule
	$(BIN)/python tests/support/new_rule.py $(ID)

SECONDS ?= 600
fuzz: $(STAMPS)/dev ## Look for wrong answers of the engine, for SECONDS seconds
	$(BIN)/python benchmarks/compat/fuzz.py --seconds $(SECONDS)

fuzz-validators: $(STAMPS)/dev ## Look for disagreements of validators, for SECONDS seconds
	$(BIN)/python benchmarks/validators/fuzz.py --seconds $(SECONDS)

bench: $(STAMPS)/dev ## Measure beside peers
	cd benchmarks/toolchain && npm ci --no-audit --no-fund --loglevel=error
	$(BIN)/python benchmarks/build/run.py
	$(BIN)/python benchmarks/build/typecheck.py
	$(BIN)/python benchmarks/compat/run.py --only pairs
	$(BIN)/python benchmarks/gate/run.py
	$(BIN)/python benchmarks/runtime/run.py
	$(BIN)/python benchmarks/validators/run.py

clean: ## Remove everything that was installed or cached here
	rm -rf .venv .cache .modelpact .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache $(NODE)
