// The action of dates and times: what a rule captured becomes a frame, or two, and its value.

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "figures/dates.h"
#include "figures/slots.h"
#include "figures/stretch.h"
#include "figures/tense.h"
#include "figures/timex_distance.h"
#include "figures/timex_resolve.h"
#include "language/language.h"

namespace manicule {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// An integer of a reading, or nothing.
std::optional<int> integer(const Reading& reading) {
  const auto value = reading.value.integer();
  if (!value || *value < -1000 || *value > 9999) return {};
  return static_cast<int>(*value);
}

/// "18.12", "12,30": two numbers with one mark between.
std::optional<std::pair<int, int>> two_numbers(std::string_view text) {
  int parts[2] = {0, 0};
  std::size_t part = 0;
  for (const char c : text) {
    if (is_digit(c)) {
      parts[part] = parts[part] * 10 + (c - '0');
      if (parts[part] > 9999) return {};
    } else if (++part > 1) {
      return {};
    }
  }
  return std::pair(parts[0], part == 0 ? -1 : parts[1]);
}

/// Adds fields that a lexicon holds in one text: "unit=day shift=-1".
bool add_fields(std::string_view text, TimexFrame& frame) {
  while (!text.empty()) {
    const std::size_t end = text.find(' ');
    const std::string_view pair = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    const std::size_t is = pair.find('=');
    const auto field = timex_field(pair.substr(0, is));
    if (!field || is == std::string_view::npos) return false;
    const std::string_view value = pair.substr(is + 1);
    const auto grain = grain_named(value);
    const auto number = parse_decimal(value);
    if (grain) {
      frame.set(*field, static_cast<int>(*grain));
    } else if (number && number->integer()) {
      frame.set(*field, static_cast<int>(*number->integer()));
    } else {
      return false;
    }
  }
  return true;
}

/// Reads the captures of one rule into frames.
class FrameReader {
 public:
  std::optional<TimexFrame> last;  ///< of a range
  int consecutive = 0;             ///< how much later than its begin the end of the range must be
  int beside = 0;      ///< 1, -1: the weekday after or before the other date; 2: the closest
  bool alone = false;  ///< only where nothing else stands in the block
  bool dated = false;  ///< and where the date of the article is known
  bool open = false;
  bool coming = false;
  bool closest = false;
  bool fits = false;  ///< only where the weekday is that of a day near

  /// False when the words contradict each other.
  bool read(const Match& match) {
    for (const Capture& capture : match.captures) {
      if (!add(capture)) return false;
    }
    if (less_) first_.set(TimexField::kDelta, -first_.get(TimexField::kDelta));
    return true;
  }
  const TimexFrame& first() const { return first_; }

 private:
  TimexFrame& frame() { return last ? *last : first_; }

  /// A second hour is that of the end: "10am-6pm".
  void part_hours() {
    if (!last && first_.has(TimexField::kHour)) last.emplace();
  }

  bool set(TimexField field, int value) {
    TimexFrame one;
    one.set(field, value);
    return frame().merge(one);
  }

  bool add(const Capture& capture) {
    const Reading& reading = *capture.reading;
    switch (capture.slot) {
      case Slot::kSays: {
        TimexFrame said;
        return add_fields(reading.text, said) && frame().merge(said);
      }
      case Slot::kTo:
        if (!first_.empty() && !last) last.emplace();
        return true;
      case Slot::kAlone:
        alone = true;
        dated = reading.text == "dated";
        return true;
      case Slot::kOpen:
        open = true;
        return true;
      case Slot::kClosest:
        closest = true;
        return true;
      case Slot::kFits:
        fits = true;
        return true;
      case Slot::kConsecutive:
        consecutive = integer(reading).value_or(0);
        return true;
      case Slot::kBeside:
        beside = integer(reading).value_or(0);
        return true;
      case Slot::kComing:
        coming = true;
        return true;
      case Slot::kLess:
        less_ = true;
        return true;
      case Slot::kSpanCount:
        count_ = integer(reading);
        return count_.has_value();
      case Slot::kSpanUnit:
        return count_ && add_span(*count_, reading.text);
      case Slot::kHundreds: {
        const auto value = integer(reading);
        hundreds_ = value ? 100 * *value : 0;
        return value.has_value();
      }
      case Slot::kClock:
      case Slot::kClockMinutes:
        return add_clock(reading.text, capture.slot == Slot::kClockMinutes);
      case Slot::kClockDot:
        return reading.text.find(',') == std::string_view::npos && add_clock(reading.text, true);
      case Slot::kDayMonth: {
        const auto parts = two_numbers(reading.text);
        return parts && parts->second > 0 && set(TimexField::kDay, parts->first) &&
               set(TimexField::kMonth, parts->second);
      }
      case Slot::kMonthYear: {
        const auto parts = two_numbers(reading.text);
        if (!parts || parts->second < 1) return false;
        int month = parts->first, year = parts->second;
        if (month > 12) std::swap(month, year);
        const bool after_day = frame().has(TimexField::kDay);  // "8/12,15", but not "10,25"
        const bool two_digits =
            year < 100 && reading.text.size() == 5 && (after_day || reading.text[0] == '0');
        return (two_digits || (year >= 1900 && year < 2100)) && month >= 1 && month <= 12 &&
               set(TimexField::kYear, year) && set(TimexField::kMonth, month);
      }
      case Slot::kUnit: {
        const auto grain = grain_named(reading.text);
        return grain && set(TimexField::kUnit, static_cast<int>(*grain));
      }
      default:
        return add_field(capture);
    }
  }

