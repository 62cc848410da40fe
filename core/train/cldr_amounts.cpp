// Writes the names of currencies and units of measure, as CLDR has them (through ICU), into
// core/data/<lang>/figures/world_currencies.tsv and world_units.tsv. Usage: cldr_amounts core/data

#include <unicode/measunit.h>
#include <unicode/numberformatter.h>
#include <unicode/ucurr.h>
#include <unicode/unistr.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct Locales {
  const char* language;
  std::vector<const char*> locales;  ///< whose spellings the language's table joins
  bool noun_last;                    ///< "Canadian dollar", not "dollar canadien"
};
const Locales kLocales[] = {{"fr", {"fr", "fr_CA", "fr_CH"}, false},
                            {"en", {"en", "en_GB", "en_AU"}, true},
                            {"de", {"de", "de_CH", "de_AT"}, true},
                            {"es", {"es", "es_MX", "es_AR"}, false},
                            {"it", {"it", "it_CH"}, false},
                            {"pt", {"pt", "pt_PT"}, false},
                            {"nl", {"nl", "nl_BE"}, true}};

/// The currencies that news names; of those that share a noun, the first has it alone.
const char16_t* const kCurrencies[] = {
    u"EUR", u"USD", u"GBP", u"JPY", u"CNY", u"CHF", u"RUB", u"INR", u"BRL", u"KRW", u"TRY", u"PLN",
    u"CAD", u"AUD", u"NZD", u"HKD", u"SGD", u"TWD", u"MXN", u"ARS", u"CLP", u"COP", u"UYU", u"CUP",
    u"DOP", u"PHP", u"PEN", u"VES", u"BOB", u"PYG", u"SEK", u"NOK", u"DKK", u"ISK", u"CZK", u"HUF",
    u"RON", u"BGN", u"RSD", u"UAH", u"GEL", u"AMD", u"AZN", u"KZT", u"UZS", u"ILS", u"EGP", u"LBP",
    u"SYP", u"IQD", u"IRR", u"SAR", u"AED", u"QAR", u"KWD", u"BHD", u"JOD", u"OMR", u"DZD", u"MAD",
    u"TND", u"LYD", u"XOF", u"XAF", u"NGN", u"GHS", u"KES", u"TZS", u"UGX", u"ETB", u"ZAR", u"CDF",
    u"AOA", u"MZN", u"PKR", u"BDT", u"LKR", u"NPR", u"MMK", u"THB", u"VND", u"IDR", u"MYR", u"AFN",
    u"MNT", u"JMD", u"TTD", u"GTQ", u"HNL", u"CRC", u"XPF", u"HTG"};

/// Rarer ones, and those that are no more: only their full names, for the nouns belong to others.
const char16_t* const kFullNames[] = {
    u"ALL", u"BAM", u"BBD", u"BSD", u"BWP", u"BYN", u"BZD", u"FJD", u"GIP", u"GMD", u"GNF", u"GYD",
    u"KGS", u"KHR", u"KPW", u"LAK", u"LRD", u"MDL", u"MGA", u"MKD", u"MOP", u"MRU", u"MUR", u"MVR",
    u"MWK", u"NAD", u"NIO", u"PAB", u"PGK", u"RWF", u"SCR", u"SDG", u"SLE", u"SOS", u"SRD", u"SSP",
    u"TJS", u"TMT", u"YER", u"ZMW", u"ZWL", u"BIF", u"DJF", u"KMF", u"ERN", u"CVE", u"DEM", u"FRF",
    u"ITL", u"ESP", u"NLG", u"BEF", u"ATS", u"PTE", u"GRD", u"FIM", u"IEP", u"LUF", u"HRK", u"SKK",
    u"SIT", u"EEK", u"LVL", u"LTL", u"YUM", u"DDM", u"SUR"};

