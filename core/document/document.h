#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis.h"
#include "language/language.h"
#include "lexicon/word_map.h"
#include "span.h"
#include "text/text.h"

namespace manicule {

enum class TokenKind : std::uint8_t {
  kWord,    ///< letters, with inner hyphens, apostrophes, digits: "Jean-Luc", "H20", "l'", "U.S.",
            ///< "GPT-4.5", "Canal+", "#MeToo", "'s-Gravenhage"
  kNumber,  ///< begins with a digit: "1.234,5", "35km", "18h30", "2e", in German "3." before "Mai"
  kPunctuation,  ///< one mark; "..." and runs of dashes are one token
  kSymbol,       ///< one symbol: "$", "%", "&", "#", an emoji
  kAddress       ///< URL, e-mail address, @name
};

/// How a word is written, hashtags without their sign.
enum class Shape : std::uint8_t {
  kNone,         ///< no cased letter
  kLower,        ///< "puce"
  kCapitalized,  ///< "Nvidia", "Jean-Luc"; also one upper-case letter
  kUpper,        ///< two or more letters, all upper-case: "OMS", "H100" counts as well
  kMixed         ///< "iPhone", "DeepSeek"
};

/// Words are cut where writing cuts them ("l'" "inférence", "dit" "-il", "Nvidia" "'s") and before
/// a second part that follows names (German "DWD" "-Sprecherin", English "Paris" "-based"; see
/// data/<lang>/enclitics.txt). Else they stay whole with their hyphens ("White-Oak", "vingt-deux"),
/// their letters and digits ("H20", "35km"). The dot of an abbreviation or initial is part of its
/// word ("Mme.", "J.", "z." "B."), also where it ends the sentence as well ("etc.").
struct Token {
  Span span;
  WordKey key = 0;  ///< of the folded form; punctuation and symbols have theirs too
  TokenKind kind = TokenKind::kWord;
  Shape shape = Shape::kNone;
  bool space_before = false;  ///< white space between the token before in its block and this one
};

struct Sentence {
  TokenRange tokens;
  std::uint32_t block = 0;  ///< index into Document::blocks
};

/// The article as read: what every later stage works on. Furniture has no tokens and no sentences,
/// so nothing can be found there.
struct Document {
  const Text* text = nullptr;
  const Language* language = nullptr;
  std::optional<std::string> date;  ///< ISO 8601 day, given or found
  std::vector<Block> blocks;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;  ///< in order; every token is in exactly one

  std::string_view word(std::uint32_t token) const { return (*text)[tokens[token].span]; }
  Span span(TokenRange range) const {  ///< of a range that is not empty
    return {tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
  }
};

struct ReadOptions {
  std::string language;             ///< ISO 639-1; empty: to be found
  std::optional<std::string> date;  ///< ISO 8601; empty: to be found in the text
};

/// Reads `text`, which must outlive the result.
Document read_document(const Text& text, const ReadOptions& options);

}  // namespace manicule
