#!/usr/bin/env python3
"""Gives the Portuguese corpus its words back as they were printed, and the rules that we follow.

  restore_bosque.py CORPUS.jsonl.gz OUT.jsonl.gz

The treebank writes contractions as two words ("Rio Grande de o Sul", "em a Câmara"), which no article
does. It also takes the party and the state of a member of parliament as one organization ("PT-SP"), a
council and its town as two names ("Câmara Municipal" "de" "Aveiro"), and annotates what has no name: the
government, and what a minister is minister of.
"""
import gzip
import json
import re
import sys

ARTICLES = ("o", "a", "os", "as")
JOINED = {f"{preposition} {rest}": joined + rest
          for preposition, joined, words in (
              ("de", "d", ARTICLES + ("ele", "ela", "eles", "elas", "este", "esta", "estes", "estas", "esse", "essa",
                                      "esses", "essas", "aquele", "aquela", "aqueles", "aquelas", "isto", "isso",
                                      "aquilo", "aqui", "ali")),
              ("em", "n", ARTICLES + ("ele", "ela", "eles", "elas", "este", "esta", "estes", "estas", "esse", "essa",
                                      "esses", "essas", "aquele", "aquela", "aqueles", "aquelas", "isto", "isso",
                                      "aquilo")),
              ("por", "pel", ARTICLES))
          for rest in words}
JOINED |= {"a o": "ao", "a os": "aos", "a a": "à", "a as": "às", "a aquele": "àquele", "a aquela": "àquela",
           "a aqueles": "àqueles", "a aquelas": "àquelas"}
CONTRACTED = re.compile(r"\b([Dd]e|[Ee]m|[Pp]or|[Aa]) ([a-z]+)\b")
STATES = "AC|AL|AP|AM|BA|CE|DF|ES|GO|MA|MT|MS|MG|PA|PB|PR|PE|PI|RJ|RN|RS|RO|RR|SC|SP|SE|TO"
PARTY_AND_STATE = re.compile(rf"(\w+)-(?:{STATES})")
NO_NAMES = {"Governo", "governo", "Estado", "Executivo"}
MINISTER = re.compile(r"\b(?:[Mm]inistr[oa]s?|[Ss]ecretári[oa]s?|[Pp]asta)(?: [a-z]+)? d[aeo]s? $")
BODY = re.compile(r"(?:Câmara|Prefeitura|Junta|Assembleia|Polícia|Guarda|Conselho|Comissão|Comité|Departamento|Direcção|"
                  r"Divisão|Secretaria|Superintendência|Instituto|Faculdade|Associação|Sindicato|Banco|Centro|"
                  r"Orquestra|Ballet|Arquidiocese|Pinacoteca|Agência)\b")


def rejoined(text, entities):
    """The text with its contractions, and the entities where they then stand."""
    begins = {entity["start"] for entity in entities}
    out, at, shifts = [], 0, []  # shifts: offset in the old text from which on so much is missing
    missing = 0
    for match in CONTRACTED.finditer(text):
        joined = JOINED.get(match[0].lower())
        if joined is None or match.start(2) in begins:
            continue
        if match[0][0].isupper():
            joined = joined[0].upper() + joined[1:]
        out += text[at:match.start()], joined
        at = match.end()
        missing += len(match[0]) - len(joined)
        shifts.append((at, missing))
    out.append(text[at:])

    def moved(offset):
        return offset - max((gone for begin, gone in shifts if begin <= offset), default=0)

    return "".join(out), [dict(entity, start=moved(entity["start"]), end=moved(entity["end"]))
                          for entity in entities]


def joined_bodies(text, entities):
    """A council, a police and the like and the town or the trade that they are of: one name."""
    out = []
    for entity in sorted(entities, key=lambda entity: entity["start"]):
        last = out[-1] if out else None
        if (last and last["kind"] == "organization" and entity["kind"] != "person"
                and BODY.match(text, last["start"])
                and re.fullmatch(r" d[aeo]s? ", text[last["end"]:entity["start"]])):
            out[-1] = dict(last, end=entity["end"])
        else:
            out.append(entity)
    return out


def by_our_rules(text, entities):
    for entity in joined_bodies(text, entities):
        name = text[entity["start"]:entity["end"]]
        of_minister = entity["kind"] == "organization" and MINISTER.search(text[:entity["start"]])
        if name in NO_NAMES or of_minister:
            continue
        pair = PARTY_AND_STATE.fullmatch(name)
        if pair is None:
            yield entity
            continue
        end = entity["start"] + len(pair[1])
        yield dict(entity, end=end)
        yield dict(entity, start=end + 1, kind="place")


def main(argv):
    with gzip.open(argv[1], "rt", encoding="utf-8") as lines, gzip.GzipFile(argv[2], "wb", mtime=0) as out:
        for line in lines:
            document = json.loads(line)
            text, entities = rejoined(document["text"], document["entities"])
            document.update(text=text, entities=list(by_our_rules(text, entities)))
            out.write((json.dumps(document, ensure_ascii=False) + "\n").encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
