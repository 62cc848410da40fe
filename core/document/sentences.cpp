#include "document/sentences.h"

#include "text/unicode.h"

namespace manicule {
namespace {

constexpr char32_t kEllipsis = 0x2026;
constexpr char32_t kRightGuillemet = 0xBB;

/// The one code point of a mark; 0 for "..." and "--".
char32_t single(std::string_view mark) {
  const auto [c, size] = decode(mark, 0);
  return size == mark.size() ? c : 0;
}

bool is_dots(std::string_view mark) { return mark.size() > 1 && mark[0] == '.' && mark[1] == '.'; }

bool ends_sentence(std::string_view mark) {
  const char32_t c = single(mark);
  return c == '.' || c == '!' || c == '?' || c == kEllipsis || is_dots(mark);
}

bool may_close(char32_t c) {
  switch (c) {
    case ')':
    case ']':
    case '"':
    case '\'':
    case 0xAB:  // left guillemet, as German closes
    case kRightGuillemet:
    case 0x2018:  // single quotation marks
    case 0x2019:
    case 0x201C:  // double quotation marks, the left one as German closes
    case 0x201D:
    case 0x203A:  // single guillemets
    case 0x2039:
      return true;
    default:
      return false;
  }
}

class Splitter {
 public:
  Splitter(Document& document, TokenRange tokens) : document_(document), tokens_(tokens) {}

  void run(std::uint32_t block) {
    std::uint32_t begin = tokens_.begin;
    for (std::uint32_t i = tokens_.begin; i < tokens_.end;) {
      const std::uint32_t end = candidate_end(i);
      if (end == i) {
        ++i;
        continue;
      }
      if (end < tokens_.end && begins_sentence(end, i)) {
        document_.sentences.push_back({{begin, end}, block});
        begin = end;
      }
      i = end;
    }
    if (begin < tokens_.end) document_.sentences.push_back({{begin, tokens_.end}, block});
  }

 private:
  const Token& token(std::uint32_t i) const { return document_.tokens[i]; }
  bool punctuation(std::uint32_t i) const { return token(i).kind == TokenKind::kPunctuation; }

  /// Behind the marks with which a sentence may end at token `i`; `i` itself when there are none.
  std::uint32_t candidate_end(std::uint32_t i) const {
    if (is_abbreviation(i)) {
      if (!may_end_with(i)) return i;
    } else if (!punctuation(i) || !ends_sentence(document_.word(i))) {
      return i;
    }
    std::uint32_t end = i + 1;
    while (end < tokens_.end && punctuation(end) &&
           (ends_sentence(document_.word(end)) || closes(end))) {
      ++end;
    }
    return end;
  }

  bool is_abbreviation(std::uint32_t i) const {
    return token(i).kind == TokenKind::kWord && document_.word(i).back() == '.';
  }

  bool may_end_with(std::uint32_t abbreviation) const {
    const Abbreviation* use = document_.language->abbreviations.find(token(abbreviation).key);
    return use == nullptr || *use == Abbreviation::kMayEnd;
  }

  /// A mark that can open as well closes where no space stands before it; a right guillemet, which
  /// French sets off, also where one stands behind it.
  bool closes(std::uint32_t i) const {
    const char32_t c = single(document_.word(i));
    if (!may_close(c)) return false;
    if (!token(i).space_before) return true;
    return c == kRightGuillemet && (i + 1 == tokens_.end || token(i + 1).space_before);
  }

  /// Whether a sentence can begin at token `at`, behind the end mark or abbreviation `mark`.
  bool begins_sentence(std::uint32_t at, std::uint32_t mark) const {
    std::uint32_t first = at;  // the first word behind quotation marks, brackets and dashes
    while (first < tokens_.end && punctuation(first)) {
      const char32_t c = single(document_.word(first));
      if (c == ',' || c == ';' || c == ':') return false;
      ++first;
    }
    if (first == tokens_.end) return false;
    if (goes_on_with(first)) return false;
    if (is_abbreviation(mark)) {
      return first > at || document_.language->function_words.contains(token(first).key);
    }
    return token(at).space_before || space_is_missing(at, mark);
  }

  /// A word in lower case goes on with the sentence, but not the "'s" of "'s Avonds".
  bool goes_on_with(std::uint32_t i) const {
    if (token(i).kind != TokenKind::kWord || token(i).shape != Shape::kLower) return false;
    return is_letter(char_class(decode(document_.word(i), 0).code_point)) || i + 1 == tokens_.end ||
           token(i + 1).shape == Shape::kLower;
  }

  /// "... le monde.Il ..."
  bool space_is_missing(std::uint32_t at, std::uint32_t mark) const {
    return mark > tokens_.begin && token(at).shape == Shape::kCapitalized &&
           token(mark - 1).kind == TokenKind::kWord && token(mark - 1).shape == Shape::kLower;
  }

  Document& document_;
  TokenRange tokens_;
};

}  // namespace

void split_sentences(Document& document, TokenRange tokens, std::uint32_t block) {
  Splitter(document, tokens).run(block);
}

}  // namespace manicule
