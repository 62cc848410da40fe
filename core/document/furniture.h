#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lexicon/data_lines.h"
#include "lexicon/word_map.h"

namespace manicule {

/// How a phrase shows that a block is page furniture; see data/fr/furniture.txt.
enum FurnitureUse : std::uint8_t {
  kWholeBlock = 1,
  kBlockStart = 2,
  kAnywhere = 4,
  kAnnouncesNext = 8,   ///< with kBlockStart
  kOpensComments = 16,  ///< with kBlockStart
  kSharingWord = 32,    ///< as a phrase: a word of it; of a block: it has no other words
  kBeforeAuthor = 64,   ///< at the start, a name behind it (byline.h)
  kInsideNames = 128    ///< a word in lower case inside the names of a byline
};

/// The phrases of one language, by their words between single spaces.
struct FurniturePhrases {
  WordMap<std::uint8_t> uses;  ///< FurnitureUse values, joined
  WordSet beginnings;          ///< the first two words of those that count anywhere
};

/// A file that is not there gives no phrases.
FurniturePhrases load_furniture(std::string_view path, DataErrors& errors);

/// The form in which blocks and phrases are compared: folded words, numbers as "#", and ":", "|",
/// bullets and dashes between words as "|", all with single spaces; other marks are gone.
/// "Lire aussi : 10 photos" is "lire aussi | # photos".
std::string plain_words(std::string_view utf8);

/// What the phrases say of a block, given its plain_words(): FurnitureUse values, joined.
std::uint8_t furniture_uses(std::string_view plain, const FurniturePhrases& phrases);

}  // namespace manicule
