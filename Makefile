PREFIX ?= /usr/local
RUNNER = build/release/runner
WITH_DATABASE = .setup/with-database

# Homebrew keeps these out of the default search path.
ifeq ($(shell uname),Darwin)
export CMAKE_PREFIX_PATH := $(shell brew --prefix)/opt/libpq:$(shell brew --prefix)/opt/openssl@3
export PATH := $(PATH):$(shell brew --prefix)/opt/llvm/bin
endif

.PHONY: help db-init db-migrate db-rollback db-status db-seed db-reset db-stop db-destroy \
	build test test-faults test-slow bench fuzz install format lint clean

help: ## Show this help
	@echo 'make TARGET    (pass options to runner or ctest with ARGS="...")'
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' Makefile

db-init: build ## Start a database, apply the migrations and the seeds
	@$(WITH_DATABASE) sh -ec '$(RUNNER) up; $(RUNNER) seed; $(RUNNER) status'

db-migrate: build ## Apply pending migrations
	@$(WITH_DATABASE) $(RUNNER) up $(ARGS)

db-rollback: build ## Undo the newest migration; ARGS="--steps 2" two, ARGS=--yes does not ask
	@$(WITH_DATABASE) $(RUNNER) down $(ARGS)

db-status: build ## Show which migrations are applied and which are pending
	@$(WITH_DATABASE) $(RUNNER) status $(ARGS)

db-seed: build ## Run new and changed seeds
	@$(WITH_DATABASE) $(RUNNER) seed $(ARGS)

db-reset: build ## Undo everything and apply it again; ARGS=--yes does not ask
	@$(WITH_DATABASE) sh -ec \
	  '$(RUNNER) down --all $(ARGS); $(RUNNER) up; $(RUNNER) seed; $(RUNNER) status'

db-stop: ## Stop the database that db-init started
	@$(WITH_DATABASE) --stop

db-destroy: ## Stop it and delete its data
	@$(WITH_DATABASE) --destroy

build: build/release/built ## Build build/release/runner

test: build/dev/built ## Build with sanitizers; test on a PostgreSQL of its own
	@tests/run_tests $(ARGS)

test-faults: build/dev/built ## All rounds of the fault suite; ARGS=--run_test=faults_locks is one suite
	@tests/run_tests --faults $(ARGS)

test-slow: build/dev/built ## The same tests as on a slow machine: beside busy loops and under nice
	@tests/slow $(ARGS)

bench: build/bench/built ## Measure runner beside psql and others; ARGS="noop status" are cases
	@tests/bench/run $(ARGS)

fuzz: packages-fuzz ## Fuzz the scanner for a minute; ARGS=600 for ten
	@tests/fuzz/run $(ARGS)

install: build ## Install to PREFIX (default /usr/local), under DESTDIR if set
	@DESTDIR="$(DESTDIR)" cmake --install build/release --prefix "$(PREFIX)"

format: packages-lint ## Format the C++ files
	@.setup/lint --format

lint: packages-build packages-lint ## Check the format, the shell scripts and, with clang-tidy, the C++
	@.setup/lint

clean: ## Delete build/
	@rm -rf build

.PHONY: packages-build packages-test packages-lint packages-fuzz
packages-build packages-test packages-lint packages-fuzz: packages-%:
	@.setup/packages $*

# Asked here, so that nothing is said when there is nothing to do. A folder among them is newer when a file was
# added or removed; what changes during a build is newer than "built", which is as old as the build's start.
build/release/built: CMakeLists.txt CMakePresets.json $(shell find runner.cpp lib) | packages-build
build/dev/built build/bench/built: CMakeLists.txt CMakePresets.json $(shell find runner.cpp lib tests) | packages-test
build/release/built: $(if $(wildcard $(RUNNER)),,deleted)
build/release/built build/dev/built build/bench/built: build/%/built:
	@mkdir -p $(@D)
	@touch $@.new
	@.setup/build $*
	@mv $@.new $@

.PHONY: deleted
deleted:
