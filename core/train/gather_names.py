#!/usr/bin/env python3
"""Writes the lists of names for build_names, one "number<TAB>name" a line.

  gather_names.py NAMES_DIR OWN_LISTS_DIR

NAMES_DIR is ../shared/data/names, OWN_LISTS_DIR core/train/lists. The numbers are those of NameList
(entities/gazetteer.h).
"""
import csv, os, sys

LISTS = ["given-male", "given-female", "family", "city", "country", "region", "person", "organization", "place",
         "product", "event", "work", "person-trigger", "organization-trigger", "place-trigger", "no-name"]
LEAST_GIVEN, LEAST_FAMILY = 300, 900  # bearers of a name in France


def main(argv):
    names, own = argv[1:3]
    out = sys.stdout
    put = lambda kind, name: out.write(f"{LISTS.index(kind)}\t{name}\n")
    for line in open(os.path.join(names, "given-fr.tsv"), encoding="utf8"):
        if line[0] == "#":
            continue
        name, count, women = line.rstrip("\n").split("\t")
        count, women = int(count), int(women)
        if count >= LEAST_GIVEN and len(name) > 1:
            if women < 0.9 * count:
                put("given-male", name)
            if women > 0.1 * count:
                put("given-female", name)
    for line in open(os.path.join(names, "family-fr.tsv"), encoding="utf8"):
        if line[0] == "#":
            continue
        name, count = line.rstrip("\n").split("\t")[:2]
        if int(count) >= LEAST_FAMILY and len(name) > 1:
            put("family", name)
    for row in csv.DictReader(open(os.path.join(names, "cities.csv"), encoding="utf8")):
        put("city", row["name"])
        put("country", row["country"])
        if row["subcountry"]:
            put("region", row["subcountry"])
    for folder, _, files in sorted(os.walk(own)):
        for file in sorted(files):
            if not file.endswith(".tsv"):
                continue
            for line in open(os.path.join(folder, file), encoding="utf8"):
                fields = line.rstrip("\n").split("\t")
                if line[0] == "#" or len(fields) < 2 or fields[0] not in LISTS:
                    continue
                for name in fields[1:]:
                    if name.strip():
                        put(fields[0], name.strip())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
