#!/usr/bin/env python3
"""Fills the sentence templates with names from the lists: annotated training text without end.

  fill_templates.py LANG [--rounds N] [--seed N] > text

Writes own/<LANG>/templates.txt N times over (4 unless told), each time with other names, in the format of
the other texts of own/: one template is one paragraph, and every few paragraphs make one article.

Slots in a template:
  {list}        a name of lists/<LANG>/list.tsv or lists/all/list.tsv, marked with its kind
  {list2}       another name of the same list ({list} again is the same name again)
  {list.short}  its acronym or first alias, or the name itself
  {list+def}    with the definite article in front, outside the mark; {list+de}, {list+in} … with that
                preposition and the article, contracted as the language does ("du", "della", "no")
  {person}      a given name and a family name or a well-known person; {person.last} the family name,
                {person.first} the given name; {personm} and {personf} have a known gender
  {n}           a number, not a name
"""
import argparse
import functools
import html
import pathlib
import random
import re
import sys

ROOT = pathlib.Path(__file__).parent
SLOT = re.compile(r"\{([a-z_]+)(\d?)(?:\.([a-z]+))?(?:\+([a-z]+))?\}")

CONTRACTED = {
    "fr": {"de": {"le": "du", "les": "des"}, "a": {"le": "au", "les": "aux"}},
    "es": {"de": {"el": "del"}, "a": {"el": "al"}},
    "pt": {
        "de": dict(o="do", a="da", os="dos", as_="das"),
        "em": dict(o="no", a="na", os="nos", as_="nas"),
        "a": dict(o="ao", a="à", os="aos", as_="às"),
        "por": dict(o="pelo", a="pela", os="pelos", as_="pelas"),
    },
    "de": {"dat": {"der": "dem", "die": "der", "das": "dem"}, "acc": {"der": "den"}},
}
ITALIAN = {"di": "de", "a": "a", "da": "da", "in": "ne", "su": "su"}
ITALIAN_ENDING = {"il": "l", "lo": "llo", "la": "lla", "l'": "ll'", "l’": "ll’", "i": "i", "gli": "gli", "le": "lle"}
PREPOSITION = {"fr": {"a": "à"}, "de": {"dat": "", "acc": ""}}
PARTICLES = {
    "de": ["von", "von der"], "nl": ["van", "van der", "de", "van den", "ter"], "fr": ["de"], "it": ["De", "Di", "D'"],
    "es": ["de la"], "pt": ["da", "dos", "de"], "en": ["Mc"],
}


@functools.lru_cache(None)
def rows(language, name):
    found = []
    for folder in (language, "all"):
        path = ROOT / "lists" / folder / f"{name}.tsv"
        if path.exists():
            found += [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line]
    if not found:
        raise SystemExit(f"{language}: no list '{name}'")
    return found


def with_article(language, mode, article, name):
    """The words in front of a name: its article, contracted with the preposition that `mode` names."""
    if mode is None:
        return ""
    elided = article.endswith(("'", "’"))
    space = "" if elided or not article else " "
    if mode == "def":
        return article + space
    if language == "it" and mode in ITALIAN:
        if article:
            return ITALIAN[mode] + ITALIAN_ENDING[article] + space
        return mode + " "
    word = PREPOSITION.get(language, {}).get(mode, mode)
    table = CONTRACTED.get(language, {}).get(mode, {})
    contracted = table.get(article) or table.get(article + "_")
    if contracted:
        return contracted + " "
    if language == "fr" and word == "de" and not article and name[0] in "AEÉIOUYH":
        return "d’"
    return f"{word} {article}{space}" if word and article else (word or article) + " "


def weak_ending(name):
    """German adjectives in front of the noun, after a dative article: Deutsche Bahn -> Deutschen Bahn."""
    words = name.split(" ")
    for i, word in enumerate(words[:-1]):
        if not word.endswith("e"):
            break
        words[i] = word + "n"
    return " ".join(words)


class Filler:
    def __init__(self, language, seed):
        self.language, self.random, self.chosen = language, random.Random(seed), {}

    def person(self, gender):
        draw = self.random
        if gender == "" and draw.random() < 0.25:
            name = draw.choice(rows(self.language, "people"))[0]
            return name, name.split(" ")[0], name.split(" ")[-1]
        home = self.language if draw.random() < 0.75 else draw.choice(sorted(PARTICLES))
        given = [r for r in rows(home, "given") if gender in ("", r[1])]
        first, last = draw.choice(given)[0], draw.choice(rows(home, "family"))[0]
        chance = draw.random()
        if chance < 0.08 or (home in ("es", "pt") and chance < 0.4):
            last += (" " if home in ("es", "pt") else "-") + draw.choice(rows(home, "family"))[0]
        elif chance < 0.16 and home not in ("en", "it"):
            last = draw.choice(PARTICLES[home]) + " " + last
        elif chance < 0.2 and home in ("fr", "de"):
            first += "-" + draw.choice(given)[0]
        elif chance < 0.24 and home == "en":
            first += f" {draw.choice('ABCDEFGHJKLMPRSTW')}."
        return f"{first} {last}", first, last

    def choose(self, slot, digit):
        key = slot + digit
        if key not in self.chosen:
            if slot in ("person", "personm", "personf"):
                self.chosen[key] = self.person(slot[6:])
            else:
                others = [v for k, v in self.chosen.items() if k.rstrip("0123456789") == slot]
                self.chosen[key] = self.random.choice([r for r in rows(self.language, slot) if r not in others])
        return self.chosen[key]

    def slot(self, match):
        slot, digit, part, mode = match.groups()
        if slot == "n":
            return str(self.random.randrange(2, 99))
        choice = self.choose(slot, digit)
        if slot.startswith("person") and slot in ("person", "personm", "personf"):
            name = choice[{"first": 1, "last": 2}.get(part, 0)]
            if part == "last" and self.language == "nl":
                name = name[0].upper() + name[1:]
            return f'<e t="person">{html.escape(name, quote=False)}</e>'
        name, kind = choice[:2]
        if part == "short" and len(choice) > 2 and choice[2]:
            aliases = choice[2].split("|")
            name = next((a for a in aliases if a.isupper()), aliases[0])
        article = choice[3] if len(choice) > 3 else ""
        if self.language == "de" and mode == "dat":
            name = weak_ending(name) if article else name
        front = with_article(self.language, mode, article, name)
        return f'{front}<e t="{kind}">{html.escape(name, quote=False)}</e>'

    def fill(self, template):
        self.chosen = {}
        text = SLOT.sub(self.slot, template)
        start = re.match(r"[^\w<]*(<e)?", text)
        if not start.group(1):
            text = text[: start.end()] + text[start.end() : start.end() + 1].upper() + text[start.end() + 1 :]
        return text


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language")
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    lines = (ROOT / "own" / options.language / "templates.txt").read_text(encoding="utf-8").splitlines()
    templates = [line for line in lines if line and not line.startswith("#")]
    filler = Filler(options.language, options.seed)
    paragraphs = []
    for _ in range(options.rounds):
        filler.random.shuffle(templates)
        paragraphs += [filler.fill(template) for template in templates]
    articles = ["\n\n".join(paragraphs[i : i + 5]) for i in range(0, len(paragraphs), 5)]
    sys.stdout.write("\n\n---\n\n".join(articles) + "\n")


if __name__ == "__main__":
    main()
