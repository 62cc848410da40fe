#include "figures/atoms.h"

#include <algorithm>

#include "figures/compound.h"
#include "figures/digits.h"
#include "figures/pieces.h"
#include "text/unicode.h"

namespace manicule {
namespace {

constexpr std::uint32_t kLongestCompound = 200;

}  // namespace

const std::vector<Atom>& Atomizer::read(TokenRange tokens) {
  atoms_.clear();
  made_.clear();
  next_token_ = tokens.begin;
  while (next_token_ < tokens.end) add_token(next_token_++);
  join_numerals();
  compose_numbers();
  find_phrases();
  collect_classes();
  return atoms_;
}

void Atomizer::add_token(std::uint32_t index) {
  const Token& token = document_.tokens[index];
  if (token.kind == TokenKind::kNumber) return add_number(token, index);
  const FigureLexicon::Node* node = lexicon_.find(token.key);
  if (node == nullptr && token.kind == TokenKind::kWord) {
    if (add_coded_number(token, index)) return;
    const std::string_view word = text(token.span);
    if (word.back() == '.') {  // an abbreviation that is listed without its dot
      fold_.clear();
      fold_append(fold_, word.substr(0, word.size() - 1));
      node = lexicon_.find(word_key(fold_));
    }
  }
  if (node == nullptr && token.kind == TokenKind::kWord) {
    const std::string_view word = text(token.span);
    if (has_pieces(word) || lexicon_.may_begin_compound(word)) return add_compound(token, index);
  }
  Atom& atom = atoms_.emplace_back();
  atom.span = token.span;
  atom.token = index;
  atom.node = node;
  atom.key = token.key;
  atom.kind = token.kind;
  atom.shape = token.shape;
  atom.space_before = token.space_before;
  atom.glued = !token.space_before;
}

void Atomizer::add_piece(Span span, const Atom& like, bool first, bool suffix) {
  Atom atom = like;
  atom.span = span;
  if (is_ascii_digit(text(span)[0])) atom.kind = TokenKind::kNumber;  // "mi-2028"
  fold_.assign(suffix ? "-" : "");
  fold_append(fold_, text(span));
  atom.key = word_key(fold_);
  atom.node = lexicon_.find(atom.key);
  if (suffix && atom.node == nullptr) {
    atom.key = word_key(std::string_view(fold_).substr(1));
    atom.node = lexicon_.find(atom.key);
  }
  if (!first) {
    atom.space_before = false;
    atom.glued = true;
  }
  if (first || atom.shape == Shape::kUpper) {
    // as the whole word
  } else {
    const std::string_view piece = text(span);
    const CharClass c = char_class(decode(piece, 0).code_point);
    const bool capitals = std::all_of(piece.begin(), piece.end(),
                                      [](char letter) { return letter >= 'A' && letter <= 'Z'; });
    atom.shape = c != CharClass::kUpper ? Shape::kLower
                 : capitals             ? Shape::kUpper
                                        : Shape::kCapitalized;
  }
  atoms_.push_back(atom);
}

/// "USD3.14": the code of a currency and its amount. False where the word is none.
bool Atomizer::add_coded_number(const Token& token, std::uint32_t index) {
  constexpr std::uint32_t kCode = 3;
  const std::string_view word = text(token.span);
  if (word.size() <= kCode || !is_ascii_digit(word[kCode])) return false;
  fold_.clear();
  fold_append(fold_, word.substr(0, kCode));
  const auto* code = lexicon_.find(word_key(fold_));
  const bool known = code != nullptr && std::any_of(code->readings.begin(), code->readings.end(),
                                                    [](const Reading& reading) {
                                                      return reading.klass == kCurrencyCode;
                                                    });
  if (!known) return false;
  Token digits = token;
  digits.span.begin += kCode;
  digits.space_before = false;
  // "USD1,23" is three tokens.
  if (index + 2 < document_.tokens.size()) {
    const Token& mark = document_.tokens[index + 1];
    const Token& decimals = document_.tokens[index + 2];
    const bool glued = !mark.space_before && !decimals.space_before;
    if (glued && text(mark.span) == "," && decimals.kind == TokenKind::kNumber) {
      digits.span.end = decimals.span.end;
      next_token_ = index + 3;
    }
  }
  Atom like;
  like.token = index;
  like.shape = Shape::kUpper;
  like.space_before = token.space_before;
  like.glued = !token.space_before;
  add_piece({token.span.begin, digits.span.begin}, like, true, false);
  add_number(digits, index);
  return true;
}

/// "35km", "18h30", "24.12.2024": digits and what is glued to them, each an atom of its own.
void Atomizer::add_number(const Token& token, std::uint32_t index) {
  Atom like;
  like.token = index;
  like.shape = token.shape;
  like.space_before = token.space_before;
  like.glued = !token.space_before;
  std::uint32_t at = token.span.begin;
  std::uint32_t cut_until = at;  // digits before it are no number with their separators
  const std::size_t start = atoms_.size();
  while (at < token.span.end) {
    const std::string_view rest = text({at, token.span.end});
    const bool first = at == token.span.begin;
    if (is_ascii_digit(rest[0])) {
      std::size_t end = at < cut_until ? 0 : digits_end(rest);
      if (end == 0 || !read_digits(rest.substr(0, end), mark_)) {
        cut_until = std::max(cut_until, at + static_cast<std::uint32_t>(end));
        end = static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), is_ascii_digit) -
                                       rest.begin());
      }
      like.kind = TokenKind::kNumber;
      add_piece({at, at + static_cast<std::uint32_t>(end)}, like, first, false);
      at += static_cast<std::uint32_t>(end);
      continue;
    }
    if (const std::size_t hyphen = hyphen_size(rest); hyphen != 0) {
      at += static_cast<std::uint32_t>(hyphen);
      continue;
    }
    const auto c = decode(rest, 0);
    std::size_t end = c.size;
    const bool word = is_letter(char_class(c.code_point));
    like.kind = word ? TokenKind::kWord : TokenKind::kPunctuation;
    if (word) {
      while (end < rest.size() && !is_ascii_digit(rest[end]) &&
             hyphen_size(rest.substr(end)) == 0 && rest[end] != '\'') {
        end += decode(rest, end).size;
      }
    }
    const bool right_behind = atoms_.size() == start + 1 && atoms_.back().span.end == at;
    add_piece({at, at + static_cast<std::uint32_t>(end)}, like, first, word);
    at += static_cast<std::uint32_t>(end);
    if (word && right_behind && at == token.span.end && atoms_.back().node == nullptr) {
      atoms_[start].kind = TokenKind::kWord;  // "6PR", "320iS" are names
    }
  }
}

