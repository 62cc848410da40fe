#include "figures/tense.h"

#include <algorithm>

#include "text/unicode.h"

namespace manicule {
namespace {

constexpr std::uint32_t kReach = 24;  ///< tokens to each side
constexpr int kDoubt = 8;             ///< further tokens that a weak sign counts as
constexpr int kMarkCost = 3;          ///< further tokens that a comma or a colon stands for

std::string_view next_word(std::string_view& rest) {
  const std::size_t bar = rest.find('|');
  std::string_view word = rest.substr(0, bar);
  rest.remove_prefix(bar == std::string_view::npos ? rest.size() : bar + 1);
  while (!word.empty() && word.front() == ' ') word.remove_prefix(1);
  while (!word.empty() && word.back() == ' ') word.remove_suffix(1);
  return word;
}

/// The sentence that holds token `token`.
TokenRange sentence_of(const Document& document, std::uint32_t token) {
  const auto after = std::upper_bound(
      document.sentences.begin(), document.sentences.end(), token,
      [](std::uint32_t at, const Sentence& sentence) { return at < sentence.tokens.begin; });
  return after == document.sentences.begin() ? TokenRange{token, token} : (after - 1)->tokens;
}

}  // namespace

TenseWords TenseWords::load(std::string_view path, DataErrors& errors) {
  TenseWords out;
  for_each_line(path, [&](const DataLine& line) {
    if (line.fields.size() != 2) {
      errors.push_back(line.error(0, "expected a tense and its words"));
      return;
    }
    const auto sign = sign_named(line.fields[0]);
    if (!sign) {
      errors.push_back(line.error(0, "expected 'past', 'future', 'perhaps-future' or 'neither'"));
      return;
    }
    for (std::string_view rest = line.fields[1]; !rest.empty();) {
      const std::string word = fold(next_word(rest));
      if (word.empty()) continue;
      if (word[0] != '*') {
        out.words_[word_key(word)] = *sign;
      } else if (word.size() - 1 < out.lengths_.size()) {
        out.endings_[word_key(std::string_view(word).substr(1))] = *sign;
        out.lengths_[word.size() - 1] = true;
      } else {
        errors.push_back(line.error(1, "the ending '" + word + "' is too long"));
      }
    }
  });
  return out;
}

std::optional<TenseWords::Sign> TenseWords::sign_named(std::string_view name) {
  if (name == "past") return Sign{Tense::kPast};
  if (name == "future") return Sign{Tense::kFuture};
  if (name == "perhaps-future") return Sign{Tense::kFuture, kDoubt};
  if (name == "neither") return Sign{};
  return {};
}

TenseWords::Sign TenseWords::of(const Document& document, std::uint32_t token,
                                TokenRange sentence) const {
  const Token& t = document.tokens[token];
  if (t.kind != TokenKind::kWord) return {};
  if (const Sign* sign = words_.find(t.key)) return *sign;
  const bool opens = t.shape == Shape::kCapitalized && token <= sentence.begin + 1;
  if (t.shape != Shape::kLower && !opens) return {};
  const std::string_view word = document.word(token);
  for (std::size_t length = std::min(lengths_.size() - 1, word.size() - 1); length > 0; --length) {
    if (!lengths_[length]) continue;
    const Sign* sign = endings_.find(word_key(word.substr(word.size() - length)));
    if (sign != nullptr) return *sign;
  }
  return {};
}

Tense TenseWords::around(const Document& document, TokenRange tokens) const {
  const TokenRange sentence = sentence_of(document, tokens.begin);
  Tense best = Tense::kUnknown;
  int best_distance = static_cast<int>(2 * kReach);
  const auto look = [&](std::uint32_t token, int& distance) {
    const Token& t = document.tokens[token];
    distance += t.kind == TokenKind::kPunctuation ? kMarkCost : 1;
    const Sign sign = of(document, token, sentence);
    if (sign.tense == Tense::kUnknown || distance + sign.doubt >= best_distance) return;
    best = sign.tense;
    best_distance = distance + sign.doubt;
  };
  const std::uint32_t first =
      std::max(sentence.begin, tokens.begin - std::min(tokens.begin, kReach));
  const std::uint32_t last = std::min(sentence.end, tokens.end + kReach);
  int distance = 0;
  for (std::uint32_t i = tokens.begin; i > first && distance < best_distance; --i) {
    look(i - 1, distance);
  }
  distance = 0;
  for (std::uint32_t i = tokens.end; i < last && distance < best_distance; ++i) look(i, distance);
  return best;
}

}  // namespace manicule
