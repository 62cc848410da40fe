#pragma once

#include <vector>

#include "document/document.h"
#include "figures/lexicon.h"

namespace manicule {

/// What the grammar of figures works on: a word, a phrase of the lexicon or a composed number.
/// "35km" is two atoms, "vingt-deux" one, "mi-mars" two, "pour cent" one.
struct Atom {
  Span span;
  std::uint32_t token = 0;  ///< the first token it is made of
  std::uint32_t reading_count = 0;
  const Reading* readings = nullptr;
  const FigureLexicon::Node* node = nullptr;    ///< of the word alone; null if it is in no lexicon
  WordKey key = 0;                              ///< of the word; 0 for a number of several words
  const FigureLexicon::Node* phrase = nullptr;  ///< the longest phrase that begins here
  std::uint32_t phrase_size = 0;                ///< in atoms
  ClassMask classes = 0;                        ///< of its readings and of the phrase's
  ClassMask ending = 0;    ///< of its readings and of the phrases that end with it
  std::uint32_t made = 0;  ///< where its composed readings begin
  TokenKind kind = TokenKind::kWord;
  Shape shape = Shape::kNone;
  bool space_before = false;
  bool glued = false;  ///< to the atom before: by nothing, or by a hyphen that was dropped

  /// The reading of class `klass`, or null.
  const Reading* reading(ClassId klass) const {
    for (std::uint32_t i = 0; i < reading_count; ++i) {
      if (readings[i].klass == klass && allows(readings[i])) return readings + i;
    }
    return nullptr;
  }
  /// Whether the atom is written in the letters that the reading asks for.
  bool allows(const Reading& reading) const {
    if (reading.letters == LetterCase::kAny) return true;
    const bool low = shape == Shape::kLower || shape == Shape::kNone;
    return low == (reading.letters == LetterCase::kLower);
  }
  /// Whether it is a word that begins without a capital.
  bool is_low() const { return shape == Shape::kLower || shape == Shape::kNone; }
  bool starts_number() const {
    return kind == TokenKind::kNumber || (node != nullptr && node->numeral);
  }
};

/// Fills `atoms` with those of a range of tokens, numbers composed. `made` keeps the readings that
/// are made on the way; both are reused from call to call.
class Atomizer {
 public:
  Atomizer(const Document& document, const FigureLexicon& lexicon, DecimalMark mark)
      : document_(document), lexicon_(lexicon), mark_(mark) {}

  const std::vector<Atom>& read(TokenRange tokens);

 private:
  void add_token(std::uint32_t token);
  bool add_coded_number(const Token& token, std::uint32_t index);
  void add_number(const Token& token, std::uint32_t index);
  void add_compound(const Token& token, std::uint32_t index);
  void add_numeral(Atom whole);
  void add_piece(Span span, const Atom& like, bool first, bool suffix);
  bool joins_numeral(const FigureLexicon::Node& phrase, bool counted, std::size_t next) const;
  void join_numerals();
  void find_phrases();
  void collect_classes();
  void compose_numbers();

  std::string_view text(Span span) const { return (*document_.text)[span]; }

  const Document& document_;
  const FigureLexicon& lexicon_;
  DecimalMark mark_;
  std::uint32_t next_token_ = 0;  ///< those before it are read
  std::vector<Atom> atoms_;
  std::vector<Reading> made_;
  const FigureLexicon::Node composed_;
  std::string fold_;
};

}  // namespace manicule
