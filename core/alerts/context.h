#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "alerts/finding.h"
#include "alerts/words.h"
#include "analysis.h"
#include "document/document.h"

namespace manicule {

/// The figures that begin inside one sentence: analysis.figures[begin, end).
struct SentenceFigures {
  TokenRange tokens;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// What every check sees: the article as read and all that was found in it.
class AlertContext {
 public:
  AlertContext(const Document& article, const Analysis& found);

  const Document& document;
  const Analysis& analysis;

  const AlertWords& words() const { return document.language->alert_words; }
  bool is(std::uint32_t token, AlertWord word) const { return has(classes_[token], word); }

  /// One entry for each sentence that holds a figure, in order.
  const std::vector<SentenceFigures>& sentences() const { return sentences_; }

  /// The index of the first token that ends after byte `byte`; tokens.size() when there is none.
  std::uint32_t token_at(std::uint32_t byte) const;

  /// The tokens that name a month, in order.
  const std::vector<std::uint32_t>& months() const { return months_; }

  /// The tokens that one of analysis.figures is written in, at least one.
  TokenRange tokens_of(const Figure& figure) const {
    return figure_tokens_[static_cast<std::size_t>(&figure - analysis.figures.data())];
  }

  /// The tokens between two of analysis.figures, the first of which ends before the second begins.
  TokenRange tokens_between(const Figure& first, const Figure& second) const {
    const std::uint32_t begin = tokens_of(first).end;
    return {begin, std::max(begin, tokens_of(second).begin)};
  }

  /// The tokens between two spans, the first of which ends before the second begins.
  TokenRange tokens_between(Span first, Span second) const;

  /// Whether one of the tokens in `range` is of class `word`.
  bool any_is(TokenRange range, AlertWord word) const;

 private:
  std::vector<std::uint32_t> classes_;  ///< bits of AlertWord, for each token
  std::vector<std::uint32_t> months_;
  std::vector<SentenceFigures> sentences_;
  std::vector<TokenRange> figure_tokens_;
  std::vector<std::uint32_t> first_tokens_;  ///< token_at of every kStep-th byte
};

using Findings = std::vector<Finding>;

/// Where the title ends, in bytes: 0 when the article has none.
std::uint32_t title_end(const AlertContext& context);

/// The number that a figure's value begins with; nothing for ranges and for values that are no
/// number.
std::optional<double> amount(const Figure& figure);

/// Both ends of a figure whose value is a range of numbers ("3..5", "3..5 EUR").
std::optional<std::pair<double, double>> amount_range(const Figure& figure);

/// Whether a figure is one plain amount, neither a range nor hedged.
bool is_exact(const Figure& figure);

/// What follows the number in a value: "EUR" of "5 EUR", "pp" of "5pp", "x" of "3x".
std::string_view unit_of(const Figure& figure);

/// A number as a message shows it: at most one decimal, no trailing zero.
std::string shown(double value);

}  // namespace manicule
