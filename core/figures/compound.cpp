#include "figures/compound.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "text/unicode.h"

namespace manicule {
namespace {

constexpr std::size_t kLongestPiece = 24;

/// A word folded, with the way back.
struct Folded {
  std::string text;
  std::vector<std::uint32_t> source;  ///< of each folded byte, and of one past the last

  explicit Folded(std::string_view word) {
    for (std::size_t i = 0; i < word.size();) {
      const std::uint32_t size = decode(word, i).size;
      fold_append(text, word.substr(i, size));
      source.resize(text.size(), static_cast<std::uint32_t>(i));
      i += size;
    }
    source.push_back(static_cast<std::uint32_t>(word.size()));
  }
};

bool is_part(const Reading& reading) {
  const bool number_word = reading.klass >= kCardinalWord && reading.klass <= kOrdinalScale &&
                           reading.klass != kDigitScale;
  return number_word || reading.klass == kJoinWord || reading.klass == kHalfAfter ||
         reading.klass == kArticle;
}

/// Whether a number in one word may have folded[begin, end) as a piece.
bool is_piece(std::string_view folded, std::size_t begin, std::size_t end,
              const FigureLexicon& lexicon) {
  if (end - begin > kLongestPiece) return false;
  if (end == folded.size() && begin > 0) {
    const auto* suffix = lexicon.find(word_key("-" + std::string(folded.substr(begin))));
    // "-re" and "-k" follow digits, not words: "centre" and "lack" are no numbers.
    const auto binds = [](const Reading& reading) {
      return reading.klass != kOrdinalSuffix && reading.klass != kDigitScale;
    };
    if (suffix != nullptr && std::any_of(suffix->readings.begin(), suffix->readings.end(), binds)) {
      return true;
    }
  }
  const auto* node = lexicon.find(word_key(folded.substr(begin, end - begin)));
  return node != nullptr && std::any_of(node->readings.begin(), node->readings.end(), is_part);
}

}  // namespace

std::vector<Span> cut_numeral(std::string_view word, const FigureLexicon& lexicon) {
  const Folded folded(word);
  const std::size_t size = folded.text.size();
  std::vector<Span> cuts;                   // of the folded word
  std::vector<bool> dead(size + 1, false);  // places from which the rest cannot be read
  std::size_t at = 0, end = size;
  while (at < size) {
    while (end > at && (dead[end] || !is_piece(folded.text, at, end, lexicon))) --end;
    if (end > at) {
      cuts.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
      at = end;
      end = size;
      continue;
    }
    dead[at] = true;
    if (cuts.empty()) return {};
    at = cuts.back().begin;
    end = cuts.back().end - 1;
    cuts.pop_back();
  }
  if (cuts.size() < 2) return {};
  for (Span& cut : cuts) cut = {folded.source[cut.begin], folded.source[cut.end]};
  return cuts;
}

}  // namespace manicule