const char* const kUnits[] = {"kilometer",
                              "meter",
                              "decimeter",
                              "centimeter",
                              "millimeter",
                              "micrometer",
                              "nanometer",
                              "mile",
                              "yard",
                              "foot",
                              "inch",
                              "nautical-mile",
                              "light-year",
                              "astronomical-unit",
                              "square-kilometer",
                              "hectare",
                              "square-meter",
                              "square-centimeter",
                              "square-millimeter",
                              "square-mile",
                              "acre",
                              "square-foot",
                              "square-yard",
                              "square-inch",
                              "cubic-kilometer",
                              "cubic-meter",
                              "cubic-centimeter",
                              "cubic-millimeter",
                              "cubic-foot",
                              "cubic-inch",
                              "cubic-mile",
                              "megaliter",
                              "hectoliter",
                              "cubic-hectometer",
                              "cubic-decimeter",
                              "cubic-yard",
                              "hectometer",
                              "fluid-ounce",
                              "cup",

                              "pint",
                              "tablespoon",
                              "teaspoon",
                              "microliter",
                              "radian",
                              "lux",
                              "lumen",
                              "square-decimeter",
                              "liter",
                              "deciliter",
                              "centiliter",
                              "milliliter",
                              "gallon",
                              "barrel",
                              "tonne",
                              "kilogram",
                              "gram",
                              "milligram",
                              "microgram",
                              "pound",
                              "ounce",
                              "ton",
                              "stone",
                              "carat",
                              "kilometer-per-hour",
                              "meter-per-second",
                              "mile-per-hour",
                              "knot",
                              "celsius",
                              "fahrenheit",
                              "kelvin",
                              "watt-hour",
                              "kilowatt-hour",
                              "megawatt-hour",
                              "gigawatt-hour",
                              "terawatt-hour",
                              "joule",
                              "kilojoule",
                              "megajoule",
                              "calorie",
                              "kilocalorie",
                              "electronvolt",
                              "milliwatt",
                              "watt",
                              "kilowatt",
                              "megawatt",
                              "gigawatt",
                              "terawatt",
                              "horsepower",
                              "bit",
                              "byte",
                              "kilobit",
                              "kilobyte",
                              "megabit",
                              "megabyte",
                              "gigabit",
                              "gigabyte",
                              "terabit",
                              "terabyte",
                              "petabyte",
                              "megabit-per-second",
                              "gigabit-per-second",
                              "megabyte-per-second",
                              "pascal",
                              "hectopascal",
                              "kilopascal",
                              "megapascal",
                              "millibar",
                              "bar",
                              "atmosphere",
                              "millimeter-ofhg",
                              "pound-force-per-square-inch",
                              "hertz",
                              "kilohertz",
                              "megahertz",
                              "gigahertz",
                              "volt",
                              "kilovolt",
                              "ampere",
                              "milliampere",
                              "ohm",
                              "newton",
                              "gram-per-kilometer",
                              "liter-per-100-kilometer",
                              "mile-per-gallon-us",
                              "part-per-million",
                              "pixel",
                              "megapixel",
                              "microgram-per-cubic-meter",
                              "milligram-per-liter",
                              "liter-per-second",
                              "cubic-meter-per-second"};

std::string utf8(const icu::UnicodeString& s) {
  std::string out;
  s.toUTF8String(out);
  return out;
}

/// A name as lexicons write it, or nothing where it is not one ("%", "5", quotes).
std::string clean(const icu::UnicodeString& raw) {
  icu::UnicodeString name;
  for (int i = 0; i < raw.length(); ++i) {
    const UChar32 c = raw.char32At(i);
    if ((c >= '0' && c <= '9') || c == ',' || c == '|' || c == '+') continue;
    name.append(c == 0xA0 || c == 0x202F ? static_cast<UChar32>(' ') : c);
  }
  name.trim();
  const std::string text = utf8(name);
  return text.find_first_of("\"'?()") == std::string::npos ? text : "";
}

/// Symbols that are words as well, and adjectives that stand where the noun of a currency does.
const std::set<std::string> kOmitted = {
    "al",       "pi",    "po",     "ac",    "tc",    "st",     "nd",     "mi",      "in",
    "ua",       "vg",    "ch",     "ct",    "pt",    "au",     "ly",     "a.l.",    "yd",
    "pol",      "kn",    "gal",    "Fuss",  "fl",    "ft",     "nmi",    "NM",      "nouveau",
    "nouveaux", "nuevo", "nuevos", "novo",  "novos", "Neuer",  "Neue",   "nuovo",   "nuovi",
    "ll",       "car.",  "kar",    "ps",    "pk",    "cv",     "EL",     "TL",      "tasses",
    "hm",       "Xíc.",  "hk",     "Ml",    "dam",   "car",    "tsk",    "dr",      "rom",
    "lm",       "lx",    "ent",    "G",     "grado", "grados", "degree", "degrees", "degré",
    "degrés",   "Grad",  "grau",   "graus", "gradi", "graad",  "graden", "deg",     "bic",
    "fm",       "Fd",    "bsh",    "th",    "tz",    "gr",     "c.",     "dag.",    "cs",
    "fur",      "fth",   "bu.",    "bu",    "t.",    "au.",    "c",      "ha",      "mille",
    "milles",   "pulg.", "K",      "J",     "B",     "b",      "A",      "M",       "y",
    "o",        "cal"};

/// Names that are common words too: an article before them is no number one.
const std::set<std::string> kDoubtfulCurrencies = {"PEN", "BRL", "AMD", "RON", "BGN", "ZAR", "UZS",
                                                   "KZT", "GEL", "CRC", "HNL", "KRW", "AOA", "GHS",
                                                   "ETB", "MMK", "MNT", "ALL", "PAB", "GTQ"};
/// Codes that are words in capitals.
const std::set<std::string> kDoubtfulCodes = {"ALL", "SOS", "GIP", "MOP", "PAB", "LAK",
                                              "TOP", "SLE", "SRD", "SCR", "ERN", "MUR"};
const std::set<std::string> kDoubtfulUnits = {
    "foot",   "inch",   "yard",       "stone",    "pixel",  "atmosphere", "bar",    "knot",
    "barrel", "ounce",  "acre",       "carat",    "bit",    "pound",      "mile",   "pint",
    "quart",  "bushel", "tablespoon", "teaspoon", "degree", "fathom",     "furlong"};

