#include <algorithm>
#include <cmath>

#include "alerts/checks.h"

namespace manicule {
namespace {

/// Where the mentions of places and organizations begin, in bytes, sorted: what shares may be of.
std::vector<std::uint32_t> find_wholes(const Analysis& analysis) {
  std::vector<std::uint32_t> begins;
  for (const Entity& entity : analysis.entities) {
    if (entity.kind != EntityKind::kPlace && entity.kind != EntityKind::kOrganization) continue;
    for (const Mention& mention : entity.mentions) begins.push_back(mention.span.begin);
  }
  std::sort(begins.begin(), begins.end());
  return begins;
}

class SentenceSums {
 public:
  SentenceSums(const AlertContext& context, const std::vector<std::uint32_t>& wholes,
               const SentenceFigures& sentence, Findings& findings)
      : context_(context),
        wholes_(wholes),
        sentence_(sentence),
        figures_(context.analysis.figures),
        findings_(findings) {}

  void check() {
    check_shares();
    check_parts();
    check_changes();
  }

 private:
  TokenRange between(std::size_t i, std::size_t j) const {
    return tokens_between(context_.document, figures_[i].span, figures_[j].span);
  }

  /// A plain amount: neither a range nor hedged.
  bool is_exact(const Figure& figure) const {
    return figure.modifier == Modifier::kNone && amount(figure).has_value();
  }

  void report(std::size_t first, std::size_t last, std::string_view message,
              std::vector<std::string> arguments) {
    findings_.push_back(
        {{figures_[first].span.begin, figures_[last].span.end}, message, std::move(arguments), {}});
  }

  /// The end of the enumeration of figures like figures_[begin] ("46 % ..., 38 % ... and 21 %"), or
  /// `begin` where there is none: like kinds and units, and an "and" before the last.
  std::size_t enumeration_end(std::size_t begin) const {
    std::size_t end = begin + 1;
    bool closed = false;
    while (end < sentence_.end && !closed && is_exact(figures_[end]) &&
           figures_[end].kind == figures_[begin].kind &&
           unit_of(figures_[end]) == unit_of(figures_[begin])) {
      closed = any_is(context_, between(end - 1, end), AlertWord::kAnd);
      ++end;
    }
    return closed ? end : begin;
  }

  double total(std::size_t begin, std::size_t end) const {
    double sum = 0;
    for (std::size_t i = begin; i < end; ++i) sum += *amount(figures_[i]);
    return sum;
  }

  /// Whether shares of different wholes may stand side by side here: each with its own place, as
  /// increases or falls.
  bool compares(std::size_t begin, std::size_t end) const {
    const auto first = std::lower_bound(wholes_.begin(), wholes_.end(), figures_[begin].span.begin);
    const auto last = std::lower_bound(first, wholes_.end(), figures_[end - 1].span.end);
    return last - first > 1 || any_is(context_, sentence_.tokens, AlertWord::kChange);
  }

  void check_shares() {
    constexpr std::size_t kFewest = 3;
    constexpr double kHundred = 100, kRounding = 0.5, kMost = 150;
    for (std::size_t i = sentence_.begin; i + kFewest <= sentence_.end; ++i) {
      if (figures_[i].kind != FigureKind::kPercent || !is_exact(figures_[i]) ||
          !unit_of(figures_[i]).empty()) {
        continue;
      }
      const std::size_t end = enumeration_end(i);
      if (end - i < kFewest || compares(i, end)) continue;
      const double sum = total(i, end);
      if (sum > kHundred + kRounding * static_cast<double>(end - i) && sum < kMost) {
        report(i, end - 1, "sum.over-hundred", {shown(sum)});
      }
      i = end - 1;
    }
  }

  /// "Of the 486, 324 ... and 172 ...": parts of a total given in the same sentence.
  void check_parts() {
    for (std::size_t i = sentence_.begin; i + 2 < sentence_.end; ++i) {
      const Figure& whole = figures_[i];
      if (whole.kind != FigureKind::kNumber || !is_exact(whole) || !unit_of(whole).empty())
        continue;
      const bool of_the = opens_with(whole, AlertWord::kOfThe);
      const bool including = any_is(context_, between(i, i + 1), AlertWord::kIncluding);
      if (!is_exact(figures_[i + 1]) || figures_[i + 1].kind != whole.kind) continue;
      const std::size_t end = enumeration_end(i + 1);
      if (end <= i + 2 || !(of_the || including)) continue;
      const double sum = total(i + 1, end), all = *amount(whole);
      constexpr double kMost = 1.3, kLeast = 0.97;
      const bool too_many = sum > all && sum < kMost * all;
      const bool too_few = of_the && sum < all && sum > kLeast * all;
      const bool share = *amount(figures_[i + 1]) < all;
      if (share && (too_many || too_few)) {
        report(i, end - 1, "sum.parts", {shown(sum), shown(all)});
        return;
      }
    }
  }

  /// Whether one of the sentence's first words before `figure`, and at most two of them, is `word`.
  bool opens_with(const Figure& figure, AlertWord word) const {
    constexpr std::uint32_t kFewWords = 3;
    const std::uint32_t at = token_at(context_.document, figure.span.begin);
    return at - sentence_.tokens.begin <= kFewWords &&
           any_is(context_, {sentence_.tokens.begin, at}, word);
  }

