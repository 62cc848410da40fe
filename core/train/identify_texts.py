#!/usr/bin/env python3
"""Prepares the texts that train_identify learns from.

  identify_texts.py DATA OUT

DATA holds ner/*.jsonl.gz and raw/*.txt.gz; OUT gets one file a language, one text a line, and und.txt from
other_languages.txt. Portuguese is written as it is printed ("do", not "de o"), a tenth of the lines without accents.
"""
import gzip, json, os, random, re, sys, unicodedata

NER = {"fr": ["annotated-fr", "winer-fr"], "en": ["annotated-en", "uner-ewt-en", "wikigold-en", "crossner-en"],
       "de": ["annotated-de", "germeval-de"], "es": ["annotated-es"], "it": ["annotated-it"], "nl": ["annotated-nl"],
       "pt": ["uner-bosque-pt"]}
RAW = {"fr": ("fr-novels", 6000), "de": ("de", 8000), "es": ("es", 8000), "it": ("it", 12000), "nl": ("nl", 8000)}
ENGLISH = {"the", "and", "of", "was", "that", "from"}
CONTRACTIONS = [(rf"\b{p} {a}\b", short + a) for p, short in (("de", "d"), ("em", "n"), ("por", "pel"))
                for a in ("os", "as", "o", "a")]
CONTRACTIONS += [(r"\ba (os?)\b", r"a\1"), (r"\b(d)e (est[ae]|ess[ae]|isto|isso|el[ea]s?)\b", r"\1\2"),
                 (r"\bem (est[ae]|ess[ae]|uma?)\b", r"n\1")]


def contracted(text):
    for pattern, short in CONTRACTIONS:
        text = re.sub(pattern, short, text)
    return text


def without_accents(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def texts(data, lang):
    for name in NER[lang]:
        for line in gzip.open(f"{data}/ner/{name}.jsonl.gz", "rt"):
            yield from json.loads(line)["text"].split("\n")
    if lang in RAW:
        name, count = RAW[lang]
        lines = [line.strip() for line in gzip.open(f"{data}/raw/{name}.txt.gz", "rt")]
        random.shuffle(lines)
        yield from lines[:count]


def others():
    for line in open(os.path.join(os.path.dirname(__file__), "other_languages.txt")):
        if not line.startswith("#"):
            text = line.rstrip("\n").split("\t")[1]
            yield from re.split(r"(?<=[.?]) ", text)
            yield from [text] * 2


def main(data, out):
    random.seed(3)
    for lang in NER:
        kept = []
        for text in texts(data, lang):
            words = text.lower().split()
            if len(words) < 4 or lang != "en" and sum(w in ENGLISH for w in words) > 1:
                continue
            kept.append(contracted(text) if lang == "pt" else text)
            if random.random() < 0.12:
                kept.append(without_accents(kept[-1]))
        open(f"{out}/{lang}.txt", "w").write("\n".join(kept) + "\n")
    open(f"{out}/und.txt", "w").write("\n".join(others()) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
