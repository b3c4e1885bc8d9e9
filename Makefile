# SPDX-License-Identifier: EUPL-1.2
# `make demo` and `make test` do all set-up themselves, on a Debian 12 with git, make and a package mirror.

.PHONY: demo test setup build sanitize format check-format templates samples clean

JOBS ?= $(shell nproc)

demo: build
	rm -rf build/demo
	build/release/bin/scanstraat run samples/scans --out build/demo
	build/release/bin/scanstraat evaluate --truth samples --records build/demo \
	  --require fields-right=0.95,boxes-accepted-wrong=0
	@echo "report: build/demo/report.html"

test: setup
	cmake --preset dev
	cmake --build --preset dev -j $(JOBS)
	ctest --preset dev -j $(JOBS)

build: setup
	cmake --preset release -DBUILD_TESTING=OFF
	cmake --build --preset release -j $(JOBS)

setup:
	tools/setup.sh

# The tests under the address and undefined-behaviour sanitizer, then under the thread sanitizer.
sanitize: setup
	for preset in asan tsan; do \
	  cmake --preset $$preset && cmake --build --preset $$preset -j $(JOBS) && \
	  ctest --preset $$preset -j $(JOBS) || exit 1; \
	done

format:
	git ls-files '*.cpp' '*.h' | xargs clang-format -i

check-format:
	git ls-files '*.cpp' '*.h' | xargs clang-format --dry-run -Werror

clean:
	rm -rf build
