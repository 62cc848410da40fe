#!/usr/bin/env bash
# serve.sh [PORT]: builds the page with everything it needs and serves it on localhost. What is
# already built stays, so that a second start takes seconds.
set -euo pipefail
cd "$(dirname "$0")/.."

# quietly COMMAND...: its output only when it fails.
quietly() {
  local log
  log=$(mktemp)
  "$@" >"$log" 2>&1 </dev/null || {
    cat "$log" >&2
    rm -f "$log"
    exit 1
  }
  rm -f "$log"
}

web/setup.sh
echo "building the annotator (the first time with ICU: a few minutes)"
quietly cmake --preset wasm
quietly cmake --build --preset wasm
echo "building the page"
cd web
quietly npm run build
exec npx vite preview --host localhost --port "${1:-8080}"
