#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entities/words.h"

namespace manicule {

/// The lists a name can stand in.
enum class NameList : std::uint8_t {
  kGivenMale,
  kGivenFemale,
  kFamily,
  kCity,   ///< from registers, regions too: many are common words as well
  kPlace,  ///< countries and what we chose ourselves
  kPerson,
  kOrganization,
  kProduct,
  kEvent,
  kWork,
  kPersonTrigger,        ///< "president", "Dr."
  kOrganizationTrigger,  ///< "universite", "GmbH"
  kPlaceTrigger,         ///< "rue", "lac"
  kEventTrigger,         ///< "guerre", "sommet"
  kWorkTrigger,          ///< "loi", "roman"
  kNoName                ///< months, demonyms, languages: capitalized in some language, never names
};
inline constexpr std::size_t kNameLists = 16;

/// For one word, four bits a list: begin, inside, last, unit of an entry of that list.
using ListBits = std::uint64_t;

constexpr ListBits list_bit(NameList list, unsigned place) {
  return ListBits{1} << (4 * static_cast<unsigned>(list) + place);
}

/// Sets of names, as fingerprints: a name that is in a list is always found, one name in a few
/// hundred that is in none seems to be (the false positives of a Bloom filter). An entry is one to
/// kLongestName words, folded.
class Gazetteer {
 public:
  static constexpr std::uint32_t kLongestName = 7;

  /// Reads the bytes of names.bin; returns what is wrong with them, or an empty string.
  std::string read(std::string_view bytes);

  /// Bit l is set when the words with these keys are an entry of list l.
  std::uint16_t find(WordKey phrase) const;

  /// The numbers of the things that `name` is one of several names of: all that have the name
  /// "ECB" share one with "European Central Bank".
  std::vector<std::uint32_t> alias_groups(std::string_view name) const;

  /// Marks in `bits`, one for each word of `sentence`, the longest entries of each list.
  void mark(const std::vector<NameWord>& words, NameSentence sentence,
            std::vector<ListBits>& bits) const;

 private:
  struct Slot {
    std::uint32_t print = 0;
    std::uint16_t lists = 0;
    bool prefix = false;
  };
  std::vector<Slot> slots_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> aliases_;  ///< fingerprint, group; sorted
};

/// The key of a phrase: starts with 0, takes the key of each of its words.
constexpr WordKey phrase_key(WordKey phrase, WordKey word) {
  WordKey key = (phrase ^ (phrase >> 29)) * 0x9FB21C651E98DF25 + word;
  return key ^ (key >> 32);
}

inline constexpr std::uint32_t kPrintBits = 27;
constexpr std::uint32_t fingerprint(WordKey phrase) {
  return static_cast<std::uint32_t>((phrase * 0xD6E8FEB86659FD93) >> (64 - kPrintBits));
}

}  // namespace manicule
