#include "figures/inherit.h"

#include <algorithm>
#include <string>

namespace manicule {
namespace {

constexpr std::size_t kCode = 3;
constexpr std::uint32_t kNear = 250;  // bytes

const FigureLexicon::Node* node_of(const Document& document, const FigureLexicon& lexicon,
                                   std::uint32_t token) {
  return lexicon.find(document.tokens[token].key);
}

/// Whether the token is a word such as "million".
bool is_large_scale(const FigureLexicon::Node* node) {
  if (node == nullptr) return false;
  return std::any_of(node->readings.begin(), node->readings.end(), [](const Reading& reading) {
    return reading.klass == kScaleWord && !(reading.value < Decimal::of(1, 6));
  });
}

/// Whether the number that ends before the token stands for itself: no noun begins there.
bool counts_nothing(const Document& document, const FigureLexicon& lexicon, std::uint32_t token,
                    std::uint32_t end) {
  if (token >= end || document.tokens[token].kind == TokenKind::kPunctuation) return true;
  const auto* node = node_of(document, lexicon, token);
  return node != nullptr &&
         std::any_of(node->readings.begin(), node->readings.end(),
                     [](const Reading& reading) { return reading.klass == kNoNoun; });
}

/// The money nearest to figures[at] inside `near`, or null.
const Figure* nearest_money(const std::vector<Figure>& figures, std::size_t at, Span near) {
  const Figure* nearest = nullptr;
  std::uint32_t best = near.size() + 1;
  const auto look = [&](const Figure& figure) {
    const bool inside = near.begin <= figure.span.begin && figure.span.end <= near.end;
    if (!inside || figure.kind != FigureKind::kMoney) return inside;
    const std::uint32_t gap = figure.span.begin < figures[at].span.begin
                                  ? figures[at].span.begin - figure.span.end
                                  : figure.span.begin - figures[at].span.end;
    if (gap < best) best = gap, nearest = &figure;
    return false;
  };
  for (std::size_t i = at; i-- > 0 && look(figures[i]);) {
  }
  for (std::size_t i = at + 1; i < figures.size() && look(figures[i]); ++i) {
  }
  return nearest;
}

/// The code of the only currency of the figures; empty where there is none or more than one.
std::string only_currency(const std::vector<Figure>& figures) {
  std::string code;
  for (const Figure& figure : figures) {
    if (figure.kind != FigureKind::kMoney) continue;
    const std::string own = figure.value.substr(figure.value.size() - kCode);
    if (!code.empty() && own != code) return {};
    code = own;
  }
  return code;
}

}  // namespace

void inherit_currencies(const Document& document, const FigureLexicon& lexicon,
                        std::vector<Figure>& figures) {
  const auto& tokens = document.tokens;
  auto sentence = document.sentences.begin();
  const std::string usual = only_currency(figures);
  for (std::size_t i = 0; i < figures.size(); ++i) {
    Figure& figure = figures[i];
    if (figure.kind != FigureKind::kNumber || figure.value.back() == 'x') continue;
    const std::uint32_t begin = figure.span.begin, end = figure.span.end;
    while (sentence != document.sentences.end() &&
           tokens[sentence->tokens.end - 1].span.end < end) {
      ++sentence;
    }
    if (sentence == document.sentences.end()) return;
    const auto first = tokens.begin() + sentence->tokens.begin;
    const auto last = tokens.begin() + sentence->tokens.end;
    if (begin < first->span.begin) continue;
    const auto after = std::lower_bound(first, last, end, [](const Token& token, std::uint32_t at) {
      return token.span.begin < at;
    });
    if (after == first) continue;
    const auto next = static_cast<std::uint32_t>(after - tokens.begin());
    if (!is_large_scale(node_of(document, lexicon, next - 1))) continue;
    if (!counts_nothing(document, lexicon, next, sentence->tokens.end)) continue;
    // The sentence, and what stands shortly before it.
    const std::uint32_t shortly = begin < kNear ? 0 : begin - kNear;
    const Span whole{std::min(shortly, first->span.begin), (last - 1)->span.end};
    const Figure* money = nearest_money(figures, i, whole);
    const std::string code =
        money == nullptr ? usual : money->value.substr(money->value.size() - kCode);
    if (code.empty()) continue;
    figure.kind = FigureKind::kMoney;
    figure.value += ' ' + code;
  }
}

}  // namespace manicule
