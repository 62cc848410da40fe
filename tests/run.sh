#!/usr/bin/env bash
# run.sh: sets the machine up, builds everything and runs every test. The last line says
# "N passed, N failed"; the exit status is 0 only without failures. FUZZ_SECONDS (60) is how long
# the fuzzer runs. Everything the runners print is kept in build/test-logs.
set -uo pipefail
cd "$(dirname "$0")/.."
source web/path.sh

export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
logs=build/test-logs
mkdir -p "$logs"
passed=0
failed=0

finish() {
  echo "$passed passed, $failed failed"
  [ "$failed" = 0 ]
  exit
}

# What each kind of runner says at its end, as "PASSED FAILED"; nothing when it did not get there.
count_catch() {
  sed -n -e 's/^All tests passed (.* in \([0-9]*\) test cases*)$/\1 0/p' \
    -e 's/^test cases: .*| *\([0-9]*\) passed | *\([0-9]*\) failed.*/\1 \2/p' \
    -e 's/^test cases: .*| *\([0-9]*\) failed$/0 \1/p' "$1"
}
count_node() {
  awk '/^# pass /{p = $3} /^# fail /{f = $3} END {if (p != "") print p, f}' "$1"
}
count_tap() {
  awk '/^ok /{p++} /^not ok /{f++} END {if (p + f) print p + 0, f + 0}' "$1"
}
count_line() {
  sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$1" | tail -n 1
}
count_status() {
  echo "$([ "$2" = 0 ] && echo 1 0 || echo 0 1)"
}
count_nothing() {
  echo 0 0
}

# step NAME COUNT COMMAND...: runs the command and adds what count_COUNT makes of its output. A
# runner that breaks off, or fails without naming a failure, counts as one failure.
step() {
  local name=$1 count=$2 log=$logs/${1// /-}.log start=$SECONDS status good bad
  shift 2
  "$@" >"$log" 2>&1 </dev/null
  status=$?
  read -r good bad < <("count_$count" "$log" "$status") || { good=0 bad=1; }
  [ "$status" = 0 ] || [ "$bad" -gt 0 ] || bad=1
  [ "$bad" = 0 ] || tail -n 60 "$log"
  grep '^once ' "$log"  # what the browsers passed at their second try only
  printf '%s: %d passed, %d failed (%d s)\n' "$name" "$good" "$bad" $((SECONDS - start))
  passed=$((passed + good))
  failed=$((failed + bad))
  [ "$bad" = 0 ]
}

build() {  # build PRESET [TARGET]
  cmake --preset "$1" -DCMAKE_CXX_COMPILER_LAUNCHER=ccache &&
    cmake --build --preset "$1" ${2:+--target "$2"}
}
format() {
  git ls-files '*.cpp' '*.h' | xargs clang-format --dry-run -Werror
}
fuzz() {
  mkdir -p build/fuzz/corpus
  build/fuzz/fuzz_annotate -max_total_time="${FUZZ_SECONDS:-60}" -max_len=4096 -timeout=20 \
    -artifact_prefix="$logs/" build/fuzz/corpus tests/fuzz/seeds
}
in_web() {
  (cd web && "$@")
}

step "set-up" nothing web/setup.sh tests || finish

case $(clang-format --version) in
  # Versions differ in their taste; this is the one the sources were formatted with.
  *"version 14."*) step "format" status format ;;
  *) echo "format: skipped, clang-format is not version 14" ;;
esac

step "build release" nothing build release && step "unit tests" catch build/release/manicule_tests
step "build sanitize" nothing build sanitize manicule_tests &&
  step "unit tests sanitized" catch build/sanitize/manicule_tests
step "build fuzz" nothing build fuzz fuzz_annotate && step "fuzzing" status fuzz

if step "build wasm" nothing build wasm; then
  step "wasm" node node --test --test-reporter=tap tests/wasm/*.test.mjs
  step "page types" status in_web npm run check
  step "page unit tests" tap in_web npm test -- --reporter=tap-flat
  if step "build page" nothing in_web npm run build; then
    step "page in browsers" line in_web npm run test:browser
    step "lighthouse" line in_web npm run test:lighthouse
  fi
fi

finish
