#!/usr/bin/env bash
# build.sh: builds the page, web/dist, with everything it needs. What is already built stays.
set -euo pipefail
cd "$(dirname "$0")"
source path.sh

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

./setup.sh
cd ..
if [ ! -f build/wasm/manicule.wasm ]; then
  echo "building the annotator (the first time with ICU: a few minutes)"
fi
quietly cmake --preset wasm
quietly cmake --build --preset wasm
cd web
quietly npm run build
