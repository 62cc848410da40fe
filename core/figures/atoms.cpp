#include "figures/atoms.h"

#include <algorithm>

#include "figures/numerals.h"
#include "text/unicode.h"

namespace manicule {
namespace {

constexpr std::uint32_t kLongestCompound = 200;
constexpr std::size_t kLongestPiece = 24;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Where the first piece of `word` ends: at a hyphen, or after an apostrophe; its size if it is
/// one.
std::size_t piece_end(std::string_view word) {
  constexpr std::string_view kCurly = "\xE2\x80\x99", kHyphens[] = {"\xE2\x80\x90", "\xE2\x80\x91"};
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (word[i] == '-') return i;
    if (word[i] == '\'') return i + 1;
    if (word[i] != '\xE2') continue;
    const std::string_view mark = word.substr(i, 3);
    if (mark == kCurly) return i + 3;
    if (mark == kHyphens[0] || mark == kHyphens[1]) return i;
  }
  return word.size();
}

/// The bytes of the hyphen that `rest` begins with, 0 for none.
std::size_t hyphen_size(std::string_view rest) {
  if (rest.empty()) return 0;
  if (rest[0] == '-') return 1;
  return rest.substr(0, 2) == "\xE2\x80" && rest.size() > 2 &&
                 (rest[2] == '\x90' || rest[2] == '\x91')
             ? 3
             : 0;
}

bool has_hyphen(std::string_view word) { return word.size() > 2 && piece_end(word) < word.size(); }

/// The end of the digits and separators that `word` begins with.
std::size_t digits_end(std::string_view word) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (is_digit(word[i])) {
      end = i + 1;
    } else if (word[i] != '.' && word[i] != ',' && word[i] != '\'' &&
               word.substr(i, 3) != "\xE2\x80\x99") {
      if (static_cast<unsigned char>(word[i]) < 0x80 ||
          (i > 0 && word.substr(i - 1, 3) != "\xE2\x80\x99" &&
           word.substr(i < 2 ? 0 : i - 2, 3) != "\xE2\x80\x99")) {
        break;
      }
    }
  }
  return end;
}

}  // namespace

