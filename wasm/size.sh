#!/bin/sh
# size.sh BUDGET_KB FOLDER: prints what manicule.mjs and manicule.wasm in FOLDER weigh, raw and gzipped,
# and how much of it is data (lexicons and rules) rather than code; fails when the code weighs more
# than the budget, gzipped.
set -eu
data=$(dirname "$0")/../core/data
gzipped() { gzip -9c | wc -c; }
for name in manicule.mjs manicule.wasm; do
  printf '%-13s %8d bytes, %7d gzipped\n' $name "$(wc -c <"$2/$name")" "$(gzipped <"$2/$name")"
done
both=$(($(gzipped <"$2/manicule.mjs") + $(gzipped <"$2/manicule.wasm")))
lexicons=$(find "$data" -type f ! -name '*.model' ! -name '*.bin' -exec cat {} + | gzipped)
code=$((both - lexicons))
printf 'both %d gzipped, data %d, code %d, budget of the code %d kB\n' \
  $both "$lexicons" $code "$1"
[ $code -le $(($1 * 1000)) ] || {
  echo "the code is over its budget" >&2
  exit 1
}
