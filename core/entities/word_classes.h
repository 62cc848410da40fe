#pragma once

#include <cstdint>

#include "entities/byte_reader.h"
#include "lexicon/word_map.h"

namespace manicule {

/// Which words of a language stand among the same neighbours, learnt from running text: a number
/// from 1 for each class, one table for words in lower case and one for words written like names.
class WordClasses {
 public:
  /// Reads what core/train wrote; false when the bytes are wrong.
  bool read(ByteReader& reader);

  /// The class of a word, 0 when it has none.
  std::uint16_t find(WordKey word, bool like_a_name) const {
    const std::uint16_t* found = classes_.find(print(word, like_a_name));
    return found == nullptr ? std::uint16_t{0} : *found;
  }

  /// What a word is stored as; two words in a hundred thousand share it.
  static constexpr std::uint32_t kPrintBits = 27;
  static constexpr std::uint32_t print(WordKey word, bool like_a_name) {
    const WordKey mixed = (word + (like_a_name ? 1 : 0)) * 0xD6E8FEB86659FD93;
    return 1 + static_cast<std::uint32_t>(mixed >> (64 - kPrintBits));
  }

 private:
  WordMap<std::uint16_t> classes_;
};

}  // namespace manicule