using Forms = std::vector<std::string>;
void insert(Forms& forms, const std::string& form) {
  for (const auto& known : forms) {
    if (known == form) return;
  }
  if (!form.empty() && kOmitted.count(form) == 0) forms.push_back(form);
}

void write(std::ofstream& out, const char* klass, const std::string& value, const Forms& forms) {
  if (forms.empty()) return;
  out << klass << '\t' << value << '\t';
  for (std::size_t i = 0; i < forms.size(); ++i) out << (i == 0 ? "" : "|") << forms[i];
  out << '\n';
}

void write_currencies(const Locales& language, const std::string& folder) {
  std::ofstream out(folder + "world_currencies.tsv");
  out << "# Written by core/train/cldr_amounts.cpp from CLDR.\n";
  std::set<std::string> nouns, names;
  std::vector<const char16_t*> codes(std::begin(kCurrencies), std::end(kCurrencies));
  codes.insert(codes.end(), std::begin(kFullNames), std::end(kFullNames));
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const char16_t* code = codes[i];
    const bool full_only = i >= std::size(kCurrencies);
    const std::string iso = utf8(icu::UnicodeString(code));
    Forms forms, alone;
    for (const char* locale : language.locales) {
      for (const char* count : {"one", "other", "many"}) {
        UErrorCode status = U_ZERO_ERROR;
        int32_t length = 0;
        const UChar* name = ucurr_getPluralName(code, locale, nullptr, count, &length, &status);
        if (U_FAILURE(status)) continue;
        const std::string full = clean(icu::UnicodeString(name, length));
        if (full.empty() || full == iso) continue;
        if (full_only && full.find_first_of(" -") == std::string::npos) continue;
        if (names.insert(full).second) insert(forms, full);
        const std::size_t space = language.noun_last ? full.rfind(' ') : full.find(' ');
        if (space == std::string::npos || full_only) continue;
        insert(alone, language.noun_last ? full.substr(space + 1) : full.substr(0, space));
      }
    }
    for (const auto& noun : alone) {
      if (nouns.insert(noun).second && names.insert(noun).second) insert(forms, noun);
    }
    for (const auto& form : forms) nouns.insert(form);
    write(out, kDoubtfulCurrencies.count(iso) != 0 ? "wcurrency" : "currency", iso, forms);
  }
}

void write_units(const Locales& language, const std::string& folder) {
  std::ofstream out(folder + "world_units.tsv");
  out << "# Written by core/train/cldr_amounts.cpp from CLDR.\n";
  std::set<std::string> known;
  for (const char* id : kUnits) {
    Forms full, symbols;
    UErrorCode status = U_ZERO_ERROR;
    const auto unit = icu::MeasureUnit::forIdentifier(id, status);
    if (U_FAILURE(status)) continue;
    for (const char* locale : language.locales) {
      for (const auto width : {UNUM_UNIT_WIDTH_FULL_NAME, UNUM_UNIT_WIDTH_SHORT}) {
        for (const char* grammar : {"", "accusative", "dative", "genitive"}) {
          for (const double number : {1.0, 2.0, 1000000.0, 1.5}) {
            UErrorCode failed = U_ZERO_ERROR;
            const icu::UnicodeString text = icu::number::NumberFormatter::withLocale(locale)
                                                .unit(unit)
                                                .unitWidth(width)
                                                .unitDisplayCase(grammar)
                                                .grouping(UNUM_GROUPING_OFF)
                                                .formatDouble(number, failed)
                                                .toString(failed);
            if (U_FAILURE(failed)) continue;
            std::string name = clean(text);
            while (!name.empty() && (name[0] == '.' || name[0] == ' ')) name.erase(0, 1);
            if (name.empty() || !known.insert(name).second) continue;
            insert(width == UNUM_UNIT_WIDTH_SHORT ? symbols : full, name);
          }
        }
      }
    }
    const bool doubtful = kDoubtfulUnits.count(id) != 0;
    write(out, std::string_view(id) == "cup" ? "vessel" : doubtful ? "wunit" : "unit", id, full);
    if (std::string_view(id) != "cup") write(out, "usymbol", id, symbols);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: cldr_amounts core/data\n", stderr);
    return 2;
  }
  std::ofstream codes(std::string(argv[1]) + "/all/figures/world_codes.tsv");
  codes << "# Written by core/train/cldr_amounts.cpp: ISO 4217.\n";
  for (const char16_t* code : kCurrencies) {
    const std::string iso = utf8(icu::UnicodeString(code));
    if (kDoubtfulCodes.count(iso) != 0) continue;
    write(codes, "ccode", iso, {iso});
  }
  for (const Locales& language : kLocales) {
    const std::string folder = std::string(argv[1]) + '/' + language.language + "/figures/";
    write_currencies(language, folder);
    write_units(language, folder);
  }
}
