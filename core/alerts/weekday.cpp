#include "alerts/checks.h"
#include "figures/calendar.h"

namespace manicule {
namespace {

/// The token that names a weekday inside `figure` or, past an article or a comma, just before it.
std::optional<std::uint32_t> weekday_token(const AlertContext& context, const Figure& figure) {
  const auto& tokens = context.document.tokens;
  const std::uint32_t first = token_at(context.document, figure.span.begin);
  constexpr std::uint32_t kBefore = 2;
  for (std::uint32_t i = first < kBefore ? 0 : first - kBefore; i < tokens.size(); ++i) {
    if (tokens[i].span.begin >= figure.span.end) break;
    if (context.words().weekdays.contains(tokens[i].key)) return i;
  }
  return {};
}

/// The date's own words without the weekday and what separates them, its year added where they have
/// none.
std::string date_words(std::string_view words, const Day& day) {
  while (!words.empty() && (words.front() == ' ' || words.front() == ',' || words.front() == '.')) {
    words.remove_prefix(1);
  }
  const std::string year = std::to_string(day.year);
  const bool complete = words.find(year) != std::string_view::npos;
  return std::string(words) + (complete ? "" : " " + year);
}

/// "31 février": a day number right before a month that has no such day. February is given its
/// 29th, for the year need not be known.
void check_day_exists(const AlertContext& context, Findings& findings) {
  const auto& tokens = context.document.tokens;
  constexpr int kLeapYear = 2024;
  for (std::uint32_t i = 1; i < tokens.size(); ++i) {
    const auto* month = context.words().months.find(tokens[i].key);
    if (month == nullptr) continue;
    const std::string_view number = context.document.word(i - 1);
    if (number.size() != 2 || number[0] < '1' || number[0] > '9' || number[1] < '0' ||
        number[1] > '9') {
      continue;
    }
    const int day = (number[0] - '0') * 10 + (number[1] - '0');
    if (day > 31 || day <= days_in_month(kLeapYear, *month)) continue;
    findings.push_back(
        {{tokens[i - 1].span.begin, tokens[i].span.end}, "weekday.no-such-day", {}, {}});
  }
}

}  // namespace

void check_weekdays(const AlertContext& context, Findings& findings) {
  for (const Figure& figure : context.analysis.figures) {
    if (figure.kind != FigureKind::kDate && figure.kind != FigureKind::kTime) continue;
    const auto day = parse_day(std::string_view(figure.value).substr(0, 10));
    const bool range = figure.value.find("..") != std::string::npos;
    if (!day || range) continue;
    const auto token = weekday_token(context, figure);
    if (!token) continue;
    const Span span = context.document.tokens[*token].span;
    const int stated = *context.words().weekdays.find(context.document.tokens[*token].key);
    const int real = weekday(*day);
    // A weekday with no day of the month beside it was resolved, not stated.
    const Span date{std::max(figure.core.begin, span.end), figure.core.end};
    if (stated == real || date.begin >= date.end) continue;
    if ((*context.document.text)[date].find_first_of("0123456789") == std::string_view::npos) {
      continue;
    }
    findings.push_back(
        {span,
         "weekday.mismatch",
         {date_words((*context.document.text)[date], *day), "day." + std::to_string(real)},
         date});
  }
  check_day_exists(context, findings);
}

}  // namespace manicule
