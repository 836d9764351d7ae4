#!/bin/sh
# Every test: on SQLite, then what touches the database again on PostgreSQL. Chromium and PostgreSQL are used where
# present; with CI=true their absence is a failure, not an omission.
set -eu
PYTHON=${PYTHON:-python3}
missing() {
    if [ "${CI:-}" = true ]; then echo "CI: $1 is missing" >&2; exit 1; fi
    echo "NOT RUN: $1 is missing; its tests are left out" >&2
}
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || missing Chromium
"$PYTHON" -m coverage erase
unset PYTHONDONTWRITEBYTECODE # some hundred processes are started: what one has compiled, the others read
# In the order of their names, the browser's few but long tests first: both cores stay busy to the end.
"$PYTHON" -m pytest -q -n 2 --no-loadscope-reorder ${PYTEST_ARGS:-}
server=$("$PYTHON" tools/postgres.py find) || server=
if [ -n "$server" ]; then
    "$PYTHON" tools/postgres.py run -- "$PYTHON" -m pytest -q -n 2 --no-loadscope-reorder tests/web ${PYTEST_ARGS:-}
else
    missing PostgreSQL
fi
