#!/usr/bin/env python3
"""Writes the lists of names for build_names, one "number<TAB>name" a line.

  gather_names.py NAMES_DIR OWN_LISTS_DIR

NAMES_DIR is ../shared/data/names, OWN_LISTS_DIR core/train/lists. The numbers are those of NameList
(entities/gazetteer.h).
"""
import csv, os, sys

LISTS = ["given-male", "given-female", "family", "city", "place", "person", "organization", "product", "event", "work",
         "person-trigger", "organization-trigger", "place-trigger", "event-trigger", "work-trigger", "no-name"]
WORDS = {"titles": "person-trigger", "org_heads": "organization-trigger", "company_forms": "organization-trigger",
         "place_heads": "place-trigger", "event_heads": "event-trigger", "work_heads": "work-trigger",
         "demonyms": "no-name"}
LEAST_GIVEN, LEAST_FAMILY = 300, 900  # bearers of a name in France


def merged(groups):
    """Groups whose first names are the same become one."""
    by_name = {}
    for names in groups:
        by_name.setdefault(names[0], []).extend(n for n in names if n not in by_name.get(names[0], []))
    return by_name.values()


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
        put("place", row["country"])
        if row["subcountry"]:
            put("city", row["subcountry"])
    groups = []
    for folder, _, files in sorted(os.walk(own)):
        for file in sorted(files):
            name = file.split(".")[0]
            for line in open(os.path.join(folder, file), encoding="utf8"):
                fields = [field.strip() for field in line.rstrip("\n").split("\t")]
                if not fields[0] or line[0] == "#":
                    continue
                if name in WORDS:
                    put(WORDS[name], fields[0])
                elif name == "family":
                    put("family", fields[0])
                elif name == "given":
                    put("given-female" if fields[1:2] == ["f"] else "given-male", fields[0])
                elif len(fields) > 1 and fields[1] in LISTS:
                    names = [fields[0]] + [a.strip() for a in (fields[2].split("|") if len(fields) > 2 else []) if a.strip()]
                    for alias in names:
                        put(fields[1], alias)
                    if len(names) > 1:
                        groups.append(names)
    for names in merged(groups):
        out.write("=" + "\t".join(names) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
