#include <algorithm>
#include <cmath>
#include <map>

#include "alerts/checks.h"

namespace manicule {
namespace {

/// An amount as its digits and their scale: 12000 is {12, 3}, 1.2 is {12, -1}.
struct Digits {
  std::int64_t digits = 0;
  int scale = 0;
};

std::optional<Digits> digits_of(double value) {
  constexpr double kMost = 1e15;
  if (!(value > 0) || value > kMost) return {};
  Digits out;
  constexpr int kDecimals = 3;
  while (out.scale > -kDecimals && std::abs(value - std::round(value)) > 1e-6) {
    value *= 10;
    --out.scale;
  }
  out.digits = std::llround(value);
  while (out.digits != 0 && out.digits % 10 == 0) {
    out.digits /= 10;
    ++out.scale;
  }
  return out;
}

/// What a slip on the keyboard or the wrong scale word makes of one figure: the same digits, up to
/// three powers of ten apart. Figures of fewer digits than `least` are too often alike by chance.
bool off_by_scale(double a, double b, std::int64_t least) {
  const auto one = digits_of(a), two = digits_of(b);
  if (!one || !two || one->digits != two->digits || one->scale == two->scale) return false;
  constexpr int kMost = 3;
  constexpr double kMillion = 1e6;
  return std::abs(one->scale - two->scale) <= kMost &&
         (one->digits >= least || std::min(a, b) >= kMillion);
}

class FigureConflicts {
 public:
  FigureConflicts(const AlertContext& context, Findings& findings)
      : context_(context), figures_(context.analysis.figures), findings_(findings) {}

  /// Figures of the title that the body gives otherwise and never so.
  void check_title(std::uint32_t title) {
    const auto body = std::find_if(figures_.begin(), figures_.end(),
                                   [&](const Figure& f) { return f.span.begin >= title; });
    constexpr std::ptrdiff_t kMostInTitle = 20;
    const auto end = figures_.begin() + std::min(body - figures_.begin(), kMostInTitle);
    for (auto headline = figures_.begin(); headline != end; ++headline) {
      const auto same = [&](const Figure& f) {
        return f.kind == headline->kind && f.value == headline->value;
      };
      if (!amount(*headline) || std::any_of(body, figures_.end(), same)) continue;
      const auto other = std::find_if(body, figures_.end(),
                                      [&](const Figure& f) { return contradicts(*headline, f); });
      if (other != figures_.end()) {
        report(*headline, *other);
      } else if (const Figure* count = other_count(*headline, body)) {
        report(*headline, *count);
      }
    }
  }

  /// Figures of many digits that the body gives on two scales: 1 250 salariés, 12 500 salariés.
  void check_body(std::uint32_t title) {
    struct Seen {
      const Figure* figure;
      std::uint32_t sentence;
    };
    std::map<std::pair<WordKey, std::int64_t>, Seen> seen;
    std::uint32_t number = 0;
    for (const SentenceFigures& sentence : context_.sentences()) {
      ++number;
      for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
        const Figure& figure = figures_[i];
        const bool counted = figure.kind == FigureKind::kNumber && unit_of(figure).empty();
        if (figure.span.begin < title || !is_exact(figure) ||
            !(counted || figure.kind == FigureKind::kMoney)) {
          continue;
        }
        const auto digits = digits_of(*amount(figure));
        constexpr std::int64_t kThreeDigits = 100;
        if (!digits || digits->digits < kThreeDigits) continue;
        const WordKey thing = counted ? counted_word(figure) : word_key(unit_of(figure));
        const auto [at, is_new] = seen.insert({{thing, digits->digits}, Seen{&figure, number}});
        // In one sentence they are compared.
        if (is_new || at->second.sentence == number || thing == 0) continue;
        if (!off_by_scale(*amount(figure), *amount(*at->second.figure), kThreeDigits)) continue;
        report(figure, *at->second.figure);
      }
    }
  }

 private:
  /// The word after a figure, which says what it counts; 0 where none follows.
  WordKey counted_word(const Figure& figure) const {
    const auto& tokens = context_.document.tokens;
    const std::uint32_t at = context_.tokens_of(figure).end;
    return at < tokens.size() && tokens[at].kind == TokenKind::kWord ? tokens[at].key : 0;
  }

  /// The same digits on another scale, or of another currency.
  bool contradicts(const Figure& headline, const Figure& other) const {
    const auto stated = amount(headline), found = amount(other);
    if (!found || other.kind != headline.kind) return false;
    constexpr std::int64_t kTwoDigits = 10;
    const bool same_unit = unit_of(other) == unit_of(headline);
    if (headline.kind == FigureKind::kMoney && !same_unit) return *stated == *found;
    if (!same_unit || !off_by_scale(*stated, *found, kTwoDigits)) return false;
    return headline.kind != FigureKind::kNumber || counted_word(other) == counted_word(headline);
  }

  /// "14 morts" in the title where the lead says "12 morts", and nothing else is said of them: the
  /// figure of the lead. A round figure may stand for one near it.
  const Figure* other_count(const Figure& headline,
                            std::vector<Figure>::const_iterator body) const {
    const WordKey thing = counted_word(headline);
    const auto digits = digits_of(*amount(headline));
    if (headline.kind != FigureKind::kNumber || !unit_of(headline).empty() || !is_exact(headline) ||
        thing == 0 || !digits || digits->scale < 0 ||
        context_.document.language->function_words.contains(thing)) {
      return nullptr;
    }
    const Figure* other = nullptr;
    for (auto f = body; f != figures_.end(); ++f) {
      if (f->kind != FigureKind::kNumber || counted_word(*f) != thing) continue;
      if (!is_exact(*f) || (other != nullptr && f->value != other->value)) return nullptr;
      if (other == nullptr) other = &*f;
    }
    if (other == nullptr || other->span.begin >= lead_end()) return nullptr;
    const double difference = std::abs(*amount(*other) - *amount(headline));
    const bool rounded = digits->scale > 0 && difference < std::pow(10, digits->scale);
    return rounded ? nullptr : other;
  }

  /// Where the first two sentences behind the title's block end.
  std::uint32_t lead_end() const {
    constexpr std::size_t kLead = 2;
    const auto& sentences = context_.document.sentences;
    std::size_t first = 0;
    while (first < sentences.size() && sentences[first].block == 0) ++first;
    if (first == sentences.size()) return 0;
    const std::size_t last = std::min(first + kLead, sentences.size()) - 1;
    return context_.document.span(sentences[last].tokens).end;
  }

  void report(const Figure& figure, const Figure& other) {
    findings_.push_back({figure.span,
                         "conflict.figure",
                         {std::string((*context_.document.text)[other.span])},
                         other.span});
  }

  const AlertContext& context_;
  const std::vector<Figure>& figures_;
  Findings& findings_;
};

}  // namespace

void check_conflicts(const AlertContext& context, Findings& findings) {
  const std::uint32_t title = title_end(context);
  FigureConflicts conflicts(context, findings);
  if (title > 0) conflicts.check_title(title);
  conflicts.check_body(title);
}

}  // namespace manicule