  /// "18.12", "1140" or, unless the minutes are wanted, "18".
  bool add_clock(std::string_view text, bool minutes_wanted) {
    auto parts = two_numbers(text);
    if (!parts) return false;
    part_hours();
    const auto mark = text.find_first_not_of("0123456789");
    if (mark == std::string_view::npos && parts->first >= 100) {
      parts = std::pair(parts->first / 100, parts->first % 100);
    } else if (mark == std::string_view::npos) {
      return !minutes_wanted && set(TimexField::kHour, parts->first);
    } else if (text.size() - mark != 3) {
      return false;
    }
    return parts->second < 60 && set(TimexField::kHour, parts->first) &&
           set(TimexField::kMinute, parts->second);
  }

  bool add_field(const Capture& capture) {
    if (capture.slot < Slot::kDateFields) return true;  // of the words around
    const auto field = static_cast<TimexField>(static_cast<std::size_t>(capture.slot) -
                                               static_cast<std::size_t>(Slot::kDateFields));
    if (field == TimexField::kHour && !capture.reading->value.is_integer()) {
      const auto doubled = multiply(capture.reading->value, Decimal::of(2));  // "sept et demie"
      const auto halves = doubled ? doubled->integer() : std::nullopt;
      return halves && set(field, static_cast<int>(*halves / 2)) && set(TimexField::kMinute, 30);
    }
    if (capture.reading->klass == kHalfAfter) return set(field, 30);  // "sept heures et demie"
    const auto value = integer(*capture.reading);
    if (!value) return false;
    if (field == TimexField::kHour) part_hours();
    if (field == TimexField::kDayPart) frame().clear(field);  // "tonight at 8 pm": the nearer word
    const std::string_view text = capture.reading->text;
    const bool digits = !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
    const bool two_digits = field == TimexField::kMinute || field == TimexField::kSecond;
    if (two_digits && digits && text.size() != 2) return false;  // "3:0" is a score
    if (field == TimexField::kYear) {
      if (hundreds_ != 0) return set(field, hundreds_ + *value);
      if (digits && *value < 100 && text.size() != 2) return false;
    }
    return set(field, *value);
  }

  bool add_span(int count, std::string_view unit) {
    int each = 0;
    std::size_t digits = 0;
    while (digits < unit.size() && is_digit(unit[digits]))
      each = each * 10 + (unit[digits++] - '0');
    const std::string_view letters = unit.substr(digits);
    const TimexField field = letters == "Y"    ? TimexField::kSpanYears
                             : letters == "M"  ? TimexField::kSpanMonths
                             : letters == "W"  ? TimexField::kSpanWeeks
                             : letters == "D"  ? TimexField::kSpanDays
                             : letters == "WD" ? TimexField::kSpanWorkdays
                                               : TimexField::kCount;
    return field != TimexField::kCount && set(field, count * std::max(each, 1));
  }

