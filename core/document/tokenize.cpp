#include "document/tokenize.h"

#include <algorithm>
#include <string>

#include "document/address.h"
#include "text/unicode.h"

namespace manicule {
namespace {

bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

/// Apostrophes, and what is mistyped for them.
bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x2BC || c == 0xB4 || c == '`';
}

struct Char {
  char32_t code_point = 0;
  CharClass kind = CharClass::kOther;
  std::uint32_t size = 0;  ///< bytes; 0 behind the end

  bool letter() const { return is_letter(kind); }
  bool digit() const { return kind == CharClass::kDigit; }
  bool upper() const { return kind == CharClass::kUpper; }
};

/// A run of letters, digits and the marks inside it, before anything is cut off.
struct Run {
  Span span;
  std::uint32_t last_part = 0;  ///< where the letters behind its last inner dot begin
  bool number = false;
  bool marked = false;  ///< with an apostrophe or a hyphen
};

class Tokenizer {
 public:
  Tokenizer(const Text& text, Span block, const Language& language, std::vector<Token>& tokens)
      : utf8_(text.utf8().substr(0, block.end)),
        language_(language),
        addresses_(utf8_),
        tokens_(tokens),
        at_(block.begin) {}

  void run() {
    bool space = false;
    while (at_ < utf8_.size()) {
      const Char first = peek(at_);
      if (first.kind == CharClass::kSpace || first.kind == CharClass::kLineEnd ||
          first.kind == CharClass::kOther) {
        space |= first.kind != CharClass::kOther;
        at_ += first.size;
        continue;
      }
      const auto index = tokens_.size();
      read_token(first);
      tokens_[index].space_before = space;
      space = false;
    }
  }

 private:
  Char peek(std::uint32_t at) const {
    if (at >= utf8_.size()) return {};
    const auto [c, size] = decode(utf8_, at);
    return {c, char_class(c), size};
  }

  /// The first character behind byte `at` that is not white space.
  std::uint32_t skip_space(std::uint32_t at) const {
    for (Char c = peek(at); c.kind == CharClass::kSpace || c.kind == CharClass::kLineEnd;) {
      at += c.size;
      c = peek(at);
    }
    return at;
  }

  void read_token(const Char& first) {
    if (const std::uint32_t end = addresses_.end_at(at_); end != 0) {
      add({at_, end}, TokenKind::kAddress);
    } else if (first.letter() || first.digit()) {
      read_run();
    } else if (const std::uint32_t stop = hashtag_end(first); stop != 0) {
      add({at_, stop}, TokenKind::kWord);
    } else if (const std::uint32_t tail = leading_apostrophe_end(first); tail != 0) {
      add({at_, tail}, TokenKind::kWord);
    } else if (first.kind == CharClass::kSymbol || first.kind == CharClass::kMark) {
      add({at_, at_ + first.size}, TokenKind::kSymbol);
    } else {
      read_punctuation(first);
    }
  }

  void read_punctuation(const Char& first) {
    std::uint32_t end = at_ + first.size;
    if (first.code_point == '.' || first.code_point == '-') {  // "..." and "--" are one mark
      while (end < utf8_.size() && utf8_[end] == static_cast<char>(first.code_point)) ++end;
    }
    add({at_, end}, TokenKind::kPunctuation);
  }

  /// The end of "#MeToo" at the place reached, or 0: a number behind the sign makes no hashtag.
  std::uint32_t hashtag_end(const Char& sign) const {
    if (sign.code_point != '#') return 0;
    std::uint32_t end = at_ + 1;
    bool letters = false;
    for (Char c = peek(end); c.letter() || c.digit() || c.code_point == '_'; c = peek(end)) {
      letters |= c.letter();
      end += c.size;
    }
    return letters ? end : 0;
  }

  /// The end of "'t" or "'s-Gravenhage" at the place reached, or 0.
  std::uint32_t leading_apostrophe_end(const Char& mark) {
    if (!is_apostrophe(mark.code_point) || !peek(at_ + mark.size).letter()) return 0;
    std::uint32_t end = at_ + mark.size;
    for (Char c = peek(end); c.letter() || c.digit(); c = peek(end)) end += c.size;
    if (const Char c = peek(end); is_apostrophe(c.code_point)) {  // "'n'"
      if (language_.fixed_words.contains(folded({at_, end + c.size}))) return end + c.size;
    }
    if (!language_.fixed_words.contains(folded({at_, end}))) return 0;
    return is_hyphen(peek(end).code_point) ? read_characters(at_ + mark.size).span.end : end;
  }

