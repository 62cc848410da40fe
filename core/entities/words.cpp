#include "entities/words.h"

#include <algorithm>
#include <string>

#include "text/unicode.h"

namespace manicule {
namespace {

/// Words farther than this from the next one that looks like a name are never part of one.
constexpr std::uint32_t kReach = 4;
/// The reach of a name over words that follow it without a mark between ("Institut national de
/// ...").
constexpr std::uint32_t kLongReach = 10;
/// Titles in quotation marks are not longer.
constexpr std::uint32_t kLongestTitle = 12;

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
    if (token.kind != TokenKind::kWord || word.find('-') == std::string_view::npos) {
      out_.words.push_back(whole);
      return;
    }
    add_parts(whole, word);
  }

 private:
  void add_parts(const NameWord& whole, std::string_view word) {
    const std::size_t first = out_.words.size();
    // A token may begin with the hyphen that joins it to the one before.
    const bool joined = word[0] == '-' && !whole.space_before && first > 0;
    for (std::size_t begin = 0; begin < word.size();) {
      const std::size_t end = std::min(word.find('-', begin), word.size());
      if (begin < end) add_part(whole, word, begin, end, joined || out_.words.size() > first);
      begin = end + 1;
    }
    if (out_.words.size() == first) out_.words.push_back(whole);
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
  bool mark_since = false;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const NameWord& word = all.words[i];
    if (looks_like_name(word.shape)) {
      const std::uint32_t from = i - sentence.begin > kReach ? i - kReach : sentence.begin;
      for (std::uint32_t j = from; j <= i; ++j) all.words[j].open = true;
      seen = true;
      mark_since = false;
      last = i;
    } else if (seen) {
      mark_since |= word.shape == WordShape::kPunctuation;
      if (i - last <= (mark_since ? kReach : kLongReach)) all.words[i].open = true;
    }
    if (word.quote_end > i && word.quote_end - word.quote_begin <= kLongestTitle &&
        looks_like_name(all.words[word.quote_begin].shape)) {
      all.words[i].open = true;
    }
  }
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    if (all.words[i].shape == WordShape::kAddress) all.words[i].open = false;
  }
}

enum class Mark : std::uint8_t { kNone, kOpens, kCloses, kEither };

Mark quote_mark(std::string_view mark) {
  if (mark == "\"") return Mark::kEither;
  if (mark == "\xC2\xAB" || mark == "\xE2\x80\x9E" || mark == "\xE2\x80\x98") return Mark::kOpens;
  if (mark == "\xE2\x80\x9C") return Mark::kEither;  // closes in German
  if (mark == "\xC2\xBB" || mark == "\xE2\x80\x9D" || mark == "\xE2\x80\x99") return Mark::kCloses;
  return Mark::kNone;
}

/// What mark `i` does where it stands: one that clings to the word on one side only tells by that,
/// whichever way it turns (German sets >>Wort<<).
Mark mark_at(const NameWords& all, std::uint32_t i, std::string_view utf8) {
  const NameWord& word = all.words[i];
  if (word.shape != WordShape::kPunctuation) return Mark::kNone;
  const std::string_view text = utf8.substr(word.span.begin, word.span.size());
  const Mark mark = quote_mark(text);
  if (mark == Mark::kNone || text == "\xE2\x80\x99") return mark;
  const bool first = i == 0 || word.space_before;
  const bool last = i + 1 == all.words.size() || all.words[i + 1].space_before ||
                    all.words[i + 1].shape == WordShape::kPunctuation;
  if (first == last) return mark;
  return first ? Mark::kOpens : Mark::kCloses;
}

/// Marks the words between quotation marks that stand in one sentence, and gives all opening and
/// all closing marks one key, so that what was learnt of one style of marks holds for the others.
void find_quotes(NameWords& all, const NameSentence& sentence, std::string_view utf8) {
  static const WordKey kOpening = word_key("\xC2\xAB"), kClosing = word_key("\xC2\xBB");
  std::uint32_t begin = 0;
  bool inside = false;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const Mark mark = mark_at(all, i, utf8);
    if (mark == Mark::kNone) continue;
    NameWord& word = all.words[i];
    if (inside && mark != Mark::kOpens) {
      for (std::uint32_t j = begin; j < i; ++j) {
        all.words[j].quote_begin = begin;
        all.words[j].quote_end = i;
      }
      inside = false;
      word.key = word.token_key = kClosing;
    } else if (mark != Mark::kCloses) {
      inside = true;
      begin = i + 1;
      word.key = word.token_key = kOpening;
    }
  }
}

bool has_spaced_marks(const NameWords& all, std::string_view utf8) {
  std::uint32_t spaced = 0, marks = 0;
  for (const NameWord& word : all.words) {
    if (word.shape != WordShape::kPunctuation || utf8[word.span.begin] != ',') continue;
    ++marks;
    spaced += word.space_before;
  }
  return spaced * 4 > marks;
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
    find_quotes(all, sentence, document.text->utf8());
    mark_open(all, sentence);
    all.sentences.push_back(sentence);
  }
  all.spaced_marks = has_spaced_marks(all, document.text->utf8());
  return all;
}

}  // namespace manicule
