#include <algorithm>
#include <cmath>

#include "alerts/checks.h"

namespace manicule {
namespace {

/// Where the title ends: byte 0 when the article has none.
std::uint32_t title_end(const AlertContext& context) {
  const auto& blocks = context.document.blocks;
  return !blocks.empty() && blocks[0].kind == BlockKind::kTitle ? blocks[0].span.end : 0;
}

/// The word after a figure, which says what it counts; 0 at the end of the text.
WordKey counted(const AlertContext& context, const Figure& figure) {
  const std::uint32_t at = token_at(context.document, figure.span.end);
  return at < context.document.tokens.size() ? context.document.tokens[at].key : 0;
}

/// Whether the two amounts have the same digits on another scale: 12000 and 1200, 3 million and
/// 3 billion. One digit alone ("3" and "30") says nothing.
bool off_by_scale(double a, double b) {
  constexpr double kTwoDigits = 10, kMillion = 1e6;
  if (a <= 0 || b <= 0 || a == b || std::min(a, b) < kTwoDigits) return false;
  const double power = std::log10(a / b);
  const bool whole = std::abs(power - std::round(power)) < 1e-9 && std::abs(power) < 3.5;
  double digits = a;
  while (std::fmod(digits, 10) == 0) digits /= 10;
  return whole && (digits >= kTwoDigits || std::min(a, b) >= kMillion);
}

void check_figures(const AlertContext& context, std::uint32_t title, Findings& findings) {
  const auto& figures = context.analysis.figures;
  const auto body = std::find_if(figures.begin(), figures.end(),
                                 [&](const Figure& f) { return f.span.begin >= title; });
  for (auto headline = figures.begin(); headline != body; ++headline) {
    const auto stated = amount(*headline);
    if (!stated) continue;
    const auto confirms = [&](const Figure& f) {
      return f.kind == headline->kind && f.value == headline->value;
    };
    if (std::any_of(body, figures.end(), confirms)) continue;
    const auto contradicts = [&](const Figure& f) {
      const auto other = amount(f);
      if (!other || f.kind != headline->kind) return false;
      const bool same_unit = unit_of(f) == unit_of(*headline);
      if (f.kind == FigureKind::kMoney) {
        return same_unit ? off_by_scale(*stated, *other) : *stated == *other;
      }
      return same_unit && counted(context, f) == counted(context, *headline) &&
             off_by_scale(*stated, *other);
    };
    const auto other = std::find_if(body, figures.end(), contradicts);
    if (other == figures.end()) continue;
    findings.push_back({headline->span,
                        "conflict.figure",
                        {std::string((*context.document.text)[other->span])},
                        other->span});
  }
}

std::vector<WordKey> words_of(const AlertContext& context, Span span) {
  std::vector<WordKey> words;
  const auto& tokens = context.document.tokens;
  for (std::uint32_t i = token_at(context.document, span.begin);
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

void check_quotes(const AlertContext& context, std::uint32_t title, Findings& findings) {
  constexpr std::size_t kShortest = 4, kLongest = 60;
  constexpr double kAlike = 0.7;
  for (const Quote& headline : context.analysis.quotes) {
    if (headline.span.begin >= title) break;
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

}  // namespace

void check_conflicts(const AlertContext& context, Findings& findings) {
  const std::uint32_t title = title_end(context);
  if (title == 0) return;
  check_figures(context, title, findings);
  check_quotes(context, title, findings);
}

}  // namespace manicule
