#include "document/identify.h"

#include <algorithm>
#include <array>
#include <vector>

#include "data.h"
#include "language/language.h"
#include "lexicon/word_map.h"
#include "text/unicode.h"

namespace manicule {
namespace {

constexpr std::size_t kClasses = 8;  // the languages in the order of language_codes(), then "und"
constexpr std::size_t kUnd = kClasses - 1;

bool is_latin(char32_t c) { return c < 0x250 || (c >= 0x1E00 && c < 0x1F00); }

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::uint16_t bucket(std::string_view gram) {
  return static_cast<std::uint16_t>(word_key(gram) >> 24);
}

/// `word` is folded and stands between two spaces.
void use_grams(std::string_view word, const std::function<void(std::uint16_t)>& use) {
  constexpr std::size_t kShortest = 2, kLongest = 4;
  std::array<std::size_t, kLongest> starts{};  // of the last code points, the newest first
  std::size_t known = 0;
  for (std::size_t at = 0; at < word.size();) {
    std::rotate(starts.begin(), starts.end() - 1, starts.end());
    starts[0] = at;
    known = std::min(known + 1, kLongest);
    at += decode(word, at).size;
    if (at > starts[0] + 1) use(bucket(word.substr(starts[0], at - starts[0])));
    for (std::size_t length = kShortest; length <= known; ++length) {
      use(bucket(word.substr(starts[length - 1], at - starts[length - 1])));
    }
  }
  use(bucket(word));
}

/// The weights of the classes for each bucket that has any: data/languages.weights, as written by
/// train/identify.cpp. Per bucket its number (two bytes, little-endian) and a signed byte a class.
class Weights {
 public:
  Weights() : rows_(1 << 16, nullptr) {
    constexpr std::size_t kRow = 2 + kClasses;
    const std::string_view bytes = data_file("languages.weights");
    for (std::size_t at = 0; at + kRow <= bytes.size(); at += kRow) {
      const auto low = static_cast<unsigned char>(bytes[at]);
      const auto high = static_cast<unsigned char>(bytes[at + 1]);
      rows_[low | (high << 8)] = reinterpret_cast<const signed char*>(bytes.data() + at + 2);
    }
  }

  const signed char* row(std::uint16_t bucket) const { return rows_[bucket]; }

 private:
  std::vector<const signed char*> rows_;
};

/// A text of at most a few thousand bytes, cut out of `utf8` at several places.
std::string sample(std::string_view utf8) {
  constexpr std::size_t kPieces = 4, kPiece = 1200;
  if (utf8.size() <= kPieces * kPiece) return std::string(utf8);
  std::string out;
  for (std::size_t i = 0; i < kPieces; ++i) {
    std::size_t begin = i * (utf8.size() - kPiece) / (kPieces - 1);
    std::size_t end = begin + kPiece;
    while (begin > 0 && is_continuation(utf8[begin])) --begin;
    while (end < utf8.size() && is_continuation(utf8[end])) --end;
    out += utf8.substr(begin, end - begin);
    out += ' ';
  }
  return out;
}

}  // namespace

std::uint32_t for_each_language_feature(std::string_view utf8, std::uint32_t& other_words,
                                        const std::function<void(std::uint16_t)>& use) {
  std::uint32_t words = 0;
  std::string word;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t begin = at;
    bool latin = true;
    while (at < utf8.size()) {
      const auto [c, size] = decode(utf8, at);
      const CharClass kind = char_class(c);
      if (!is_letter(kind) && kind != CharClass::kMark) break;
      latin &= is_latin(c) || kind == CharClass::kMark;
      at += size;
    }
    if (at == begin) {
      at += decode(utf8, at).size;
    } else if (!latin) {
      ++other_words;
    } else {
      ++words;
      word = ' ';
      fold_append(word, utf8.substr(begin, at - begin));
      word += ' ';
      use_grams(word, use);
    }
  }
  return words;
}

std::string identify_language(std::string_view utf8) {
  static const Weights weights;
  std::array<std::int64_t, kClasses> scores{};
  std::uint32_t other_words = 0;
  const std::uint32_t words =
      for_each_language_feature(sample(utf8), other_words, [&](std::uint16_t feature) {
        const signed char* row = weights.row(feature);
        if (row == nullptr) return;
        for (std::size_t i = 0; i < kClasses; ++i) scores[i] += row[i];
      });
  const auto best =
      static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  if (words <= other_words || best == kUnd || scores[best] <= 0) return "und";
  return std::string(language_codes()[best]);
}

}  // namespace manicule
