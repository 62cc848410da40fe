#include "alerts/context.h"

#include <algorithm>
#include <cmath>

namespace manicule {
namespace {

constexpr std::size_t kStep = 32;  // bytes

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

AlertContext::AlertContext(const Document& article, const Analysis& found)
    : document(article), analysis(found) {
  const auto& figures = analysis.figures;
  std::size_t next = 0;
  for (const Sentence& sentence : document.sentences) {
    const Span span = document.span(sentence.tokens);
    while (next < figures.size() && figures[next].span.begin < span.begin) ++next;
    const std::size_t begin = next;
    while (next < figures.size() && figures[next].span.begin < span.end) ++next;
    if (begin < next) sentences_.push_back({sentence.tokens, begin, next});
  }
  classes_.resize(document.tokens.size());
  for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
    const Token& token = document.tokens[i];
    while (first_tokens_.size() * kStep < token.span.end) first_tokens_.push_back(i);
    if (token.kind != TokenKind::kWord) continue;
    const auto* classes = words().classes.find(token.key);
    if (classes == nullptr) continue;
    classes_[i] = *classes;
    if (is(i, AlertWord::kMonth)) months_.push_back(i);
  }
  figure_tokens_.reserve(figures.size());
  for (const Figure& figure : figures) {
    const std::uint32_t first = token_at(figure.span.begin);
    figure_tokens_.push_back({first, std::max(first + 1, token_at(figure.span.end))});
  }
}

std::uint32_t AlertContext::token_at(std::uint32_t byte) const {
  const auto count = static_cast<std::uint32_t>(document.tokens.size());
  const std::size_t step = byte / kStep;
  std::uint32_t token = step < first_tokens_.size() ? first_tokens_[step] : count;
  while (token < count && document.tokens[token].span.end <= byte) ++token;
  return token;
}

TokenRange AlertContext::tokens_between(Span first, Span second) const {
  const std::uint32_t begin = token_at(first.end);
  return {begin, std::max(begin, token_at(second.begin))};
}

bool AlertContext::any_is(TokenRange range, AlertWord word) const {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (is(i, word)) return true;
  }
  return false;
}

std::uint32_t title_end(const AlertContext& context) {
  const auto& blocks = context.document.blocks;
  return !blocks.empty() && blocks[0].kind == BlockKind::kTitle ? blocks[0].span.end : 0;
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

bool is_exact(const Figure& figure) {
  return figure.modifier == Modifier::kNone && amount(figure).has_value();
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