  void read_run() {
    Run run = read_characters(at_);
    run.span.end = with_final_marks(run);
    if (run.number) {
      const std::uint32_t stop = run.marked ? enclitic_begin(run.span) : run.span.end;
      add({run.span.begin, stop}, TokenKind::kNumber);  // "6PR" "'s"
      if (stop < run.span.end) add({stop, run.span.end}, TokenKind::kWord);
    } else if (!run.marked || language_.fixed_words.contains(folded(run.span))) {
      add(run.span, TokenKind::kWord);
    } else {
      add_parts(run.span);
    }
  }

  void add_parts(Span word) {
    const std::uint32_t start = elision_end(word);
    const std::uint32_t stop = enclitic_begin({start, word.end});
    if (word.begin < start) add({word.begin, start}, TokenKind::kWord);
    if (start < stop) add({start, stop}, TokenKind::kWord);
    if (stop < word.end) add({stop, word.end}, TokenKind::kWord);
  }

  Run read_characters(std::uint32_t at) const {
    Run run{{at, at}, at, peek(at).digit()};
    bool letters = false;
    Char before;
    for (Char now = peek(at); now.size != 0; now = peek(at)) {
      if (now.letter() || now.digit() || now.kind == CharClass::kMark) {
        letters |= now.letter();
      } else if (joins(run, at, before, letters)) {
        if (now.code_point == '.' || before.code_point == '.') run.last_part = at + now.size;
        run.marked |= is_apostrophe(now.code_point) || is_hyphen(now.code_point);
      } else {
        break;
      }
      before = now;
      at += now.size;
    }
    run.span.end = at;
    return run;
  }

  /// Whether the mark at byte `at`, behind `before`, stands inside one word or number.
  bool joins(const Run& run, std::uint32_t at, const Char& before, bool letters) const {
    const Char mark = peek(at);
    const Char after = peek(at + mark.size);
    const char32_t c = mark.code_point;
    const bool in_word = before.letter() || before.digit() || before.kind == CharClass::kMark;
    if (c == '.' || c == ',') {
      if (before.digit() && after.digit()) return run.number ? !letters : c == '.';
      if (c == '.' && is_hyphen(after.code_point)) {  // "J.-C."
        return before.upper() && before.size == at - run.last_part &&
               peek(at + 1 + after.size).letter();
      }
      // A capital behind a whole word begins a sentence whose space is missing.
      return c == '.' && !run.number && before.letter() && after.letter() &&
             (!after.upper() || at - run.last_part < 3);
    }
    if (is_apostrophe(c)) return in_word && (before.digit() ? after.digit() : after.letter());
    if (is_hyphen(c)) {
      if (run.number && !letters) return false;  // 2014-2018, 35-year-old
      return (in_word || before.code_point == '.') && (after.letter() || after.digit());
    }
    // AT&T, user_name, and the middle dot of Catalan and of inclusive French
    if (c == '&' || c == 0xB7) return before.letter() && after.letter();
    return c == '_' && in_word && (after.letter() || after.digit() || after.code_point == '_');
  }

  /// The end of the run with the dot, apostrophe or plus signs that belong to it.
  std::uint32_t with_final_marks(const Run& run) {
    const std::uint32_t end = run.span.end;
    const Char mark = peek(end);
    if (mark.code_point == '.') return has_final_dot(run) ? end + 1 : end;
    if (run.number) return end;
    if (is_apostrophe(mark.code_point)) {
      const Span whole{run.span.begin, end + mark.size};
      return language_.elisions.contains(folded(whole)) ||
                     language_.fixed_words.contains(folded(whole))
                 ? whole.end
                 : end;
    }
    if (mark.code_point == '+' && peek(run.span.begin).upper()) {  // "Canal+", "C++"
      std::uint32_t stop = end;
      while (peek(stop).code_point == '+') ++stop;
      const Char after = peek(stop);
      return after.letter() || after.digit() ? end : stop;
    }
    return end;
  }

  /// Whether the dot behind `run` belongs to it: abbreviations, initials, ordinal numbers.
  bool has_final_dot(const Run& run) {
    const std::uint32_t end = run.span.end;
    if (peek(end + 1).code_point == '.') return false;
    const std::uint32_t next = skip_space(end + 1);
    if (run.number) return is_ordinal(run.span, next);
    const std::uint32_t begin = run.marked ? elision_end(run.span) : run.span.begin;
    if (const Abbreviation* use = language_.abbreviations.find(folded({begin, end + 1}))) {
      if (*use != Abbreviation::kBeforeNumber || peek(next).digit()) return true;
    }
    if (decode(utf8_, run.last_part).size != end - run.last_part) return false;
    if (run.last_part != run.span.begin) return true;  // "U.S.", "a.k.a."
    return is_initial(run.span, next);
  }

