#include "figures/digits.h"

#include <algorithm>
#include <string>
#include <vector>

namespace manicule {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<Decimal> read_digits(std::string_view digits, DecimalMark mark) {
  constexpr std::string_view kCurly = "\xE2\x80\x99";
  std::string plain;       // digits, and separators as one byte each
  std::string separators;  // in order
  std::vector<std::size_t> groups(1, 0);
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (is_digit(digits[i])) {
      plain += digits[i];
      ++groups.back();
    } else {
      const bool curly = digits.substr(i, kCurly.size()) == kCurly;
      separators += curly ? '\'' : digits[i];
      groups.push_back(0);
      if (curly) i += kCurly.size() - 1;
    }
  }
  if (plain.empty() || plain.size() > kMostDigits) return {};
  const char decimal = mark == DecimalMark::kComma ? ',' : '.';
  std::size_t thousands = separators.size();  // how many of the separators group
  if (!separators.empty()) {
    const char last = separators.back();
    const auto of_last =
        static_cast<std::size_t>(std::count(separators.begin(), separators.end(), last));
    const bool could_group = groups.back() == 3 && groups[0] <= 3 && plain[0] != '0';
    // "100,000" is a hundred thousand wherever it is written.
    const bool zeros = last == ',' && could_group && plain.compare(plain.size() - 3, 3, "000") == 0;
    const bool is_decimal = last != '\'' && of_last == 1 &&
                            (separators.size() > 1 || (last == decimal && !zeros) || !could_group);
    if (is_decimal) --thousands;
  }
  for (std::size_t i = 0; i < thousands; ++i) {
    const bool indian = groups[i + 1] == 2 && separators[i] == ',' && i + 1 < thousands;
    if (separators[i] != separators[0] || (groups[i + 1] != 3 && !indian)) return {};
  }
  if (thousands > 0 && (groups[0] == 0 || groups[0] > 3)) return {};
  std::string number = plain;
  if (thousands < separators.size()) {
    if (groups.back() == 0) return {};
    number.insert(number.size() - groups.back(), 1, '.');
  }
  return parse_decimal(number);
}

}  // namespace manicule
