#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace manicule {

/// How sure it is that two words name one thing before their letters are compared.
enum class SlipContext {
  kAlone,    ///< nothing else tells
  kSurname,  ///< one is a name alone, the other ends a full name
  kFullName  ///< the given names are the same
};

/// Whether one folded word is the other with one letter too many, too few, changed or swapped, in
/// the way of a slip. Without more to go by, a change at the end is an inflection (Mario, Maria;
/// Peters) unless it doubles a letter, one at the beginning makes another name (Gambia, Zambia),
/// and a letter is taken for one that sounds or looks like it.
bool is_slip(const std::string& a, const std::string& b, SlipContext context);

/// Whether two long folded words without hyphens that begin alike are two slips apart.
bool are_two_slips(const std::string& a, const std::string& b);

/// Whether two folded words are the same but for their accents.
bool differ_in_accents(const std::string& a, const std::string& b);

/// The pairs of keys that are at most one letter apart, each pair once, found by what is left of
/// words when one letter is taken out. Linear in the number of words.
std::vector<std::pair<std::string, std::string>> similar_words(
    const std::map<std::string, std::vector<std::size_t>>& words);

}  // namespace manicule
