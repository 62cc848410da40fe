#include <algorithm>

#include "alerts/checks.h"

namespace manicule {
namespace {

std::vector<WordKey> words_of(const AlertContext& context, Span span) {
  std::vector<WordKey> words;
  const auto& tokens = context.document.tokens;
  for (std::uint32_t i = context.token_at(span.begin);
       i < tokens.size() && tokens[i].span.begin < span.end; ++i) {
    if (tokens[i].kind != TokenKind::kPunctuation) words.push_back(tokens[i].key);
  }
  return words;
}

/// The length of the longest common subsequence.
std::size_t common_words(const std::vector<WordKey>& a, const std::vector<WordKey>& b) {
  std::vector<std::size_t> row(b.size() + 1), above(b.size() + 1);
  for (const WordKey word : a) {
    above.swap(row);
    for (std::size_t j = 0; j < b.size(); ++j) {
      row[j + 1] = word == b[j] ? above[j] + 1 : std::max(above[j + 1], row[j]);
    }
  }
  return row[b.size()];
}

}  // namespace

void check_title_quotes(const AlertContext& context, Findings& findings) {
  const std::uint32_t title = title_end(context);
  constexpr int kMostInTitle = 10;
  int headlines = 0;
  constexpr std::size_t kShortest = 4, kLongest = 60;
  constexpr double kAlike = 0.6;
  for (const Quote& headline : context.analysis.quotes) {
    if (headline.span.begin >= title || ++headlines > kMostInTitle) break;
    if (headline.kind != QuoteKind::kSpeech && headline.kind != QuoteKind::kPartial) continue;
    const auto said = words_of(context, headline.content);
    if (said.size() < kShortest || said.size() > kLongest) continue;
    const Quote* nearest = nullptr;
    bool confirmed = false;
    for (const Quote& quote : context.analysis.quotes) {
      if (quote.span.begin < title || quote.kind == QuoteKind::kReported) continue;
      const auto words = words_of(context, quote.content);
      confirmed |= std::search(words.begin(), words.end(), said.begin(), said.end()) != words.end();
      // Longer quotations hold shorter ones by leaving words out: only like lengths can be slips.
      if (words.size() > said.size() + 2 || words.size() + 2 < said.size()) continue;
      const auto common = static_cast<double>(common_words(said, words));
      if (common >= kAlike * static_cast<double>(std::max(said.size(), words.size()))) {
        nearest = &quote;
      }
    }
    if (confirmed || nearest == nullptr) continue;
    findings.push_back({headline.span, "conflict.quote", {}, nearest->span});
  }
}

}  // namespace manicule