/// "vingt-deux", "mi-fevrier", "dreihundertzwoelf": in parts if the parts are known, else whole.
void Atomizer::add_compound(const Token& token, std::uint32_t index) {
  Atom whole;
  whole.span = token.span;
  whole.token = index;
  whole.key = token.key;
  whole.kind = token.kind;
  whole.shape = token.shape;
  whole.space_before = token.space_before;
  whole.glued = !token.space_before;
  const std::size_t start = atoms_.size();
  const std::string_view word = text(token.span);
  bool known = false, first = true;
  bool elided = false;  // "I'", behind which no suffix stands
  std::uint32_t at = token.span.begin;
  while (at < token.span.end) {
    const std::string_view rest = text({at, token.span.end});
    auto size = static_cast<std::uint32_t>(piece_end(rest));
    if (is_ascii_digit(rest[0])) {  // "mid-1990s"
      const auto digits = std::find_if_not(rest.begin(), rest.end(), is_ascii_digit) - rest.begin();
      size = std::min(size, static_cast<std::uint32_t>(digits));
    }
    const Span span{at, at + size};
    add_piece(span, whole, first, !first && !elided);
    const std::string_view piece = text(span);
    elided = piece.back() == '\'' || piece.substr(size < 3 ? 0 : size - 3) == "\xE2\x80\x99";
    if (atoms_.back().node == nullptr && lexicon_.may_begin_compound(text(span)) &&
        size < kLongestCompound) {
      add_numeral(atoms_.back());
    }
    known |= atoms_.back().node != nullptr || (first && atoms_[start].node != nullptr);
    first = false;
    at += size;
    at += static_cast<std::uint32_t>(hyphen_size(text({at, token.span.end})));
  }
  const bool one_piece = atoms_.size() == start + 1;
  // "Trois-Rivieres" is a name.
  const bool name = token.shape == Shape::kCapitalized && atoms_.size() > start + 1 &&
                    atoms_.back().node == nullptr && atoms_.back().shape == Shape::kCapitalized &&
                    word.size() > 0 && !lexicon_.capital_nouns();
  if (!known || one_piece || name) {
    atoms_.resize(start);
    atoms_.push_back(whole);
  }
}

/// Takes the last atom apart where it is a number in one word.
void Atomizer::add_numeral(const Atom whole) {
  const std::vector<Span> cuts = cut_numeral(text(whole.span), lexicon_);
  if (cuts.empty()) return;
  atoms_.pop_back();
  for (const Span& cut : cuts) {
    add_piece({whole.span.begin + cut.begin, whole.span.begin + cut.end}, whole, cut.begin == 0,
              cut.end == whole.span.size());
  }
}

}  // namespace manicule
