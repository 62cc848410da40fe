#!/bin/sh
# Rebuilds every shipped model and the lists of names, byte for byte:
#
#   core/train/train.sh [LANG...]
#
# Reads ../shared/data and our own data (core/train/own, core/train/lists), writes core/data.
set -eu
cd "$(dirname "$0")/../.."
data=${MANICULE_DATA:-../shared/data}
build=${MANICULE_BUILD:-build/release}

[ -f "$build/build.ninja" ] || cmake --preset release
cmake --build "$build" --target build_names build_classes train_entities

mkdir -p core/data/all
python3 core/train/gather_names.py "$data/names" core/train/lists | "$build/build_names" core/data/all/names.bin

# Corpora are read as they came, but for one.
corpus_file() {
  case $1 in
    uner-bosque-pt.jsonl.gz*) echo "$build/$1" ;;
    *) echo "$data/ner/$1" ;;
  esac
}
python3 core/train/restore_bosque.py "$data/ner/uner-bosque-pt.jsonl.gz" "$build/uner-bosque-pt.jsonl.gz"

# The classes of the words of a language, from the text of its corpora and its raw text.
classes() {
  language=$1
  set --
  for text in "$data/raw/$language.txt.gz" core/train/own/"$language"/*.txt; do
    case $text in */templates.txt) continue ;; esac
    [ ! -f "$text" ] || set -- "$@" "$text"
  done
  for corpus in $(corpora "$language"); do
    case $corpus in *-"$language".jsonl.gz:*) set -- "$@" "$(corpus_file "${corpus%%:*}")" ;; esac
  done
  "$build/build_classes" --lang "$language" --out "$build/$language.classes" "$@"
}

# The corpora of a language: file, weight, annotated kinds (corpus.h), one a line.
corpora() {
  sed -n "s/^$1[ 	]*//p" core/train/corpora.txt
}

train() {
  language=$1
  set --
  for own in core/train/own/*/*.txt; do
    case $own in
      */templates.txt) continue ;;
      */"$language"/*) weight=1.5 ;;
      *) weight=0.5 ;;  # what names look like carries over between languages
    esac
    set -- "$@" "$own:$weight:polqew"
  done
  for corpus in $(corpora "$language"); do
    set -- "$@" "$(corpus_file "$corpus")"
  done
  mkdir -p "core/data/$language"
  classes "$language"
  "$build/train_entities" --lang "$language" --names core/data/all/names.bin \
    --classes "$build/$language.classes" --ship --out "core/data/$language/entities.model" "$@"
}

for language in ${*:-fr en de es it pt nl}; do
  echo "== $language"
  train "$language"
done
# The models are embedded: build again.
cmake --build "$build"
