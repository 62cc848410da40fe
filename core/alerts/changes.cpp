#include <algorithm>
#include <cmath>

#include "alerts/checks.h"

namespace manicule {
namespace {

/// "from 100 to 120": two amounts of one thing at two times.
struct Change {
  double from = 0, to = 0;
  std::size_t first = 0, last = 0;  ///< the figures that say it
};

/// Half a unit of the last digit that a number seems to be rounded to.
double rounding(double value) {
  double unit = 1;
  while (unit > 1e-3 && std::abs(value / unit - std::round(value / unit)) > 1e-9) unit /= 10;
  while (value >= 1000 * unit && std::fmod(value, unit * 10) < 1e-9) unit *= 10;
  return unit / 2;
}

bool is_time(const Figure& figure) {
  return figure.kind == FigureKind::kDate || figure.kind == FigureKind::kDuration ||
         figure.kind == FigureKind::kTime;
}

class SentenceChanges {
 public:
  SentenceChanges(const AlertContext& context, const SentenceFigures& sentence, Findings& findings)
      : context_(context),
        sentence_(sentence),
        figures_(context.analysis.figures),
        findings_(findings) {}

  void check() {
    for (std::size_t i = sentence_.begin; i < sentence_.end; ++i) {
      const auto change = change_at(i);
      if (!change || change->from <= 0 || change->to <= 0) continue;
      if (const auto said = said_behind(*change)) {
        check_said(*change, *said);
        i = *said;
      } else if (const auto before = said_before(*change)) {
        check_said(*change, *before);
        i = change->last;
      }
    }
  }

 private:
  TokenRange between(std::size_t i, std::size_t j) const {
    return context_.tokens_between(figures_[i], figures_[j]);
  }

  /// The tokens of the sentence up to `before` before a figure.
  TokenRange tokens_before(std::size_t figure, std::uint32_t before) const {
    const std::uint32_t at = context_.tokens_of(figures_[figure]).begin;
    return {std::max(sentence_.tokens.begin, at < before ? 0 : at - before), at};
  }

  /// Whether two figures are amounts of one thing; the first may leave its unit to the second.
  bool are_alike(std::size_t i, std::size_t j) const {
    const Figure &one = figures_[i], &two = figures_[j];
    const auto is_countable = [](const Figure& figure) {
      return amount(figure) && unit_of(figure) != "x" && figure.kind != FigureKind::kOrdinal &&
             figure.kind != FigureKind::kAge;
    };
    if (!is_countable(one) || !is_countable(two)) return false;
    const bool bare = one.kind == FigureKind::kNumber && two.kind == FigureKind::kQuantity;
    return bare || (one.kind == two.kind && unit_of(one) == unit_of(two));
  }

  /// The change whose first figure is `i`: "from 100 to 120" as one range or as two figures, "to
  /// 120 from 100", "120, against 100".
  std::optional<Change> change_at(std::size_t i) const {
    constexpr std::uint32_t kBefore = 2, kLongestGap = 6;
    if (figures_[i].modifier != Modifier::kNone) return {};
    const bool from = context_.any_is(tokens_before(i, kBefore), AlertWord::kFrom);
    if (const auto range = amount_range(figures_[i])) {
      if (!from || unit_of(figures_[i]) == "x") return {};
      return Change{range->first, range->second, i, i};
    }
    if (i + 1 >= sentence_.end || !are_alike(i, i + 1)) return {};
    const TokenRange gap = between(i, i + 1);
    if (gap.empty() || gap.size() > kLongestGap) return {};
    const double one = *amount(figures_[i]), two = *amount(figures_[i + 1]);
    const TokenRange joint{std::max(gap.begin, gap.end < kBefore ? 0 : gap.end - kBefore), gap.end};
    if (from && context_.any_is(joint, AlertWord::kTo)) return Change{one, two, i, i + 1};
    const bool against =
        context_.any_is(joint, AlertWord::kAgainst) ||
        context_.is(context_.tokens_of(figures_[i + 1]).begin, AlertWord::kAgainst);
    // "to 120 from 100", "120, up from 100": not where the word also means "of".
    const bool turned =
        context_.is(gap.end - 1, AlertWord::kFrom) && !context_.is(gap.end - 1, AlertWord::kOf) &&
        (context_.any_is(tokens_before(i, 1), AlertWord::kTo) ||
         context_.any_is(gap, AlertWord::kRise) || context_.any_is(gap, AlertWord::kFall));
    if (against || turned) return Change{two, one, i, i + 1};
    return {};
  }

  /// Whether a figure says by how much something changed.
  bool is_said(const Figure& figure) const {
    return amount(figure) && (figure.kind == FigureKind::kPercent ||
                              (figure.kind == FigureKind::kNumber && unit_of(figure) == "x"));
  }

  /// The figure behind a change that sums it up, with a word that says that it does.
  std::optional<std::size_t> said_behind(const Change& change) const {
    std::size_t said = change.last + 1;
    while (said < sentence_.end && is_time(figures_[said])) ++said;
    if (said >= sentence_.end || !is_said(figures_[said])) return {};
    const TokenRange gap = between(change.last, said);
    constexpr std::uint32_t kLongestGap = 12, kNear = 5;
    if (gap.size() > kLongestGap) return {};
    if (unit_of(figures_[said]) == "x") return said;
    const TokenRange near{std::max(gap.begin, gap.end < kNear ? 0 : gap.end - kNear), gap.end};
    if (context_.any_is(near, AlertWord::kThatIs) || direction(said) != Direction::kUnsaid) {
      return said;
    }
    return {};
  }

