#include "document/tokenize.h"

#include <algorithm>
#include <string>

#include "text/unicode.h"

namespace manicule {
namespace {

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2BC; }
bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

class Tokenizer {
 public:
  Tokenizer(const Text& text, Span block, const Language& language, std::vector<Token>& tokens)
      : utf8_(text.utf8().substr(0, block.end)),
        language_(language),
        tokens_(tokens),
        at_(block.begin) {}

  void run() {
    bool space = false;
    while (at_ < utf8_.size()) {
      const auto [c, size] = decode(utf8_, at_);
      const CharClass kind = char_class(c);
      if (kind == CharClass::kSpace || kind == CharClass::kLineEnd || kind == CharClass::kOther) {
        space |= kind != CharClass::kOther;
        at_ += size;
        continue;
      }
      const auto first = tokens_.size();
      read_token(c, kind, size);
      tokens_[first].space_before = space;
      space = false;
    }
  }

 private:
  struct Next {
    char32_t code_point = 0;
    CharClass kind = CharClass::kOther;
    std::uint32_t size = 0;
  };

  Next peek(std::uint32_t at) const {
    if (at >= utf8_.size()) return {};
    const auto [c, size] = decode(utf8_, at);
    return {c, char_class(c), size};
  }

  void read_token(char32_t c, CharClass kind, std::uint32_t size) {
    if (const std::uint32_t end = address_end(c); end != 0) {
      add({at_, end}, TokenKind::kAddress);
    } else if (is_letter(kind) || kind == CharClass::kDigit) {
      read_word(kind == CharClass::kDigit);
    } else if (kind == CharClass::kSymbol || kind == CharClass::kMark) {
      add({at_, at_ + size}, TokenKind::kSymbol);
    } else {
      read_punctuation(c, size);
    }
  }

  void read_punctuation(char32_t c, std::uint32_t size) {
    std::uint32_t end = at_ + size;
    if (c == '.' || c == '-') {  // "..." and "--" are one mark
      while (end < utf8_.size() && utf8_[end] == static_cast<char>(c)) ++end;
    }
    add({at_, end}, TokenKind::kPunctuation);
  }

  void read_word(bool number) {
    const std::uint32_t begin = at_;
    std::uint32_t end = word_end(begin, number);
    if (!number) end = with_final_dot(begin, end);
    if (number) {
      add({begin, end}, TokenKind::kNumber);
      return;
    }
    std::uint32_t start = begin;
    if (const std::uint32_t cut = elision_end({begin, end}); cut != 0) {
      add({begin, cut}, TokenKind::kWord);
      start = cut;
    }
    const std::uint32_t stop = enclitic_begin({start, end});
    if (start < stop) add({start, stop}, TokenKind::kWord);
    if (stop < end) add({stop, end}, TokenKind::kWord);
  }

  /// The end of the run of letters, digits and inner marks that begins at `at`.
  std::uint32_t word_end(std::uint32_t at, bool number) const {
    bool letters = false;
    Next before;
    while (at < utf8_.size()) {
      const Next now = peek(at);
      if (is_letter(now.kind) || now.kind == CharClass::kDigit || now.kind == CharClass::kMark) {
        letters |= is_letter(now.kind);
      } else if (!joins(now, before, peek(at + now.size), number, letters)) {
        break;
      }
      before = now;
      at += now.size;
    }
    return at;
  }

  /// Whether `mark` between `before` and `after` stands inside one word.
  static bool joins(const Next& mark, const Next& before, const Next& after, bool number,
                    bool letters) {
    const bool digits = before.kind == CharClass::kDigit && after.kind == CharClass::kDigit;
    const char32_t c = mark.code_point;
    if (c == '.' || c == ',') {
      if (digits) return number && !letters;                                          // 1.234,5
      return c == '.' && !number && is_letter(before.kind) && is_letter(after.kind);  // U.S.
    }
    if (is_apostrophe(c)) return digits ? number : is_letter(before.kind) && is_letter(after.kind);
    if (is_hyphen(c)) {
      const bool word_before = is_letter(before.kind) || before.kind == CharClass::kDigit ||
                               before.kind == CharClass::kMark || before.code_point == '.';
      if (number && !letters) return false;  // 2014-2018, 35-year-old
      return word_before && (is_letter(after.kind) || after.kind == CharClass::kDigit);
    }
    if (c == '&') return is_letter(before.kind) && is_letter(after.kind);  // AT&T, R&D
    return false;
  }

  /// `end`, or one further where a dot belongs to the word: abbreviations and initials.
  std::uint32_t with_final_dot(std::uint32_t begin, std::uint32_t end) {
    if (end >= utf8_.size() || utf8_[end] != '.') return end;
    if (end + 1 < utf8_.size() && utf8_[end + 1] == '.') return end;
    const std::string_view word = utf8_.substr(begin, end - begin);
    const bool initial = decode(word, 0).size == word.size() &&
                         char_class(decode(word, 0).code_point) == CharClass::kUpper;
    const bool dotted = word.find('.') != std::string_view::npos;
    return initial || dotted || language_.abbreviations.contains(folded({begin, end + 1})) ? end + 1
                                                                                           : end;
  }

