#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace manicule {

/// A name as it is compared: its words folded, without accents, marks and hyphens. "L’Union
/// européenne (UE)" gives {"l", "union", "europeenne", "ue"}.
struct ComparedName {
  std::vector<std::string> words;
  std::vector<bool> majors;    ///< for each word: written with a capital
  std::string initials;        ///< of all words
  std::string major_initials;  ///< of the words written with a capital
  bool acronym = false;        ///< one word, two to eight letters, more than one of them a capital

  std::string joined() const;  ///< the words with spaces between them
};

ComparedName compared_name(std::string_view name);

/// Whether `acronym` can be read as the name `full`, which has more words: by initials, or by
/// letters of it in order beginning with the first ("Inserm").
bool stands_for(const ComparedName& acronym, const ComparedName& full);

/// Whether the two are one word but for an ending of case or number ("Merkel", "Merkels").
bool same_but_for_ending(std::string_view a, std::string_view b);

/// Whether one letter put in, left out or changed makes the one of the other; false for short
/// words.
bool one_slip_apart(std::string_view a, std::string_view b);

/// Where the words of `part` stand in a row in `whole`: the index of the first, or -1.
int find_words(const std::vector<std::string>& part, const std::vector<std::string>& whole);

}  // namespace manicule
