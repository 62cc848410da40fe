#include "alerts/context.h"

#include <algorithm>
#include <cmath>

namespace manicule {
namespace {

struct Parsed {
  double value = 0;
  std::size_t size = 0;  ///< bytes read; 0: no number
};

/// Reads the decimal number at the beginning of `text`.
Parsed parse_number(std::string_view text) {
  std::size_t at = !text.empty() && text[0] == '-' ? 1 : 0;
  double value = 0, place = 1;
  bool decimals = false;
  const std::size_t first = at;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c >= '0' && c <= '9') {
      if (decimals) place /= 10;
      value = decimals ? value + (c - '0') * place : value * 10 + (c - '0');
    } else if (c == '.' && !decimals && at + 1 < text.size() && text[at + 1] != '.') {
      decimals = true;
    } else {
      break;
    }
  }
  if (at == first) return {};
  return {first == 1 ? -value : value, at};
}

bool is_amount(FigureKind kind) {
  return kind != FigureKind::kDate && kind != FigureKind::kTime && kind != FigureKind::kDuration;
}

}  // namespace

std::vector<SentenceFigures> figures_by_sentence(const AlertContext& context) {
  std::vector<SentenceFigures> out;
  const auto& figures = context.analysis.figures;
  std::size_t next = 0;
  for (const Sentence& sentence : context.document.sentences) {
    const Span span = context.document.span(sentence.tokens);
    while (next < figures.size() && figures[next].span.begin < span.begin) ++next;
    const std::size_t begin = next;
    while (next < figures.size() && figures[next].span.begin < span.end) ++next;
    if (begin < next) out.push_back({sentence.tokens, begin, next});
  }
  return out;
}

std::uint32_t token_at(const Document& document, std::uint32_t byte) {
  const auto found =
      std::upper_bound(document.tokens.begin(), document.tokens.end(), byte,
                       [](std::uint32_t b, const Token& token) { return b < token.span.end; });
  return static_cast<std::uint32_t>(found - document.tokens.begin());
}

TokenRange tokens_between(const Document& document, Span first, Span second) {
  const std::uint32_t begin = token_at(document, first.end);
  return {begin, std::max(begin, token_at(document, second.begin))};
}

bool any_is(const AlertContext& context, TokenRange range, AlertWord word) {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (context.is(i, word)) return true;
  }
  return false;
}

std::optional<double> amount(const Figure& figure) {
  if (!is_amount(figure.kind)) return {};
  const auto [value, size] = parse_number(figure.value);
  if (size == 0 || figure.value.compare(size, 2, "..") == 0) return {};
  return value;
}

std::optional<std::pair<double, double>> amount_range(const Figure& figure) {
  if (!is_amount(figure.kind)) return {};
  const auto [low, size] = parse_number(figure.value);
  if (size == 0 || figure.value.compare(size, 2, "..") != 0) return {};
  const auto high = parse_number(std::string_view(figure.value).substr(size + 2));
  if (high.size == 0) return {};
  return std::pair{low, high.value};
}

std::string_view unit_of(const Figure& figure) {
  const std::string_view value = figure.value;
  const std::size_t last_digit = value.find_last_of("0123456789");
  if (!is_amount(figure.kind) || last_digit == std::string_view::npos) return {};
  const std::size_t space = value.find(' ');
  return space == std::string_view::npos ? value.substr(last_digit + 1) : value.substr(space + 1);
}

std::string shown(double value) {
  const auto tenths = static_cast<std::int64_t>(std::llround(value * 10));
  std::string out = std::to_string(tenths / 10);
  if (tenths % 10 != 0) out += '.' + std::to_string(std::abs(tenths % 10));
  return out;
}

}  // namespace manicule
