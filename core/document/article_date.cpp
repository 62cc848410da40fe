#include "document/article_date.h"

#include <algorithm>

#include "text/unicode.h"

namespace manicule {
namespace {

constexpr std::size_t kLongestLine = 200;  // bytes

/// A number, a word that a date can have, or something else.
struct Item {
  enum Kind : std::uint8_t { kNumber, kMonth, kFiller, kMark, kOther } kind = kOther;
  int value = 0;   ///< of a number or month
  int digits = 0;  ///< of a number
  char32_t mark = 0;
  Span span;
};

std::vector<Item> read_items(std::string_view utf8, const DateWords& words) {
  std::vector<Item> items;
  for (std::uint32_t at = 0; at < utf8.size();) {
    const auto [c, size] = decode(utf8, at);
    const CharClass kind = char_class(c);
    Item item;
    item.span = {at, at + size};
    if (c >= '0' && c <= '9') {
      item.kind = Item::kNumber;
      std::uint32_t end = at;
      for (; end < utf8.size() && utf8[end] >= '0' && utf8[end] <= '9'; ++end) {
        item.value = std::min(item.value * 10 + (utf8[end] - '0'), 100'000);
        ++item.digits;
      }
      item.span.end = end;
    } else if (is_letter(kind)) {
      std::uint32_t end = at;
      while (end < utf8.size()) {
        const auto [letter, letter_size] = decode(utf8, end);
        const CharClass letter_kind = char_class(letter);
        if (!is_letter(letter_kind) && letter_kind != CharClass::kMark) break;
        end += letter_size;
      }
      item.span.end = end;
      const std::string word = fold(utf8.substr(at, end - at));
      const auto* month = words.months.find(word_key(word));
      // "3rd", "1er": letters glued to a number
      const bool glued = !items.empty() && items.back().kind == Item::kNumber &&
                         items.back().span.end == at && end - at <= 4;
      if (month != nullptr) {
        item.kind = Item::kMonth;
        item.value = *month;
      } else if (glued || words.fillers.contains(word)) {
        item.kind = Item::kFiller;
      }
    } else if (kind != CharClass::kSpace && kind != CharClass::kLineEnd) {
      item.kind = Item::kMark;
      item.mark = c;
    }
    at = item.span.end;
    if (kind != CharClass::kSpace && kind != CharClass::kLineEnd) items.push_back(item);
  }
  return items;
}

std::optional<Day> checked(int year, int month, int day) {
  const Day out{year, month, day};
  if (year < 1900 || year > 2100 || !is_valid(out)) return {};
  return out;
}

/// Reads a date that begins at items[i]; `i` is moved behind it.
class Reader {
 public:
  Reader(const std::vector<Item>& items, bool month_first)
      : items_(items), month_first_(month_first) {}

  std::optional<WrittenDay> read(std::size_t i) const {
    if (i > 0 && items_[i - 1].span.end == items_[i].span.begin &&
        items_[i - 1].kind != Item::kMark) {
      return {};
    }
    if (items_[i].kind == Item::kMonth) return month_day_year(i);
    if (items_[i].kind != Item::kNumber) return {};
    const auto in_digits = digits_only(i);
    return in_digits ? in_digits : day_month_year(i);
  }

 private:
  bool is(std::size_t i, Item::Kind kind) const {
    return i < items_.size() && items_[i].kind == kind;
  }

  std::size_t skip(std::size_t i, std::u32string_view marks) const {
    while (is(i, Item::kFiller) ||
           (is(i, Item::kMark) && marks.find(items_[i].mark) != std::u32string_view::npos)) {
      ++i;
    }
    return i;
  }

  std::optional<WrittenDay> found(std::size_t first, std::size_t last,
                                  std::optional<Day> day) const {
    if (!day) return {};
    return WrittenDay{*day, {items_[first].span.begin, items_[last].span.end}};
  }

  /// "12 mars 2025", "3. Mai 2025", "3 de marzo de 2025"
  std::optional<WrittenDay> day_month_year(std::size_t first) const {
    const std::size_t month = skip(first + 1, U".");
    if (!is(month, Item::kMonth)) return {};
    const std::size_t year = skip(month + 1, U".,");
    if (!is(year, Item::kNumber) || items_[year].digits != 4) return {};
    return found(first, year,
                 checked(items_[year].value, items_[month].value, items_[first].value));
  }

  /// "March 3, 2025"
  std::optional<WrittenDay> month_day_year(std::size_t first) const {
    const std::size_t day = skip(first + 1, U".");
    if (!is(day, Item::kNumber)) return {};
    const std::size_t year = skip(day + 1, U",");
    if (!is(year, Item::kNumber) || items_[year].digits != 4) return {};
    return found(first, year, checked(items_[year].value, items_[first].value, items_[day].value));
  }

  /// "12/03/2025", "12.03.2025", "2025-03-12"
  std::optional<WrittenDay> digits_only(std::size_t first) const {
    const std::size_t last = first + 4;
    if (!is(first + 2, Item::kNumber) || !is(last, Item::kNumber)) return {};
    const char32_t mark = items_[first + 1].mark;
    if ((mark != '/' && mark != '.' && mark != '-') || items_[first + 3].mark != mark) return {};
    const int a = items_[first].value, b = items_[first + 2].value, c = items_[last].value;
    if (items_[first].digits == 4) return found(first, last, checked(a, b, c));
    if (items_[last].digits != 4) return {};
    if (b > 12) return found(first, last, checked(c, a, b));
    if (month_first_ && mark == '/' && a <= 12 && a != b) return {};
    return found(first, last, checked(c, b, a));
  }

  const std::vector<Item>& items_;
  bool month_first_;
};

bool may_have_year(std::string_view utf8) {
  int digits = 0;
  for (const char c : utf8) {
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    if (digits == 4) return true;
  }
  return false;
}

/// Whether a paragraph goes on behind a place and a date with a dash, a colon or a bracket.
bool ends_dateline(std::string_view rest) {
  for (std::size_t at = 0; at < rest.size();) {
    const auto [c, size] = decode(rest, at);
    if (char_class(c) != CharClass::kSpace && c != '.') {
      return c == '-' || c == ':' || c == '(' || (c >= 0x2012 && c <= 0x2015);
    }
    at += size;
  }
  return true;
}

}  // namespace

DateWords load_date_words(std::string_view path, DataErrors& errors) {
  DateWords words;
  for_each_line(path, [&](const DataLine& line) {
    const std::string_view what = line.fields[0];
    std::vector<std::string> given;
    std::string_view rest = line.fields.size() > 1 ? line.fields[1] : "";
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      given.push_back(fold(rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (what == "month-first") {
      words.month_first = true;
    } else if (what == "filler") {
      for (const std::string& word : given) words.fillers.insert(word);
    } else if (what == "month" && given.size() == 12) {
      for (std::size_t i = 0; i < 12; ++i) {
        words.months[word_key(given[i])] = static_cast<std::uint8_t>(i + 1);
      }
    } else {
      errors.push_back(
          line.error(0, "expected 'month' and twelve words, 'filler' or 'month-first'"));
    }
  });
  return words;
}

std::optional<WrittenDay> find_written_day(std::string_view utf8, const DateWords& words) {
  if (!may_have_year(utf8)) return {};
  const std::vector<Item> items = read_items(utf8, words);
  const Reader reader(items, words.month_first);
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (auto found = reader.read(i)) return found;
  }
  return {};
}

std::optional<Day> find_article_date(const Text& text, const std::vector<Block>& blocks,
                                     const DateWords& words) {
  constexpr std::size_t kFirst = 6, kLast = 4;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    const bool outer = i < kFirst || i + kLast >= blocks.size();
    if (block.kind != BlockKind::kFurniture || !outer || block.span.size() > kLongestLine) continue;
    if (const auto found = find_written_day(text[block.span], words)) return found->day;
  }
  const auto paragraph = std::find_if(
      blocks.begin(), blocks.end(), [](const Block& b) { return b.kind == BlockKind::kParagraph; });
  if (paragraph == blocks.end()) return {};
  const std::string_view whole = text[paragraph->span];
  std::size_t size = std::min(whole.size(), kLongestLine);
  while (size < whole.size() && (static_cast<unsigned char>(whole[size]) & 0xC0) == 0x80) --size;
  const auto found = find_written_day(whole.substr(0, size), words);
  constexpr std::uint32_t kLatest = 60;
  if (!found || found->span.begin > kLatest || !ends_dateline(whole.substr(found->span.end)))
    return {};
  return found->day;
}

}  // namespace manicule
