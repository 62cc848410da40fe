#include "alerts/checks.h"
#include "figures/calendar.h"

namespace manicule {
namespace {

/// The number that a token begins with, when at most a dot or an ordinal ending follows it; 0 for
/// any other token and for numbers of more than four digits.
int leading_number(std::string_view word) {
  std::size_t digits = 0;
  int number = 0;
  while (digits < word.size() && word[digits] >= '0' && word[digits] <= '9') {
    if (digits == 4) return 0;
    number = number * 10 + (word[digits++] - '0');
  }
  constexpr std::size_t kLongestEnding = 2;
  return word.size() - digits <= kLongestEnding ? number : 0;
}

class DayCheck {
 public:
  DayCheck(const AlertContext& context, Findings& findings)
      : context_(context), document_(context.document), findings_(findings) {}

  /// "30 février", "31 de abril", "April 31,": a day number beside `month`.
  void check_month(std::uint32_t month, int number) {
    const bool of = month > 1 && context_.is(month - 1, AlertWord::kOf);
    if (month > 0) {
      const std::uint32_t day = month - (of ? 2 : 1);
      if (check(day, month, number, day_at(day), year_behind(month + 1))) return;
    }
    // "In April 31 people came": behind its month, a number is a day only where the date ends.
    const std::uint32_t day = month + 1;
    if (day >= document_.tokens.size()) return;
    const int year = year_behind(day + 1);
    const bool ends = day + 1 == document_.tokens.size() ||
                      document_.tokens[day + 1].kind == TokenKind::kPunctuation;
    if (ends || year > 0) check(month, day, number, day_at(day), year);
  }

 private:
  int day_at(std::uint32_t token) const {
    const int day = leading_number(document_.word(token));
    return day < 100 ? day : 0;
  }

  /// The year in four digits at `token`, or past a comma or an "of"; 0 when there is none.
  int year_behind(std::uint32_t token) const {
    const auto count = static_cast<std::uint32_t>(document_.tokens.size());
    if (token < count && (document_.word(token) == "," || context_.is(token, AlertWord::kOf))) {
      ++token;
    }
    if (token >= count || document_.word(token).size() != 4) return 0;
    const int year = leading_number(document_.word(token));
    return year >= 1000 ? year : 0;
  }

  /// Whether `day` cannot be: a February has 29 days unless its year is known, and above 31 only a
  /// year beside it makes sure that it is a day at all.
  bool check(std::uint32_t first, std::uint32_t last, int month, int day, int year) {
    constexpr int kLeapYear = 2024, kLongest = 31;
    if (day <= days_in_month(year > 0 ? year : kLeapYear, month)) return false;
    if (day > kLongest && year == 0) return false;
    findings_.push_back({document_.span({first, last + 1}), "weekday.no-such-day", {}, {}});
    return true;
  }

  const AlertContext& context_;
  const Document& document_;
  Findings& findings_;
};

}  // namespace

void check_days_exist(const AlertContext& context, Findings& findings) {
  DayCheck check(context, findings);
  for (const std::uint32_t month : context.months()) {
    const WordKey key = context.document.tokens[month].key;
    check.check_month(month, *context.words().months.find(key));
  }
}

}  // namespace manicule
