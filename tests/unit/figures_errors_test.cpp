// What is said of a fault in the rules or the words of figures, word for word: file, line, column,
// what is wrong, and the line with a caret under the place.

#include <string>
#include <string_view>

#include "catch.h"
#include "figures/lexicon.h"
#include "figures/rules.h"

namespace manicule {
namespace {

/// All errors of a rule file of that text.
std::string rule_errors(std::string_view text) {
  FigureLexicon lexicon;
  RuleSet rules;
  DataErrors errors;
  rules.read(text, "fr/amounts.rules", lexicon, errors);
  std::string all;
  for (const std::string& error : errors) all += error + '\n';
  return all;
}

std::string lexicon_errors(std::string_view text) {
  FigureLexicon lexicon;
  DataErrors errors;
  lexicon.read(text, "fr/units.tsv", errors);
  std::string all;
  for (const std::string& error : errors) all += error + '\n';
  return all;
}

}  // namespace

TEST_CASE("A rule file without faults has no errors") {
  CHECK(rule_errors("# Words.\nlet to = \"bis\"\nnumber(n=0.5) = \"halb\"\n+ [halb] = number 0.5\n")
            .empty());
}

TEST_CASE("A fault in the head of a rule") {
  CHECK(rule_errors("number \"halb\"\n") ==
        "fr/amounts.rules:1:1: expected ' = '\n  number \"halb\"\n  ^\n");
  CHECK(rule_errors("# First.\nprice = number\n") ==
        "fr/amounts.rules:2:1: unknown kind 'price'\n  price = number\n  ^\n");
  CHECK(
      rule_errors("number(m=2) = \"doppelt\"\n") ==
      "fr/amounts.rules:1:8: unknown slot in the head\n  number(m=2) = \"doppelt\"\n         ^\n");
  CHECK(rule_errors("number(n) = \"doppelt\"\n") ==
        "fr/amounts.rules:1:8: unknown slot in the head\n  number(n) = \"doppelt\"\n         ^\n");
}

TEST_CASE("A fault in the pattern of a rule") {
  CHECK(rule_errors("number = m:number\n") ==
        "fr/amounts.rules:1:10: unknown slot 'm'\n  number = m:number\n           ^\n");
  CHECK(rule_errors("number = @count\n") ==
        "fr/amounts.rules:1:11: unknown macro '@count'\n  number = @count\n            ^\n");
  CHECK(rule_errors("number = n:digits{1-9}\n") ==
        "fr/amounts.rules:1:18: expected {low..high}\n  number = n:digits{1-9}\n                   "
        "^\n");
  CHECK(rule_errors("number = \"halb\n") ==
        "fr/amounts.rules:1:11: missing '\"'\n  number = \"halb\n            ^\n");
  CHECK(rule_errors("number = n:number )\n") ==
        "fr/amounts.rules:1:19: unexpected ')'\n  number = n:number )\n                    ^\n");
  CHECK(rule_errors("number = %\n") ==
        "fr/amounts.rules:1:10: expected a word, a class or a group\n  number = %\n           ^\n");
}

TEST_CASE("A fault at the end of a rule is shown under its beginning") {
  CHECK(rule_errors("number = (n:number\n") ==
        "fr/amounts.rules:1:1: missing ')'\n  number = (n:number\n  ^\n");
  CHECK(rule_errors("number = !\n") ==
        "fr/amounts.rules:1:1: expected a word, a class or a group\n  number = !\n  ^\n");
}

TEST_CASE("Macros that name each other are a fault, not a hang") {
  CHECK(rule_errors("let a = @b\nlet b = @a\nnumber = @a\n") ==
        "fr/amounts.rules:3:1: macros nested too deep\n  number = @a\n  ^\n");
}

TEST_CASE("A faulty rule does not take the others with it") {
  CHECK(rule_errors("number = m:number\npercent = n:number\nprice = number\n") ==
        "fr/amounts.rules:1:10: unknown slot 'm'\n  number = m:number\n           ^\n"
        "fr/amounts.rules:3:1: unknown kind 'price'\n  price = number\n  ^\n");
}

TEST_CASE("A fault in a lexicon of figures") {
  CHECK(lexicon_errors("unit\tmeter\tm\xC3\xA8tre|m\n").empty());
  CHECK(lexicon_errors("unit\tmeter\n") ==
        "fr/units.tsv:1:1: expected class, value and forms, with tabs between\n"
        "  unit\tmeter\n  ^\n");
  CHECK(lexicon_errors("# Units.\nunit\tmeter\tm|\n") ==
        "fr/units.tsv:2:12: empty form\n  unit\tmeter\tm|\n      \t     \t^\n");
}

}  // namespace manicule