const std::vector<Atom>& Atomizer::read(TokenRange tokens) {
  atoms_.clear();
  made_.clear();
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) add_token(i);
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
    const std::string_view word = text(token.span);
    if (word.back() == '.') {  // an abbreviation that is listed without its dot
      fold_.clear();
      fold_append(fold_, word.substr(0, word.size() - 1));
      node = lexicon_.find(word_key(fold_));
    }
  }
  if (node == nullptr && token.kind == TokenKind::kWord) {
    const std::string_view word = text(token.span);
    if (has_hyphen(word) || lexicon_.may_begin_compound(word)) return add_compound(token, index);
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
  if (is_digit(text(span)[0])) atom.kind = TokenKind::kNumber;  // "mi-2028"
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

/// "35km", "18h30", "24.12.2024": digits and what is glued to them, each an atom of its own.
void Atomizer::add_number(const Token& token, std::uint32_t index) {
  Atom like;
  like.token = index;
  like.shape = token.shape;
  like.space_before = token.space_before;
  like.glued = !token.space_before;
  std::uint32_t at = token.span.begin;
  std::uint32_t cut_until = at;  // digits before it are no number with their separators
  while (at < token.span.end) {
    const std::string_view rest = text({at, token.span.end});
    const bool first = at == token.span.begin;
    if (is_digit(rest[0])) {
      std::size_t end = at < cut_until ? 0 : digits_end(rest);
      if (end == 0 || !read_digits(rest.substr(0, end), mark_)) {
        cut_until = std::max(cut_until, at + static_cast<std::uint32_t>(end));
        end = static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), is_digit) -
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
      while (end < rest.size() && !is_digit(rest[end]) && hyphen_size(rest.substr(end)) == 0 &&
             rest[end] != '\'') {
        end += decode(rest, end).size;
      }
    }
    add_piece({at, at + static_cast<std::uint32_t>(end)}, like, first, word);
    at += static_cast<std::uint32_t>(end);
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
  std::uint32_t at = token.span.begin;
  while (at < token.span.end) {
    const std::string_view rest = text({at, token.span.end});
    auto size = static_cast<std::uint32_t>(piece_end(rest));
    if (is_digit(rest[0])) {  // "mid-1990s"
      const auto digits = std::find_if_not(rest.begin(), rest.end(), is_digit) - rest.begin();
      size = std::min(size, static_cast<std::uint32_t>(digits));
    }
    const Span span{at, at + size};
    add_piece(span, whole, first, !first);
    if (atoms_.back().node == nullptr && lexicon_.may_begin_compound(text(span)) &&
        size < kLongestCompound) {
      const Atom piece = atoms_.back();
      atoms_.pop_back();
      if (!add_numeral_compound(piece)) atoms_.push_back(piece);
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

/// Cuts one word into the number words it is made of, and an ending that the lexicon knows. The
/// longest piece first, back to a shorter one where the rest cannot be read.
bool Atomizer::add_numeral_compound(const Atom& whole) {
  std::string folded;
  std::vector<std::uint32_t> source;  // of each folded byte, and one past the last
  const std::string_view word = text(whole.span);
  for (std::size_t i = 0; i < word.size();) {
    const std::uint32_t size = decode(word, i).size;
    fold_append(folded, word.substr(i, size));
    source.resize(folded.size(), static_cast<std::uint32_t>(i));
    i += size;
  }
  source.push_back(whole.span.size());
  struct Cut {
    std::size_t begin, end;
    bool suffix;
  };
  std::vector<Cut> cuts;
  std::vector<bool> dead(folded.size() + 1, false);
  const auto usable = [&](std::size_t begin, std::size_t end) {
    if (end - begin > kLongestPiece) return false;
    if (end == folded.size() && begin > 0) {
      const std::string suffix = "-" + std::string(folded.substr(begin));
      if (lexicon_.find(word_key(suffix)) != nullptr) return true;
    }
    const auto* node = lexicon_.find(word_key(folded.substr(begin, end - begin)));
    if (node == nullptr) return false;
    return std::any_of(node->readings.begin(), node->readings.end(), [](const Reading& reading) {
      return (reading.klass >= kCardinalWord && reading.klass <= kOrdinalScale &&
              reading.klass != kDigitScale) ||
             reading.klass == kJoinWord || reading.klass == kHalfAfter || reading.klass == kArticle;
    });
  };
  std::size_t at = 0, end = folded.size();
  for (;;) {
    while (end > at && !usable(at, end)) --end;
    if (end > at && !dead[end]) {
      cuts.push_back({at, end, false});
      if (end == folded.size()) break;
      at = end;
      end = folded.size();
      continue;
    }
    if (end > at) {
      --end;
      continue;
    }
    dead[at] = true;
    if (cuts.empty()) return false;
    at = cuts.back().begin;
    end = cuts.back().end - 1;
    cuts.pop_back();
  }
  if (cuts.size() < 2) return false;
  for (const Cut& cut : cuts) {
    const std::uint32_t begin = cut.begin == 0 ? 0 : source[cut.begin];
    add_piece({whole.span.begin + begin, whole.span.begin + source[cut.end]}, whole, cut.begin == 0,
              cut.end == folded.size());
  }
  return true;
}

void Atomizer::collect_classes() {
  constexpr ClassMask kWord = class_bit(kAnyWord) | class_bit(kCapWord) | class_bit(kLowWord);
  for (Atom& atom : atoms_) {
    atom.classes = atom.kind == TokenKind::kWord ? kWord : 0;
    for (std::uint32_t i = 0; i < atom.reading_count; ++i) {
      atom.classes |= class_bit(atom.readings[i].klass);
    }
    if (atom.phrase == nullptr) continue;
    for (const Reading& reading : atom.phrase->readings) atom.classes |= class_bit(reading.klass);
  }
}

/// Marks the longest phrase of the lexicon that begins at each atom.
void Atomizer::find_phrases() {
  for (std::size_t i = 0; i < atoms_.size(); ++i) {
    const FigureLexicon::Node* node = atoms_[i].key == 0 ? nullptr : lexicon_.find(atoms_[i].key);
    WordKey key = atoms_[i].key;
    for (std::size_t j = i + 1; node != nullptr && node->continues && j < atoms_.size(); ++j) {
      if (atoms_[j].key == 0) break;
      key = FigureLexicon::join(key, atoms_[j].key);
      node = lexicon_.find(key);
      if (node != nullptr && !node->readings.empty()) {
        atoms_[i].phrase = node;
        atoms_[i].phrase_size = static_cast<std::uint32_t>(j + 1 - i);
      }
    }
  }
}

/// Makes one atom of each phrase that numbers are composed of ("quatre-vingt"), the longest first,
/// and drops hyphens that only bind a number to its noun ("26.2-mile").
void Atomizer::join_numerals() {
  std::size_t out = 0;
  for (std::size_t i = 0; i < atoms_.size();) {
    Atom& atom = atoms_[i];
    if (atom.node == nullptr) {
      if (out != i) atoms_[out] = atom;
      ++out, ++i;
      continue;
    }
    const FigureLexicon::Node* node = atom.node;
    const FigureLexicon::Node* best = node;
    std::size_t end = i + 1;
    WordKey key = atom.key;
    for (std::size_t j = i + 1; node != nullptr && node->continues && j < atoms_.size(); ++j) {
      key = FigureLexicon::join(key, atoms_[j].key);
      node = lexicon_.find(key);
      if (node != nullptr && node->numeral) {
        best = node;
        end = j + 1;
      }
    }
    const bool hyphen = end == i + 1 && out > 0 && i + 1 < atoms_.size() && !atom.space_before &&
                        !atoms_[i + 1].space_before && atoms_[out - 1].kind == TokenKind::kNumber &&
                        atoms_[i + 1].kind == TokenKind::kWord &&
                        hyphen_size(text(atom.span)) == atom.span.size();
    if (hyphen) {
      // What follows may be known as the end of a compound: "34-jaehriger".
      Atom& next = atoms_[i + 1];
      fold_.assign("-");
      fold_append(fold_, text(next.span));
      if (const auto* suffix = lexicon_.find(word_key(fold_))) {
        next.node = suffix;
        next.key = word_key(fold_);
      }
      ++i;
      continue;
    }
    Atom joined = atom;
    joined.span.end = atoms_[end - 1].span.end;
    joined.node = best;
    if (end > i + 1) joined.key = 0;
    joined.readings = best->readings.data();
    joined.reading_count = static_cast<std::uint32_t>(best->readings.size());
    atoms_[out++] = joined;
    i = end;
  }
  atoms_.resize(out);
}

/// Makes one atom of each number.
void Atomizer::compose_numbers() {
  std::size_t out = 0;
  for (std::size_t i = 0; i < atoms_.size();) {
    if (!atoms_[i].starts_number()) {
      if (out != i) atoms_[out] = atoms_[i];
      ++out, ++i;
      continue;
    }
    const auto number =
        read_numeral(atoms_, i, document_.text->utf8(), {mark_, lexicon_.joins_ordinals()});
    if (!number) {
      if (out != i) atoms_[out] = atoms_[i];
      ++out, ++i;
      continue;
    }
    Atom atom = atoms_[i];
    atom.span.end = atoms_[number->end - 1].span.end;
    const std::string_view source = text(atom.span);
    std::vector<Reading> readings;
    const auto say = [&](ClassId klass) { readings.push_back({klass, number->value, source}); };
    if (number->ordinal) {
      say(kOrdinal);
    } else if (number->article) {
      say(kArticle);
    } else {
      say(kNumber);
      if (number->digits) say(kDigits);
      if (number->padded) say(kPadded);
      if (!number->scale.is_zero()) readings.push_back({kScaled, number->scale, source});
      if (number->plain && number->length == 2) say(kDigits2);
      const auto integer = number->value.integer();
      const bool four = !number->digits || (number->plain && number->length == 4);
      if (four && integer && *integer >= 1000 && *integer < 2200) say(kYear);
    }
    // One word may mean something else as well: "second", "quart", "Mai".
    if (number->end == i + 1) {
      for (std::uint32_t r = 0; r < atom.reading_count; ++r) {
        const ClassId klass = atom.readings[r].klass;
        if (klass < kCardinalWord || klass > kSign) readings.push_back(atom.readings[r]);
      }
    }
    const std::size_t first = made_.size();
    made_.insert(made_.end(), readings.begin(), readings.end());
    atom.readings = nullptr;
    atom.reading_count = static_cast<std::uint32_t>(readings.size());
    atom.made = static_cast<std::uint32_t>(first);
    if (number->end > i + 1) atom.key = 0;
    atom.node = &composed_;
    atoms_[out++] = atom;
    i = number->end;
  }
  atoms_.resize(out);
  for (Atom& atom : atoms_) {
    if (atom.node == &composed_) atom.readings = made_.data() + atom.made;
  }
}

}  // namespace manicule
