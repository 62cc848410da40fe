#!/bin/sh
# Prints the 'source' folder of ICU. Taken from MANICULE_ICU_SOURCE when that is set, else from the
# distribution's source package in the version of the native library, fetched once into the cache.
set -eu

if [ -n "${MANICULE_ICU_SOURCE:-}" ]; then
  if [ ! -f "$MANICULE_ICU_SOURCE/common/unicode/uvernum.h" ]; then
    echo "MANICULE_ICU_SOURCE: no common/unicode/uvernum.h in $MANICULE_ICU_SOURCE" >&2
    exit 1
  fi
  echo "$MANICULE_ICU_SOURCE"
  exit
fi

version=$(dpkg-query -W -f '${source:Upstream-Version}' libicu-dev 2>/dev/null) || {
  echo "ICU's source is missing: unpack icu4c-*-src.tgz (github.com/unicode-org/icu/releases)" \
    "and set MANICULE_ICU_SOURCE to its 'source' folder" >&2
  exit 1
}
cache=${XDG_CACHE_HOME:-$HOME/.cache}/manicule
kept=$cache/icu-$version-source
if [ ! -d "$kept" ]; then
  mkdir -p "$cache"
  work=$(mktemp -d "$cache/fetch.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  # The machine's own package sources, asked for source packages, beside its real lists.
  mkdir -p "$work/parts" "$work/lists/partial" "$work/cache/archives/partial"
  for list in /etc/apt/sources.list /etc/apt/sources.list.d/*; do
    case $list in
      *.list) [ ! -f "$list" ] || sed 's/^deb[[:space:]]/deb-src /' "$list" ;;
      *.sources) sed 's/^Types:.*/Types: deb-src/' "$list" ;;
    esac > "$work/parts/$(basename "$list")"
  done
  apt() {
    apt-get -q -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$work/parts" \
      -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work/cache" \
      -o APT::Sandbox::User=root "$@"
  }
  # A list without sources (a third party's) may fail here; the download tells whether it mattered.
  (cd "$work" && { apt update || true; } && apt source --download-only icu) >"$work/log" 2>&1 &&
    tar -xf "$work/icu_$version.orig.tar".?z -C "$work" icu/source/common icu/source/stubdata >>"$work/log" 2>&1 || {
    cat "$work/log" >&2
    echo "could not fetch the source package of ICU $version" >&2
    exit 1
  }
  mv -T "$work/icu/source" "$kept" 2>/dev/null || [ -d "$kept" ]  # another build may have been first
fi
echo "$kept"