  /// The figure before a change that it spells out: "up 30% in a year, from 100 to 120".
  std::optional<std::size_t> said_before(const Change& change) const {
    std::size_t said = change.first;
    while (said > sentence_.begin && is_time(figures_[said - 1])) --said;
    if (said == sentence_.begin || !is_said(figures_[--said])) return {};
    const TokenRange gap = between(said, change.first);
    constexpr std::uint32_t kLongestGap = 8;
    if (gap.empty() || gap.size() > kLongestGap) return {};
    // The word before "from" must not be something else that changed: ", staff from 100 to 120".
    std::uint32_t from = gap.end - 1;
    while (from > gap.begin && !context_.is(from, AlertWord::kFrom)) --from;
    const std::uint32_t other = context_.tokens_of(figures_[change.first - 1]).end;
    const bool joined = from <= std::max(gap.begin, other) ||
                        context_.document.tokens[from - 1].kind == TokenKind::kPunctuation ||
                        context_.is(from - 1, AlertWord::kPassing);
    if (!joined) return {};
    if (unit_of(figures_[said]) == "x" || direction(said) != Direction::kUnsaid) return said;
    return {};
  }

  enum class Direction : std::uint8_t { kUnsaid, kUp, kDown };

  /// What the words around the figure that sums up a change say of it; its verb may stand far
  /// before it.
  Direction direction(std::size_t said) const {
    constexpr std::uint32_t kNear = 8, kBehind = 3;
    const TokenRange before = tokens_before(said, kNear);
    const std::uint32_t end = context_.tokens_of(figures_[said]).end;
    const TokenRange behind{end, std::min(end + kBehind, sentence_.tokens.end)};
    const auto says = [&](AlertWord word) {
      return context_.any_is(before, word) || context_.any_is(behind, word);
    };
    const bool up = says(AlertWord::kRise), down = says(AlertWord::kFall);
    if (up == down) return Direction::kUnsaid;
    return up ? Direction::kUp : Direction::kDown;
  }

  void check_said(const Change& change, std::size_t said) {
    if (figures_[said].kind == FigureKind::kNumber) return check_multiple(change, said);
    check_percent(change, said);
  }

  void report(const Change& change, std::size_t said, std::string_view message,
              std::vector<double> values) {
    const std::size_t first = std::min(change.first, said), last = std::max(change.last, said);
    std::vector<std::string> arguments;
    for (const double value : values) arguments.push_back(shown(value));
    findings_.push_back(
        {{figures_[first].span.begin, figures_[last].span.end}, message, std::move(arguments), {}});
  }

  void check_percent(const Change& change, std::size_t said) {
    const double stated = std::abs(*amount(figures_[said]));
    const double hedged = figures_[said].modifier == Modifier::kNone ? 0 : 0.15 * stated;
    const double slack = 2 * rounding(stated) + hedged;
    const bool percents = figures_[change.last].kind == FigureKind::kPercent;
    const double points = std::abs(change.to - change.from);
    const double relative = 100 * points / change.from;
    const double spread = rounding(change.to) + rounding(change.from);
    const double low = std::max(change.from - rounding(change.from), 1e-9);
    const double least =
        100 * std::max(0.0, points - spread) / (change.from + rounding(change.from));
    const double most = 100 * (points + spread) / low;
    const bool fits = unit_of(figures_[said]) == "pp"
                          ? !percents || std::abs(points - stated) <= slack + spread
                          : stated >= least - slack && stated <= most + slack;
    if (!fits && percents) {
      report(change, said, "sum.points", {change.from, change.to, points, relative});
    } else if (!fits) {
      report(change, said, "sum.change", {change.from, change.to, relative, stated});
    } else {
      check_direction(change, said);
    }
  }

  void check_direction(const Change& change, std::size_t said) {
    const Direction direction = this->direction(said);
    if (direction == Direction::kUp && change.to < change.from) {
      report(change, said, "sum.falls", {change.from, change.to});
    } else if (direction == Direction::kDown && change.to > change.from) {
      report(change, said, "sum.rises", {change.from, change.to});
    }
  }

  void check_multiple(const Change& change, std::size_t said) {
    const double stated = *amount(figures_[said]);
    if (stated <= 0) return;
    const double ratio = std::max(change.to / change.from, change.from / change.to);
    const double inverse = stated < 1 ? 1 / stated : stated;  // "halved" is 0.5x
    constexpr double kSlack = 0.25;
    if (std::abs(ratio - inverse) <= kSlack * inverse) return;
    report(change, said, "sum.multiple", {change.from, change.to, ratio, inverse});
  }

  const AlertContext& context_;
  const SentenceFigures& sentence_;
  const std::vector<Figure>& figures_;
  Findings& findings_;
};

}  // namespace

void check_changes(const AlertContext& context, Findings& findings) {
  for (const SentenceFigures& sentence : context.sentences()) {
    SentenceChanges(context, sentence, findings).check();
  }
}

}  // namespace manicule
