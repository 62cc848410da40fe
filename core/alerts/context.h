#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "alerts/finding.h"
#include "alerts/words.h"
#include "analysis.h"
#include "document/document.h"

namespace manicule {

/// What every check sees: the article as read and all that was found in it.
struct AlertContext {
  const Document& document;
  const Analysis& analysis;

  const AlertWords& words() const { return document.language->alert_words; }
  bool is(std::uint32_t token, AlertWord word) const {
    return words().is(document.tokens[token].key, word);
  }
};

using Findings = std::vector<Finding>;

/// The figures that begin inside one sentence: analysis.figures[begin, end).
struct SentenceFigures {
  TokenRange tokens;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// One entry for each sentence that holds a figure, in order.
std::vector<SentenceFigures> figures_by_sentence(const AlertContext& context);

/// The index of the first token that ends after byte `byte`; tokens.size() when there is none.
std::uint32_t token_at(const Document& document, std::uint32_t byte);

/// The tokens between two spans, the first of which ends before the second begins.
TokenRange tokens_between(const Document& document, Span first, Span second);

/// Whether one of the tokens in `range` is of class `word`.
bool any_is(const AlertContext& context, TokenRange range, AlertWord word);

/// The number that a figure's value begins with; nothing for ranges and for values that are no
/// number.
std::optional<double> amount(const Figure& figure);

/// Both ends of a figure whose value is a range of numbers ("3..5", "3..5 EUR").
std::optional<std::pair<double, double>> amount_range(const Figure& figure);

/// What follows the number in a value: "EUR" of "5 EUR", "pp" of "5pp", "x" of "3x".
std::string_view unit_of(const Figure& figure);

/// A number as a message shows it: at most one decimal, no trailing zero.
std::string shown(double value);

}  // namespace manicule