  TimexFrame first_;
  std::optional<int> count_;
  int hundreds_ = 0;
  bool less_ = false;
};

/// Whether nothing else stands in the block of the match, punctuation apart.
bool is_alone(const Match& match) {
  std::size_t begin = match.begin, end = match.end;
  const auto passes = [&](std::size_t at) {
    const Atom& atom = match.atoms[at];
    return atom.kind != TokenKind::kWord && atom.kind != TokenKind::kNumber;
  };
  while (begin > 0 && passes(begin - 1)) --begin;
  while (end < match.atoms.size() && passes(end)) ++end;
  constexpr std::size_t kLead = 1;  // an article or a preposition
  return begin <= kLead && end == match.atoms.size();
}

TokenRange tokens_of(const Match& match) {
  return {match.atoms[match.begin].token, match.atoms[match.end - 1].token + 1};
}

/// The day with which the last date just before this one begins, if it is as fine as `unit` and not
/// to come: what "the year before" or "the next day" counts from.
std::optional<Day> focus_of(const Match& match, Grain unit, std::optional<Day> today) {
  constexpr std::uint32_t kNear = 240;  // bytes: this sentence and the one before
  if (match.before == nullptr) return {};
  const std::uint32_t here = match.atoms[match.begin].span.begin;
  for (auto figure = match.before->rbegin(); figure != match.before->rend(); ++figure) {
    if (figure->span.end + kNear < here) return {};
    if (figure->kind != FigureKind::kDate && figure->kind != FigureKind::kTime) continue;
    std::string day = figure->value.substr(0, 10);
    const bool month = day.size() == 7, year = day.size() == 4;
    if ((year && unit != Grain::kYear) || (month && unit == Grain::kDay)) return {};
    if (year) day += "-01-01";
    if (month) day += "-01";
    const auto parsed = parse_day(day);
    if (!parsed || (today && *today < *parsed)) return {};
    return parsed;
  }
  return {};
}

/// Whether the day, of a weekday and a number, is one of that weekday and few weeks away: "Thursday
/// 27 votes were cast" is seldom both.
bool fits_near(const TimexFrame& said, const Timex& timex, const TimexContext& context) {
  constexpr std::int64_t kFew = 21;  // days
  const auto day = first_day(timex);
  if (!day || !context.today) return false;
  const std::int64_t away = to_serial(*day) - to_serial(*context.today);
  return weekday(*day) == said.get(TimexField::kWeekday) && away <= kFew && away >= -kFew;
}

/// Whether a year that stands alone before a common noun rather counts it: "1500 personas", "deux
/// mille francs".
bool counts_something(const Match& match, const TimexFrame& frame) {
  TimexFrame year;
  year.inherit(frame, TimexField::kYear);
  if (!(year == frame) || match.end >= match.atoms.size()) return false;
  const Atom& next = match.atoms[match.end];
  if (next.kind != TokenKind::kWord || next.shape != Shape::kLower) return false;
  const std::string_view text = (*match.document.text)[match.atoms[match.end - 1].span];
  const int value = frame.get(TimexField::kYear);
  if (!is_digit(text.front())) return value < 1900 || value % 100 == 0;
  constexpr int kUsual[] = {1800, 1850, 1900, 1950, 2000, 2050};
  const bool usual = std::find(std::begin(kUsual), std::end(kUsual), value) != std::end(kUsual);
  return value < 1400 || (value % 50 == 0 && !usual);
}

}  // namespace

bool read_date(const Match& match, Found& found) {
  FrameReader frames;
  if (!frames.read(match)) return false;
  TimexContext context;
  context.alone = is_alone(match);
  if (frames.alone && !context.alone) return false;
  if (frames.dated && !match.document.date) return false;
  if (!frames.last && counts_something(match, frames.first())) return false;
  if (match.document.date) context.today = parse_day(*match.document.date);
  const TimexFrame& said = frames.first();
  if (said.has(TimexField::kFromFocus)) {
    const auto unit = static_cast<Grain>(said.get(TimexField::kUnit));
    context.focus = focus_of(match, unit, context.today);
  }
  context.tense = match.tenses != nullptr ? match.tenses->around(match.document, tokens_of(match))
                                          : Tense::kUnknown;
  if (frames.open && context.tense == Tense::kUnknown) return false;
  if (frames.coming && context.tense != Tense::kFuture && !context.alone) return false;
  if (frames.closest) context.tense = Tense::kUnknown;
  const auto range = frames.beside != 0 && frames.last
                         ? resolve_beside(said, *frames.last, frames.beside, context)
                     : frames.last ? resolve_range(said, *frames.last, context)
                                   : resolve(said, context);
  if (!range) return false;
  if (frames.consecutive != 0 && !is_consecutive(*range, frames.consecutive)) return false;
  if (frames.fits && !fits_near(said, range->first, context)) return false;
  found.kind = range->first.clock ? FigureKind::kTime : FigureKind::kDate;
  found.value = to_value(*range);
  if (match.has(Slot::kApprox)) found.modifier = Modifier::kApprox;
  if (const Reading* bound = match[Slot::kMode]) {
    found.modifier = bound->text == "min" ? Modifier::kMin : Modifier::kMax;
  }
  found.counted = has_distance(said);
  return true;
}

}  // namespace manicule
