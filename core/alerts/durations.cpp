#include <algorithm>

#include "alerts/checks.h"
#include "alerts/dates.h"
#include "figures/calendar.h"

namespace manicule {
namespace {

class DurationCheck {
 public:
  DurationCheck(const AlertContext& context, Findings& findings)
      : context_(context), document_(context.document), findings_(findings) {}

  /// "from 2003 to 2015, that is ten years", "for ten years, from 2003 to 2015".
  void check_range(const Figure& one, const Figure& two) {
    const bool range_first = one.kind == FigureKind::kDate;
    const Figure& range = range_first ? one : two;
    const Figure& length = range_first ? two : one;
    if (length.modifier != Modifier::kNone || !are_joined(one, two)) return;
    if (const auto years = years_of_range(range)) {
      const auto stated = length_in(length, 'Y');
      const int real = years->second - years->first;
      if (!stated || std::abs(*stated - real) <= 1) return;
      report(one, two, "age.duration", {years->first, years->second, real, *stated});
    } else if (const auto days = days_of_range(range)) {
      const auto stated = length_in(length, 'D');
      // The last day counts or not, as people speak.
      if (!stated || *stated == *days || *stated == *days + 1) return;
      report(one, two, "age.days", {*days + 1, *stated});
    }
  }

  /// "Founded in 1975, the firm celebrates its 40 years" in an article of 2025.
  void check_anniversary(const SentenceFigures& sentence) {
    const auto today = document_.date ? parse_day(*document_.date) : std::nullopt;
    if (!today || !context_.any_is(sentence.tokens, AlertWord::kFounded) ||
        !context_.any_is(sentence.tokens, AlertWord::kAnniversary)) {
      return;
    }
    const Figure* founded = nullptr;
    const Figure* stated = nullptr;
    int dates = 0;
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
      const Figure& figure = context_.analysis.figures[i];
      if (figure.kind == FigureKind::kDate) {
        founded = &figure;
        ++dates;
      } else if (is_anniversary(figure, sentence.tokens)) {
        stated = &figure;
      }
    }
    if (dates != 1 || stated == nullptr || founded->value.size() != 4) return;
    const int begun = *year_of(founded->value), real = today->year - begun;
    const int years = *count_of(*stated);
    if (std::abs(years - real) <= 1) return;
    const bool in_order = founded->span < stated->span;
    report(in_order ? *founded : *stated, in_order ? *stated : *founded, "age.duration",
           {begun, today->year, real, years});
  }

 private:
  /// The years that a figure counts: "40 ans", "40th", 40.
  std::optional<int> count_of(const Figure& figure) const {
    if (figure.kind == FigureKind::kDuration) return length_in(figure, 'Y');
    if (figure.kind != FigureKind::kOrdinal && figure.kind != FigureKind::kAge &&
        figure.kind != FigureKind::kNumber) {
      return {};
    }
    const auto value = amount(figure);
    constexpr double kMost = 2000;
    return value && *value < kMost ? std::optional(static_cast<int>(*value)) : std::nullopt;
  }

  /// Whether a word of anniversaries is within a few of the figure.
  bool is_anniversary(const Figure& figure, TokenRange tokens) const {
    if (figure.modifier != Modifier::kNone || !count_of(figure)) return false;
    constexpr std::uint32_t kNear = 3;
    const std::uint32_t first = context_.tokens_of(figure).begin;
    const std::uint32_t last = context_.tokens_of(figure).end;
    const TokenRange near{std::max(tokens.begin, first < kNear ? 0 : first - kNear),
                          std::min(last + kNear, tokens.end)};
    return context_.any_is(near, AlertWord::kAnniversary);
  }

  /// Whether only marks and words like "that is" and "from" stand between two figures, and what
  /// follows does not go on about the second ("ten years later").
  bool are_joined(const Figure& one, const Figure& two) const {
    const TokenRange gap = context_.tokens_between(one, two);
    constexpr std::uint32_t kLongestGap = 3;
    if (gap.empty() || gap.size() > kLongestGap) return false;
    if (context_.any_is(gap, AlertWord::kThatIs)) return true;
    for (std::uint32_t i = gap.begin; i < gap.end; ++i) {
      if (document_.tokens[i].kind != TokenKind::kPunctuation &&
          !context_.is(i, AlertWord::kFrom)) {
        return false;
      }
    }
    const std::uint32_t behind = context_.tokens_of(two).end;
    return behind >= document_.tokens.size() ||
           document_.tokens[behind].kind == TokenKind::kPunctuation;
  }

  void report(const Figure& one, const Figure& two, std::string_view message,
              std::vector<int> values) {
    std::vector<std::string> arguments;
    for (const int value : values) arguments.push_back(std::to_string(value));
    findings_.push_back({{one.span.begin, two.span.end}, message, std::move(arguments), {}});
  }

  const AlertContext& context_;
  const Document& document_;
  Findings& findings_;
};

}  // namespace

void check_durations(const AlertContext& context, Findings& findings) {
  DurationCheck check(context, findings);
  const auto& figures = context.analysis.figures;
  for (const SentenceFigures& sentence : context.sentences()) {
    for (std::size_t i = sentence.begin; i + 1 < sentence.end; ++i) {
      const bool kinds =
          (figures[i].kind == FigureKind::kDate) != (figures[i + 1].kind == FigureKind::kDate);
      if (kinds) check.check_range(figures[i], figures[i + 1]);
    }
    check.check_anniversary(sentence);
  }
}

}  // namespace manicule
