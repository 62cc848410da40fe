#!/usr/bin/env python3
"""Checks the annotated training text and the name lists.

  check_own.py [FOLDER]

FOLDER is core/train (the folder of this script unless told). Every fault is printed as file:line: what;
the exit status is 1 if there was one. At the end come the number of names by language and kind.

Texts (own/<lang>/*.txt): paragraphs parted by blank lines, articles parted by a line "---", names in
<e t="kind">…</e>, no other mark-up, no nesting, no outer white space, only &amp; &lt; &gt; as entities.
Templates (own/<lang>/templates.txt): one a line, "#" begins a comment line; slots are checked by filling them.
Lists (lists/<lang>/*.tsv): name, kind, aliases joined by "|", definite article; given.tsv: name, m or f.
"""
import collections
import pathlib
import re
import sys

KINDS = {"person", "organization", "place", "product", "event", "work"}
MARK = re.compile(r'<e t="([a-z]+)">([^<>]*)</e>')
PLAIN_LISTS = {"given.tsv", "family.tsv"}


def faults_of_line(line):
    """Yields what is wrong with one line of annotated text."""
    for kind, name in MARK.findall(line):
        if kind not in KINDS:
            yield f"unknown kind {kind!r}"
        if not name or name != name.strip():
            yield f"empty name or outer white space: {name!r}"
        if name[:1] in "«»“”\"„" or name[-1:] in "«»“”\",;:":
            yield f"outer punctuation: {name!r}"
        if "  " in name or "|" in name:
            yield f"odd character inside: {name!r}"
    rest = MARK.sub("", line)
    if "<" in rest or ">" in rest:
        yield "mark-up that is not a well-formed name"
    if re.search(r"&(?!amp;|lt;|gt;)", line):
        yield "bare ampersand"
    if re.search(r"</e><e ", line):
        yield "two names that touch"


def check_texts(root, tally):
    for path in sorted(root.glob("own/*/*.txt")):
        language = path.parent.name
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if path.name == "templates.txt" and line.startswith("#"):
                continue
            if line != line.strip():
                yield path, number, "outer white space"
            for fault in faults_of_line(line):
                yield path, number, fault
            for kind, _ in MARK.findall(line):
                tally[language, kind] += 1


def check_lists(root):
    for path in sorted(root.glob("lists/*/*.tsv")):
        seen = set()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            cells = line.split("\t")
            if any(cell != cell.strip() for cell in cells) or not cells[0]:
                yield path, number, "outer white space or empty name"
            if path.name == "given.tsv" and cells[1:] not in (["m"], ["f"]):
                yield path, number, "gender must be m or f"
            if path.name not in PLAIN_LISTS and (len(cells) < 2 or cells[1] not in KINDS):
                yield path, number, "unknown kind"
            key = tuple(cells[:2])
            if key in seen:
                yield path, number, f"twice: {cells[0]}"
            seen.add(key)


def main(argv):
    root = pathlib.Path(argv[1] if len(argv) > 1 else pathlib.Path(__file__).parent)
    tally, bad = collections.Counter(), 0
    for path, number, fault in (*check_texts(root, tally), *check_lists(root)):
        print(f"{path}:{number}: {fault}")
        bad += 1
    for language in sorted({language for language, _ in tally}):
        counts = {kind: tally[language, kind] for kind in sorted(KINDS)}
        print(language, sum(counts.values()), counts)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