  /// A digit stands for each digit of a number in the list of abbreviations: "3." is "0." there.
  bool is_ordinal(Span number, std::uint32_t next) {
    constexpr std::uint32_t kLongest = 6;
    if (number.size() > kLongest) return false;
    fold_.clear();
    for (std::uint32_t at = number.begin; at < number.end; ++at) {
      fold_ += utf8_[at] >= '0' && utf8_[at] <= '9' ? '0' : utf8_[at];
    }
    fold_ += '.';
    if (!language_.abbreviations.contains(word_key(fold_))) return false;
    const Char after = peek(next);
    if (after.letter()) return !opens_sentence(next);
    const bool list = after.code_point == ',' || after.code_point == '/' ||
                      is_hyphen(after.code_point) || after.code_point == 0x2013;
    return list && next == number.end + 1;  // "1., 2. und 3.", "3.-5. Mai"
  }

  /// One letter and a dot: a name follows an initial ("J. Dupont"), another such letter the parts
  /// of an abbreviation ("z. B.").
  bool is_initial(Span letter, std::uint32_t next) const {
    const Char after = peek(next);
    if (!after.letter()) {
      return peek(letter.begin).upper() && after.kind == CharClass::kPunctuation &&
             (is_hyphen(after.code_point) || after.code_point == ',');
    }
    if (peek(next + after.size).code_point == '.') return true;
    if (!peek(letter.begin).upper()) {
      return !tokens_.empty() && is_dotted_letter(tokens_.back().span);
    }
    return !after.upper() || !opens_sentence(next);
  }

  bool is_dotted_letter(Span span) const {
    return utf8_[span.end - 1] == '.' && decode(utf8_, span.begin).size + 1 == span.size();
  }

  /// Whether the word at byte `at` is one that no name begins with: "Die", "Er".
  bool opens_sentence(std::uint32_t at) const {
    std::uint32_t end = at;
    if (!peek(at).upper()) return false;
    for (Char c = peek(end); c.letter() || c.kind == CharClass::kMark; c = peek(end)) end += c.size;
    return language_.function_words.contains(fold(utf8_.substr(at, end - at)));
  }

  WordKey folded(Span span) {
    fold_.clear();
    fold_append(fold_, utf8_.substr(span.begin, span.size()));
    return word_key(fold_);
  }

  /// Where the elided article or preposition that `word` begins with ends, or word.begin.
  std::uint32_t elision_end(Span word) {
    constexpr std::uint32_t kLongest = 12;
    const std::uint32_t limit = std::min(word.end, word.begin + kLongest);
    for (std::uint32_t at = word.begin; at < limit;) {
      const Char now = peek(at);
      at += now.size;
      if (is_apostrophe(now.code_point)) {
        return language_.elisions.contains(folded({word.begin, at})) ? at : word.begin;
      }
    }
    return word.begin;
  }

  /// Where the pronoun, possessive or second part that `word` ends with begins, or word.end.
  std::uint32_t enclitic_begin(Span word) {
    constexpr std::uint32_t kLongest = 28;
    std::uint32_t best = word.end;
    for (std::uint32_t at = word.end; at > word.begin && word.end - at < kLongest;) {
      at = previous(utf8_, at);
      const char32_t c = peek(at).code_point;
      if (!is_hyphen(c) && !is_apostrophe(c)) continue;
      if (at > word.begin && language_.enclitics.contains(folded({at, word.end}))) best = at;
    }
    return best;
  }

  void add(Span span, TokenKind kind) {
    Token token;
    token.span = span;
    token.kind = kind;
    token.key = folded(span);
    token.shape = kind == TokenKind::kWord ? shape(span) : Shape::kNone;
    tokens_.push_back(token);
    at_ = span.end;
  }

  Shape shape(Span span) const {
    std::uint32_t upper = 0, lower = 0, inner_upper = 0;
    if (utf8_[span.begin] == '#' && span.size() > 1) ++span.begin;
    bool part_start = true;
    for (std::uint32_t at = span.begin; at < span.end;) {
      const Char now = peek(at);
      at += now.size;
      upper += now.upper();
      lower += now.kind == CharClass::kLower;
      inner_upper += now.upper() && !part_start;
      part_start = now.kind == CharClass::kPunctuation;
    }
    if (upper == 0) return lower == 0 ? Shape::kNone : Shape::kLower;
    if (lower == 0) return upper == 1 && span.size() <= 2 ? Shape::kCapitalized : Shape::kUpper;
    return peek(span.begin).upper() && inner_upper == 0 ? Shape::kCapitalized : Shape::kMixed;
  }

  std::string_view utf8_;
  const Language& language_;
  AddressFinder addresses_;
  std::vector<Token>& tokens_;
  std::uint32_t at_;
  std::string fold_;
};

}  // namespace

void tokenize(const Text& text, Span block, const Language& language, std::vector<Token>& tokens) {
  Tokenizer(text, block, language, tokens).run();
}

}  // namespace manicule