  struct Change {
    double from = 0, to = 0;
    std::size_t first = 0, last = 0;  ///< the figures that say it
  };

  /// "from 100 to 120" that begins at figure `i`, as one range or as two figures.
  std::optional<Change> change_at(std::size_t i) const {
    const Figure& figure = figures_[i];
    if (figure.modifier != Modifier::kNone) return {};
    const std::uint32_t at = token_at(context_.document, figure.span.begin);
    constexpr std::uint32_t kBefore = 2;
    const std::uint32_t before = std::max(sentence_.tokens.begin, at < kBefore ? 0 : at - kBefore);
    if (!any_is(context_, {before, at}, AlertWord::kFrom)) return {};
    if (const auto range = amount_range(figure)) return Change{range->first, range->second, i, i};
    if (i + 1 >= sentence_.end) return {};
    const Figure& next = figures_[i + 1];
    const TokenRange gap = between(i, i + 1);
    constexpr std::uint32_t kLongestGap = 4;
    const auto from = amount(figure), to = amount(next);
    if (!from || !to || next.kind != figure.kind || unit_of(next) != unit_of(figure) ||
        gap.size() > kLongestGap || !any_is(context_, gap, AlertWord::kTo)) {
      return {};
    }
    return Change{*from, *to, i, i + 1};
  }

  void check_changes() {
    for (std::size_t i = sentence_.begin; i < sentence_.end; ++i) {
      const auto change = change_at(i);
      if (!change || change->from <= 0 || change->last + 1 >= sentence_.end) continue;
      const std::size_t said = change->last + 1;
      const Figure& figure = figures_[said];
      const TokenRange gap = between(change->last, said);
      constexpr std::uint32_t kLongestGap = 10;
      if (gap.size() > kLongestGap || !amount(figure)) continue;
      if (figure.kind == FigureKind::kPercent && (any_is(context_, gap, AlertWord::kChange) ||
                                                  any_is(context_, gap, AlertWord::kThatIs))) {
        check_percent(*change, said);
      } else if (figure.kind == FigureKind::kNumber && unit_of(figure) == "x") {
        check_multiple(*change, said);
      }
      i = said;
    }
  }

  /// Half a unit of the last digit that a number seems to be rounded to.
  static double rounding(double value) {
    double unit = 1;
    while (unit > 1e-3 && std::abs(value / unit - std::round(value / unit)) > 1e-9) unit /= 10;
    while (value >= 1000 * unit && std::fmod(value, unit * 10) < 1e-9) unit *= 10;
    return unit / 2;
  }

  void check_percent(const Change& change, std::size_t said) {
    const double stated = std::abs(*amount(figures_[said]));
    const double slack =
        2 * rounding(stated) + (figures_[said].modifier == Modifier::kNone ? 0 : 0.15 * stated);
    const bool percents = figures_[change.last].kind == FigureKind::kPercent;
    const double points = std::abs(change.to - change.from);
    const double relative = 100 * points / change.from;
    const double low = change.from - rounding(change.from),
                 high = change.from + rounding(change.from);
    const double spread = rounding(change.to) + rounding(change.from);
    const double least = 100 * std::max(0.0, points - spread) / high;
    const double most = 100 * (points + spread) / std::max(low, 1e-9);
    if (unit_of(figures_[said]) == "pp") {
      if (!percents || std::abs(points - stated) <= slack + spread) return;
      report(change.first, said, "sum.points",
             {shown(change.from), shown(change.to), shown(points), shown(relative)});
      return;
    }
    if (stated >= least - slack && stated <= most + slack) return;
    if (percents) {
      report(change.first, said, "sum.points",
             {shown(change.from), shown(change.to), shown(points), shown(relative)});
    } else {
      report(change.first, said, "sum.change",
             {shown(change.from), shown(change.to), shown(relative), shown(stated)});
    }
  }

  void check_multiple(const Change& change, std::size_t said) {
    const double stated = *amount(figures_[said]);
    if (change.to <= 0 || stated <= 0) return;
    const double ratio = std::max(change.to / change.from, change.from / change.to);
    constexpr double kSlack = 0.25;
    if (std::abs(ratio - stated) <= kSlack * stated) return;
    report(change.first, said, "sum.multiple",
           {shown(change.from), shown(change.to), shown(ratio), shown(stated)});
  }

  const AlertContext& context_;
  const std::vector<std::uint32_t>& wholes_;
  const SentenceFigures& sentence_;
  const std::vector<Figure>& figures_;
  Findings& findings_;
};

}  // namespace

void check_sums(const AlertContext& context, Findings& findings) {
  const auto wholes = find_wholes(context.analysis);
  for (const SentenceFigures& sentence : figures_by_sentence(context)) {
    // A list of numbers is no sentence, and comparing all with all of them would take long.
    constexpr std::size_t kMostFigures = 40;
    if (sentence.end - sentence.begin > kMostFigures) continue;
    SentenceSums(context, wholes, sentence, findings).check();
  }
}

}  // namespace manicule