  WordKey folded(Span span) {
    fold_.clear();
    fold_append(fold_, utf8_.substr(span.begin, span.size()));
    return word_key(fold_);
  }

  /// Where the elided article or preposition that `word` begins with ends, or 0.
  std::uint32_t elision_end(Span word) {
    constexpr std::uint32_t kLongest = 12;
    const std::uint32_t limit = std::min(word.end, word.begin + kLongest);
    for (std::uint32_t at = word.begin; at < limit;) {
      const Next now = peek(at);
      at += now.size;
      if (is_apostrophe(now.code_point)) {
        return at < word.end && language_.elisions.contains(folded({word.begin, at})) ? at : 0;
      }
    }
    return 0;
  }

  /// Where the pronoun or possessive that `word` ends with begins, or word.end.
  std::uint32_t enclitic_begin(Span word) {
    constexpr std::uint32_t kLongest = 10;
    std::uint32_t best = word.end;
    for (std::uint32_t at = word.end; at > word.begin && word.end - at < kLongest;) {
      at = previous(utf8_, at);
      const char32_t c = peek(at).code_point;
      if (!is_hyphen(c) && !is_apostrophe(c)) continue;
      if (at > word.begin && language_.enclitics.contains(folded({at, word.end}))) best = at;
    }
    return best;
  }

  /// The end of the URL, e-mail address or @name that begins here, or 0.
  std::uint32_t address_end(char32_t first) {
    const std::string_view rest = utf8_.substr(at_);
    const auto starts = [&](std::string_view prefix) {
      return rest.substr(0, prefix.size()) == prefix;
    };
    const bool url = starts("http://") || starts("https://") || starts("www.");
    const bool name = first == '@' && at_ + 1 < utf8_.size() && is_letter(peek(at_ + 1).kind) &&
                      (at_ == 0 || !ends_in_word(at_));
    if (!url && !name && (at_ < mail_checked_ || !mail_ahead())) return 0;
    std::uint32_t end = at_;
    while (end < utf8_.size()) {
      const Next now = peek(end);
      if (now.kind == CharClass::kSpace || now.kind == CharClass::kLineEnd) break;
      if (now.code_point == '"' || now.code_point == '<' || now.code_point == '>' ||
          now.code_point == 0xAB || now.code_point == 0xBB || now.code_point == 0x201C ||
          now.code_point == 0x201D) {
        break;
      }
      if (name && end > at_ && !is_letter(now.kind) && now.kind != CharClass::kDigit &&
          now.code_point != '_') {
        break;
      }
      end += now.size;
    }
    const auto trailing = [](char c) {
      return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == ')' ||
             c == '\'' || c == ']';
    };
    while (end > at_ + 1 && trailing(utf8_[end - 1])) --end;
    return end;
  }

  bool ends_in_word(std::uint32_t at) const {
    const CharClass kind = peek(previous(utf8_, at)).kind;
    return is_letter(kind) || kind == CharClass::kDigit;
  }

  /// Whether an e-mail address begins here. Looks ahead once a run of visible characters.
  bool mail_ahead() {
    std::uint32_t end = at_;
    std::uint32_t at_sign = 0;
    while (end < utf8_.size() && static_cast<unsigned char>(utf8_[end]) > ' ') {
      if (utf8_[end] == '@') at_sign = end;
      ++end;
    }
    mail_checked_ = end;
    if (at_sign <= at_ || at_sign + 3 >= end) return false;
    const auto ascii_word = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
             c == '.' || c == '-' || c == '_' || c == '+';
    };
    return std::all_of(utf8_.begin() + at_, utf8_.begin() + at_sign, ascii_word) &&
           utf8_.substr(at_sign, end - at_sign).find('.') != std::string_view::npos;
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
    bool part_start = true;
    for (std::uint32_t at = span.begin; at < span.end;) {
      const Next now = peek(at);
      at += now.size;
      upper += now.kind == CharClass::kUpper;
      lower += now.kind == CharClass::kLower;
      inner_upper += now.kind == CharClass::kUpper && !part_start;
      part_start = now.kind == CharClass::kPunctuation;
    }
    if (upper == 0) return lower == 0 ? Shape::kNone : Shape::kLower;
    const bool starts_upper = peek(span.begin).kind == CharClass::kUpper;
    if (lower == 0) return upper == 1 && span.size() <= 2 ? Shape::kCapitalized : Shape::kUpper;
    return starts_upper && inner_upper == 0 ? Shape::kCapitalized : Shape::kMixed;
  }

  std::string_view utf8_;
  const Language& language_;
  std::vector<Token>& tokens_;
  std::uint32_t at_;
  std::uint32_t mail_checked_ = 0;  // no e-mail address begins before this byte
  std::string fold_;
};

}  // namespace

void tokenize(const Text& text, Span block, const Language& language, std::vector<Token>& tokens) {
  Tokenizer(text, block, language, tokens).run();
}

}  // namespace manicule
