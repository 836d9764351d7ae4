#!/bin/sh
# Every test on SQLite, and beside it what touches the database on PostgreSQL too. Chromium and PostgreSQL are used where
# present; with CI=true their absence is a failure, not an omission.
set -eu
PYTHON=${PYTHON:-python3}
missing() {
    if [ "${CI:-}" = true ]; then echo "CI: $1 is missing" >&2; exit 1; fi
    echo "NOT RUN: $1 is missing; its tests are left out" >&2
}
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || missing Chromium
server=$("$PYTHON" tools/postgres.py find) || server=
[ -n "$server" ] || missing PostgreSQL
"$PYTHON" -m coverage erase
unset PYTHONDONTWRITEBYTECODE # some hundred processes are started: what one has compiled, the others read

# Both at once: where the one waits for a browser, a child or the disk, the other works. They share no folder, and what
# PostgreSQL's says is kept until SQLite's has said all.
sqlite=0 postgresql=0
if [ -n "$server" ]; then
    said=$(mktemp)
    HOPLUC_HOME='' "$PYTHON" tools/postgres.py run -- \
        "$PYTHON" -m pytest -q -n 2 --no-loadscope-reorder -p no:cacheprovider tests/web ${PYTEST_ARGS:-} >"$said" 2>&1 &
    beside=$!
    trap 'kill "$beside" 2>/dev/null && wait "$beside" || :; rm -f "$said"' EXIT
    trap 'exit 130' INT TERM
fi
# In the order of their names, the browser's few but long tests first: both cores stay busy to the end.
"$PYTHON" -m pytest -q -n 2 --no-loadscope-reorder ${PYTEST_ARGS:-} || sqlite=$?
if [ -n "$server" ]; then
    wait "$beside" || postgresql=$?
    echo "On PostgreSQL:"
    cat "$said"
fi
[ "$sqlite" -eq 0 ] && [ "$postgresql" -eq 0 ]
