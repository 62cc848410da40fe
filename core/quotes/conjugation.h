#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/data_lines.h"
#include "quotes/lexicon.h"

namespace manicule {

/// How the forms of a class of verbs are made: lines of conjugation.tsv
///   class<TAB>form<TAB>cut<TAB>change<TAB>endings
/// where `cut` is taken off the lemma's end ("-": nothing), `change` replaces the last occurrence
/// of one piece of the stem by another ("e>i", "-": none), and each ending is added; an ending
/// "ge~t" puts "ge" before the stem as well.
class Conjugation {
 public:
  Conjugation(const std::string& path, DataErrors& errors);

  struct Form {
    std::string word;
    VerbForm form;
  };
  bool knows(std::string_view verb_class) const;
  /// Every form of `lemma`, folded; empty where the lemma does not end as its class demands.
  std::vector<Form> inflect(std::string_view lemma, std::string_view verb_class) const;

 private:
  struct Rule {
    VerbForm form;
    std::string cut, from, to;
    std::vector<std::string> endings;
  };
  std::map<std::string, std::vector<Rule>, std::less<>> classes_;
};

/// "finite", "participle", "infinitive", "gerund"; false where it is none of these.
bool read_form(std::string_view name, VerbForm& form);

/// The pieces of `s` between spaces.
std::vector<std::string_view> split_words(std::string_view s);

}  // namespace manicule
