#pragma once

#include <cstdint>
#include <vector>

#include "document/document.h"
#include "lexicon/word_map.h"
#include "span.h"

namespace manicule {

/// How a word is written, finer than Shape.
enum class WordShape : std::uint8_t {
  kPunctuation,
  kSymbol,
  kAddress,
  kLower,        ///< "puce"
  kCapitalized,  ///< "Nvidia"
  kInitial,      ///< "J." and "J"
  kAcronym,      ///< "OMS", up to five letters
  kCapitals,     ///< "BRUXELLES"
  kRoman,        ///< "XIV"
  kDotted,       ///< "U.S."
  kCamel,        ///< "DeepSeek"
  kLowerCamel,   ///< "iPhone"
  kNumber,       ///< "2026"
  kCode,         ///< "H20", "A350"
  kOther         ///< letters without case, "35km"
};

/// A word as the tagger sees it: a token, or a part of one that hyphens cut, so that a name can end
/// inside a token ("CDA" in "CDA-Kamerlid"). The hyphens belong to no word.
struct NameWord {
  Span span;
  WordKey key = 0;        ///< of the folded word
  WordKey token_key = 0;  ///< of the token it is a part of
  TokenKind kind = TokenKind::kWord;
  WordShape shape = WordShape::kOther;
  bool hyphen_before = false;
  bool hyphen_after = false;
  bool space_before = false;
  bool initial = false;  ///< first word of its sentence, marks left aside
  /// Inside quotation marks: where the quoted words begin and end, as indexes of words.
  std::uint32_t quote_begin = 0;
  std::uint32_t quote_end = 0;
  bool open = false;  ///< may belong to a name; all other words are outside without being scored
};

/// How a whole sentence is written.
enum class Casing : std::uint8_t { kNormal, kTitle, kCapitals };

struct NameSentence {
  std::uint32_t begin = 0;  ///< half-open range of words
  std::uint32_t end = 0;
  Casing casing = Casing::kNormal;
};

struct NameWords {
  std::vector<NameWord> words;
  std::vector<NameSentence> sentences;
  bool spaced_marks = false;  ///< commas stand off the word before them, as in text cut into words
};

/// A word that is written like a name: with a capital, or letters and digits mixed.
bool looks_like_name(WordShape shape);

/// The words of `document` in order.
NameWords cut_words(const Document& document);

}  // namespace manicule
