#!/bin/sh
# Resolves requirements/*.txt from pyproject.toml: pinned, with hashes, naming no host.
set -eu
compile() {
    uv pip compile --generate-hashes --no-emit-index-url --universal --python-version 3.11 --no-header --quiet \
        pyproject.toml requirements/build.in "$@"
}
compile -o requirements/runtime.txt
compile --extra test -o requirements/test.txt
compile --extra bench -o requirements/bench.txt
