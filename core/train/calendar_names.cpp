// Writes core/data/<language>/figures/names.tsv: the months and weekdays as CLDR, by way of ICU,
// spells them. Run once for each new version of ICU; the tables are committed.
//
//   calendar_names fr > core/data/fr/figures/names.tsv

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uversion.h>

#include <cstdio>
#include <set>
#include <string>

namespace {

using icu::DateFormatSymbols;
using icu::UnicodeString;

/// The name without accents, which hurried writers leave out.
UnicodeString plain(const UnicodeString& name) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return name;
  UnicodeString out;
  const UnicodeString decomposed = nfd->normalize(name, status);
  for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (u_charType(c) != U_NON_SPACING_MARK) out.append(c);
  }
  return out;
}

using Getter = const UnicodeString* (DateFormatSymbols::*)(int32_t&,
                                                           DateFormatSymbols::DtContextType,
                                                           DateFormatSymbols::DtWidthType) const;

std::set<std::string> forms(const DateFormatSymbols& symbols, const icu::Locale& locale, Getter get,
                            int32_t index, DateFormatSymbols::DtWidthType width) {
  std::set<std::string> out;
  for (const auto context : {DateFormatSymbols::FORMAT, DateFormatSymbols::STANDALONE}) {
    int32_t count = 0;
    const UnicodeString* names = (symbols.*get)(count, context, width);
    if (index >= count) continue;
    UnicodeString name = names[index];
    name.toLower(locale);
    if (name.endsWith(u".")) name.truncate(name.length() - 1);
    for (const UnicodeString& form : {name, plain(name)}) {
      std::string utf8;
      out.insert(form.toUTF8String(utf8));
    }
  }
  return out;
}

void print_row(const char* name, int value, const std::set<std::string>& spellings,
               const std::set<std::string>& without) {
  std::string row;
  for (const auto& form : spellings) {
    if (without.count(form) == 0) row += (row.empty() ? "" : " | ") + form;
  }
  if (!row.empty()) std::printf("%s\t%d\t%s\n", name, value, row.c_str());
}

void print_rows(const DateFormatSymbols& symbols, const icu::Locale& locale, Getter get,
                const char* name, int32_t first, int32_t count) {
  const std::string abbreviated = std::string(name) + "-abbr";
  for (int32_t i = 0; i < count; ++i) {
    // ICU counts weekdays from 1, Sunday; ISO 8601 from 1, Monday.
    const int32_t index = first == 0 ? i : (i + 1) % 7 + 1;
    const auto wide = forms(symbols, locale, get, index, DateFormatSymbols::WIDE);
    print_row(name, i + 1, wide, {});
    auto narrow = forms(symbols, locale, get, index, DateFormatSymbols::ABBREVIATED);
    if (first != 0) narrow.merge(forms(symbols, locale, get, index, DateFormatSymbols::SHORT));
    print_row(abbreviated.c_str(), i + 1, narrow, wide);
    std::set<std::string> dotted;
    for (const auto& form : narrow) {
      if (wide.count(form) == 0) dotted.insert(form + '.');
    }
    print_row((std::string(name) + "-dot").c_str(), i + 1, dotted, {});
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: calendar_names LANGUAGE\n");
    return 2;
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale(argv[1]);
  const DateFormatSymbols symbols(locale, status);
  if (U_FAILURE(status)) {
    std::fprintf(stderr, "calendar_names: %s\n", u_errorName(status));
    return 2;
  }
  std::printf("# Written by core/train/calendar_names.cpp from ICU %s; not edited by hand.\n",
              U_ICU_VERSION);
  print_rows(symbols, locale, &DateFormatSymbols::getMonths, "month", 0, 12);
  print_rows(symbols, locale, &DateFormatSymbols::getWeekdays, "weekday", 1, 7);
  return 0;
}
