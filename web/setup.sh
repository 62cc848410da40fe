#!/usr/bin/env bash
# setup.sh [tests]: makes sure that everything that builds the page is there; with `tests`, also what
# the tests need. Debian and Ubuntu get missing packages installed (as root or with sudo); elsewhere
# one line says what is missing. Takes a second when everything is there.
set -eo pipefail  # not -u: to the bash of macOS an empty list is unbound
cd "$(dirname "$0")"
source path.sh

missing=()
needed=()
# need PACKAGE COMMAND|HEADER...: the package unless any of these is there.
need() {
  local package=$1 thing preprocess
  shift
  preprocess="$(command -v clang++ || echo c++) -std=c++20 -x c++ -E -I/opt/homebrew/include -"
  for thing; do
    case $thing in
      *.h | *.hpp) echo "#include <$thing>" | $preprocess && return ;;
      *) command -v "$thing" && return ;;
    esac >/dev/null 2>&1
  done
  missing+=("$package")
}

look() {
  missing=()
  need g++ c++
  need cmake cmake
  need ninja-build ninja
  need emscripten em++
  need nodejs node
  need npm npm
  need libicu-dev unicode/uchar.h
  need nlohmann-json3-dev nlohmann/json.hpp
  [ "$1" = tests ] || return 0
  need ccache ccache
  need clang clang++
  need libclang-rt-dev fuzzer/FuzzedDataProvider.h
  need clang-format clang-format
  need catch2 catch2/catch_test_macros.hpp catch2/catch.hpp
  need libbenchmark-dev benchmark/benchmark.h
  need chromium chromium google-chrome chromium-browser
  need firefox-esr firefox-esr firefox
}

# install PACKAGE...: those that the distribution has.
install() {
  local as_root=() package known=()
  [ "$(id -u)" = 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update
  for package; do
    if apt-cache policy "$package" | grep -q 'Candidate: [^(]'; then known+=("$package"); fi
  done
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends "${known[@]}"
}

look "${1:-page}"
if [ ${#missing[@]} -gt 0 ] && command -v apt-get >/dev/null; then
  echo "installing ${missing[*]}"
  log=$(mktemp)
  install "${missing[@]}" >"$log" 2>&1 </dev/null || tail -n 5 "$log" >&2
  rm -f "$log"
  look "${1:-page}"
fi
for package in "${missing[@]}"; do
  case $package in
    chromium | firefox-esr) echo "missing: $package; the page is not tested in it" >&2 ;;
    *) needed+=("$package") ;;
  esac
done
if [ ${#needed[@]} -gt 0 ]; then
  echo "missing: ${needed[*]} (the names are Debian's; for Emscripten see emscripten.org)" >&2
  exit 1
fi

# at_least VERSION MINIMUM
at_least() {
  [ "$(printf '%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}
cmake=$(cmake --version | sed -n 's/^cmake version //p')
emscripten=$(em++ --version | sed -n '1s/.* \([0-9][0-9.]*\).*/\1/p')
at_least "$cmake" 3.23 || { echo "missing: CMake 3.23 or later, here is $cmake" >&2 && exit 1; }
at_least "$emscripten" 3.1.6 ||
  { echo "missing: Emscripten 3.1.6 or later, here is $emscripten" >&2 && exit 1; }

# Debian 12 and Ubuntu 24.04 have a Node that is too old for the page's tools; npm has newer ones.
npm() { command npm "$@" --no-audit --no-fund --loglevel=error; }
if ! at_least "$(node --version | tr -d v)" 20.19; then
  npm install --prefix "$node_cache" npm@10 "node-$(node -p 'process.platform + "-" + process.arch')@22"
  hash -r
fi

# What npm brings for the page, as package-lock.json says.
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then npm ci; fi
