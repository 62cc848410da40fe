#include <algorithm>

#include "alerts/checks.h"
#include "figures/calendar.h"

namespace manicule {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A number or a month: where a date proper begins, behind its weekday.
bool begins_date(const AlertContext& context, std::uint32_t token) {
  return is_digit(context.document.word(token).front()) || context.is(token, AlertWord::kMonth);
}

/// What may stand between a weekday and its date.
bool is_beside(const AlertContext& context, std::uint32_t token) {
  return context.document.word(token) == "," || context.is(token, AlertWord::kBesideDate);
}

/// A date's words as they stand, the month that it shares with a later one and its year added.
std::string date_words(const AlertContext& context, std::uint32_t from, std::uint32_t end,
                       const Day& day) {
  const Document& document = context.document;
  const auto is_month = [&](std::uint32_t i) { return context.is(i, AlertWord::kMonth); };
  std::uint32_t month = from;
  while (month < end && !is_month(month)) ++month;
  std::string words(document.word(from));
  if (month < end) {
    constexpr std::uint32_t kOwnMonth = 2;  // tokens from the number on: "3 de marzo"
    const std::uint32_t tail =
        month > from + 1 && context.is(month - 1, AlertWord::kOf) ? month - 1 : month;
    std::uint32_t last = month;  // "March 3": the day behind its month
    if (month == from && month + 1 < end && is_digit(document.word(month + 1).front())) ++last;
    const std::string_view shared = (*document.text)[document.span({tail, last + 1})];
    words = month <= from + kOwnMonth
                ? std::string((*document.text)[document.span({from, last + 1})])
                : words + ' ' + std::string(shared);
  }
  const std::string year = std::to_string(day.year);
  if (words.find(year) != std::string::npos) return words;
  // "6 de mayo" goes on with its "de".
  const bool of = month < end && month > from && context.is(month - 1, AlertWord::kOf);
  if (of) words.append(" ").append(document.word(month - 1));
  return words + ' ' + year;
}

void report(const AlertContext& context, std::uint32_t token, TokenRange date, const Day& day,
            Findings& findings) {
  const Document& document = context.document;
  const int stated = *context.words().weekdays.find(document.tokens[token].key);
  const int real = weekday(day);
  if (stated == real) return;
  findings.push_back(
      {document.tokens[token].span,
       "weekday.mismatch",
       {date_words(context, date.begin, date.end, day), "day." + std::to_string(real)},
       document.span(date)});
}

/// The weekdays written in a date or before it, each with the day whose number follows it: "lundi 3
/// au vendredi 8 mars" has two. A weekday without a number was resolved, not stated.
void check_before(const AlertContext& context, TokenRange figure, const Day& first,
                  const std::optional<Day>& last, Findings& findings) {
  constexpr std::uint32_t kBefore = 2;
  std::uint32_t numbers = 0;
  for (std::uint32_t i = figure.begin < kBefore ? 0 : figure.begin - kBefore; i < figure.end; ++i) {
    if (figure.contains(i)) numbers += is_digit(context.document.word(i).front());
    if (!context.is(i, AlertWord::kWeekday)) continue;
    std::uint32_t date = i + 1;
    const auto is_between = [&](std::uint32_t token) {
      // "mardi soir, le 4 mars": inside a date of one day anything may.
      return is_beside(context, token) || (!last && figure.contains(i));
    };
    while (date < figure.end && !begins_date(context, date) && is_between(date)) ++date;
    if (date == figure.end || !begins_date(context, date)) continue;
    report(context, i, {date, figure.end}, last && numbers > 0 ? *last : first, findings);
  }
}

/// "24 janvier 2025 (lundi)", "24 January 2025, a Monday".
void check_behind(const AlertContext& context, TokenRange figure, const Day& day,
                  Findings& findings) {
  const Document& document = context.document;
  const auto count = static_cast<std::uint32_t>(document.tokens.size());
  std::uint32_t at = figure.end;
  if (at + 2 >= count || !begins_date(context, figure.begin)) return;
  const bool bracket = document.word(at) == "(";
  if (!bracket && document.word(at) != ",") return;
  const bool beside = context.is(++at, AlertWord::kBesideDate);
  at += beside;
  if (at + 1 >= count || !(bracket || beside) || !context.is(at, AlertWord::kWeekday) ||
      document.tokens[at + 1].kind != TokenKind::kPunctuation) {
    return;
  }
  report(context, at, figure, day, findings);
}

/// "hier, lundi," in an article of a Wednesday: `word` is resolved by the article's date and the
/// weekday right behind it says another.
void check_relative(const AlertContext& context, const Figure& word, const Figure& next,
                    Findings& findings) {
  const Document& document = context.document;
  const auto day = parse_day(word.value);
  const TokenRange one = context.tokens_of(word), two = context.tokens_of(next);
  if (!day || two.size() != 1 || one.size() != 1 || two.begin - one.end > 1) return;
  const auto* stated = context.words().weekdays.find(document.tokens[two.begin].key);
  if (stated == nullptr || context.is(one.begin, AlertWord::kWeekday) ||
      is_digit(document.word(one.begin).front()) || weekday(*day) == *stated) {
    return;
  }
  const bool apart = two.begin > one.end;
  const bool closed =
      two.end < document.tokens.size() && document.tokens[two.end].kind == TokenKind::kPunctuation;
  // "yesterday, Monday," says one day twice; "yesterday, Monday and Tuesday" does not.
  if (apart && !(closed && (document.word(one.end) == "," || document.word(one.end) == "("))) {
    return;
  }
  findings.push_back(
      {next.span,
       "weekday.relative",
       {std::string((*document.text)[word.span]), "day." + std::to_string(weekday(*day))},
       word.span});
}

}  // namespace

void check_weekdays(const AlertContext& context, Findings& findings) {
  const auto& figures = context.analysis.figures;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const Figure& figure = figures[i];
    if (figure.kind != FigureKind::kDate && figure.kind != FigureKind::kTime) continue;
    const auto day = parse_day(std::string_view(figure.value).substr(0, 10));
    if (!day) continue;
    const std::size_t dots = figure.value.find("..");
    std::optional<Day> last;
    if (dots != std::string::npos) {
      last = parse_day(std::string_view(figure.value).substr(dots + 2).substr(0, 10));
      if (!last) continue;
    }
    const TokenRange tokens = context.tokens_of(figure);
    check_before(context, tokens, *day, last, findings);
    if (last) continue;
    check_behind(context, tokens, *day, findings);
    if (context.document.date && i + 1 < figures.size()) {
      check_relative(context, figure, figures[i + 1], findings);
    }
  }
}

}  // namespace manicule
