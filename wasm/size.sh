#!/bin/sh
# size.sh BUDGET_KB FILE...: prints the raw and gzipped size of each file and of all together; fails
# when all together weigh more than the budget, gzipped.
set -eu
budget=$1
shift
raw_sum=0
gzip_sum=0
for file; do
  raw=$(wc -c <"$file")
  gzip=$(gzip -9c "$file" | wc -c)
  raw_sum=$((raw_sum + raw))
  gzip_sum=$((gzip_sum + gzip))
  printf '%-16s %8d bytes, %7d gzipped\n' "$(basename "$file")" "$raw" "$gzip"
done
printf '%-16s %8d bytes, %7d gzipped, budget %d kB\n' together $raw_sum $gzip_sum "$budget"
[ $gzip_sum -le $((budget * 1000)) ] || {
  echo "the module is over its budget" >&2
  exit 1
}
