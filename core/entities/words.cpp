#include "entities/words.h"

#include <algorithm>
#include <string>

#include "text/unicode.h"

namespace manicule {
namespace {

/// Words farther than this from the next one that looks like a name are never part of one.
constexpr std::uint32_t kReach = 4;

struct Letters {
  std::uint32_t upper = 0, lower = 0, caseless = 0, digits = 0, dots = 0, inner_upper = 0;
  bool upper_first = false;
  bool roman = true;
};

Letters count_letters(std::string_view word) {
  Letters n;
  for (std::uint32_t at = 0; at < word.size();) {
    const auto [c, size] = decode(word, at);
    switch (char_class(c)) {
      case CharClass::kUpper:
        ++n.upper;
        if (at == 0) {
          n.upper_first = true;
        } else if (n.lower > 0) {
          ++n.inner_upper;
        }
        n.roman &= c == 'I' || c == 'V' || c == 'X' || c == 'L' || c == 'C';
        break;
      case CharClass::kLower:
        ++n.lower;
        break;
      case CharClass::kLetter:
        ++n.caseless;
        break;
      case CharClass::kDigit:
        ++n.digits;
        break;
      default:
        n.dots += c == '.';
    }
    at += size;
  }
  return n;
}

WordShape word_shape(std::string_view word) {
  const Letters n = count_letters(word);
  if (n.digits > 0 && n.upper + n.lower + n.caseless == 0) return WordShape::kNumber;
  if (n.digits > 0) return n.upper > 0 ? WordShape::kCode : WordShape::kOther;
  if (n.upper == 0) return n.lower > 0 ? WordShape::kLower : WordShape::kOther;
  if (n.upper + n.lower == 1) return WordShape::kInitial;
  if (n.dots > 0 && n.lower == 0) return WordShape::kDotted;
  if (n.lower == 0) {
    if (n.roman) return WordShape::kRoman;
    return n.upper <= 5 ? WordShape::kAcronym : WordShape::kCapitals;
  }
  if (!n.upper_first) return WordShape::kLowerCamel;
  return n.inner_upper > 0 || n.upper > 1 ? WordShape::kCamel : WordShape::kCapitalized;
}

WordShape shape_of(const Token& token, std::string_view word) {
  switch (token.kind) {
    case TokenKind::kPunctuation:
      return WordShape::kPunctuation;
    case TokenKind::kSymbol:
      return WordShape::kSymbol;
    case TokenKind::kAddress:
      return WordShape::kAddress;
    default:
      break;
  }
  if (token.shape == Shape::kLower) return WordShape::kLower;
  return word_shape(word);
}

class Cutter {
 public:
  Cutter(const Document& document, NameWords& out) : document_(document), out_(out) {}

  void add(const Token& token) {
    const std::string_view word = (*document_.text)[token.span];
    NameWord whole;
    whole.span = token.span;
    whole.key = whole.token_key = token.key;
    whole.kind = token.kind;
    whole.space_before = token.space_before;
    whole.shape = shape_of(token, word);
    if (token.kind != TokenKind::kWord || word.find('-', 1) == std::string_view::npos) {
      out_.words.push_back(whole);
      return;
    }
    add_parts(whole, word);
  }

 private:
  void add_parts(const NameWord& whole, std::string_view word) {
    const std::size_t first = out_.words.size();
    std::size_t begin = 0;
    while (begin < word.size()) {
      const std::size_t end = std::min(word.find('-', begin + 1), word.size());
      const std::size_t bare = word[begin] == '-' && begin > 0 ? begin + 1 : begin;
      if (bare < end) add_part(whole, word, bare, end, out_.words.size() > first);
      begin = end;
    }
  }

  void add_part(const NameWord& whole, std::string_view word, std::size_t begin, std::size_t end,
                bool later) {
    NameWord part = whole;
    const auto offset = whole.span.begin;
    part.span = {offset + static_cast<std::uint32_t>(begin),
                 offset + static_cast<std::uint32_t>(end)};
    const std::string_view bytes = word.substr(begin, end - begin);
    fold_.clear();
    fold_append(fold_, bytes);
    part.key = word_key(fold_);
    part.shape = word_shape(bytes);
    part.hyphen_before = later;
    part.space_before = whole.space_before && !later;
    if (later) out_.words.back().hyphen_after = true;
    out_.words.push_back(part);
  }

  const Document& document_;
  NameWords& out_;
  std::string fold_;
};

bool cased(WordShape shape) { return shape == WordShape::kLower || looks_like_name(shape); }

Casing casing_of(const NameWords& all, const NameSentence& sentence) {
  std::uint32_t capitals = 0, long_lower = 0, words = 0, longer = 0;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const NameWord& word = all.words[i];
    if (!cased(word.shape)) continue;
    ++words;
    const bool is_lower = word.shape == WordShape::kLower;
    capitals += !is_lower && word.shape != WordShape::kCapitalized &&
                word.shape != WordShape::kCamel && word.shape != WordShape::kLowerCamel;
    if (word.span.size() > 4) {
      ++longer;
      long_lower += is_lower;
    }
  }
  if (words >= 3 && capitals * 10 >= words * 7) return Casing::kCapitals;
  if (longer >= 4 && long_lower * 10 <= longer) return Casing::kTitle;
  return Casing::kNormal;
}

void mark_open(NameWords& all, const NameSentence& sentence) {
  std::uint32_t last = 0;
  bool seen = false;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    if (looks_like_name(all.words[i].shape)) {
      const std::uint32_t from = i - sentence.begin > kReach ? i - kReach : sentence.begin;
      for (std::uint32_t j = from; j <= i; ++j) all.words[j].open = true;
      seen = true;
      last = i;
    } else if (seen && i - last <= kReach) {
      all.words[i].open = true;
    }
  }
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    if (all.words[i].shape == WordShape::kAddress) all.words[i].open = false;
  }
}

}  // namespace

bool looks_like_name(WordShape shape) {
  switch (shape) {
    case WordShape::kCapitalized:
    case WordShape::kInitial:
    case WordShape::kAcronym:
    case WordShape::kCapitals:
    case WordShape::kRoman:
    case WordShape::kDotted:
    case WordShape::kCamel:
    case WordShape::kLowerCamel:
    case WordShape::kCode:
      return true;
    default:
      return false;
  }
}

NameWords cut_words(const Document& document) {
  NameWords all;
  all.words.reserve(document.tokens.size() + document.tokens.size() / 16);
  Cutter cutter(document, all);
  for (const Sentence& range : document.sentences) {
    NameSentence sentence;
    sentence.begin = static_cast<std::uint32_t>(all.words.size());
    for (std::uint32_t t = range.tokens.begin; t < range.tokens.end; ++t) {
      cutter.add(document.tokens[t]);
    }
    sentence.end = static_cast<std::uint32_t>(all.words.size());
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      if (all.words[i].shape == WordShape::kPunctuation) continue;
      all.words[i].initial = true;
      break;
    }
    sentence.casing = casing_of(all, sentence);
    mark_open(all, sentence);
    all.sentences.push_back(sentence);
  }
  return all;
}

}  // namespace manicule
