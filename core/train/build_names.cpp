// build_names OUT < LISTS
//
// Packs lists of names (entities/gazetteer.h). LISTS has one entry a line: the number of its list,
// a tab, the name; a line "=NAME<tab>NAME..." says that these are names of one thing. The countries
// and, as no names, the languages, months and days of ICU's locale data in each of our languages
// are added.

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "document/document.h"
#include "entities/gazetteer.h"
#include "entities/words.h"
#include "text/unicode.h"

namespace {

void put_varint(std::string& out, std::uint32_t value) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>(0x80 | (value & 0x7F));
  out += static_cast<char>(value);
}

void make_unique(std::vector<std::uint32_t>& prints) {
  std::sort(prints.begin(), prints.end());
  prints.erase(std::unique(prints.begin(), prints.end()), prints.end());
}

/// Calls `add` with a list and a name for all that ICU knows in our languages.
template <class Add>
void names_of_icu(Add add) {
  using namespace manicule;
  const auto give = [&](NameList list, const icu::UnicodeString& name) {
    std::string utf8;
    name.toUTF8String(utf8);
    add(static_cast<unsigned long>(list), utf8);
  };
  for (const std::string_view code : language_codes()) {
    const icu::Locale shown{std::string(code).c_str()};
    icu::UnicodeString name;
    for (const char* const* country = icu::Locale::getISOCountries(); *country != nullptr;
         ++country) {
      give(NameList::kPlace, icu::Locale("", *country).getDisplayCountry(shown, name));
    }
    for (const char* const* language = icu::Locale::getISOLanguages(); *language != nullptr;
         ++language) {
      give(NameList::kNoName, icu::Locale(*language).getDisplayLanguage(shown, name));
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(shown, status);
    std::int32_t count = 0;
    const icu::UnicodeString* words = symbols.getMonths(count);
    for (std::int32_t i = 0; i < count; ++i) give(NameList::kNoName, words[i]);
    words = symbols.getWeekdays(count);
    for (std::int32_t i = 0; i < count; ++i) give(NameList::kNoName, words[i]);
  }
}

}  // namespace

int main(int argc, char** argv) {
  using namespace manicule;
  if (argc != 2) return 2;
  std::array<std::vector<std::uint32_t>, kNameLists + 1> lists;
  ReadOptions read;
  read.language = "fr";  // cuts "d'" and "l'"; hyphens are cut everywhere
  const auto add = [&](unsigned long list, std::string_view name) {
    const Text text = Text::from_utf8(name);
    const NameWords all = cut_words(read_document(text, read));
    if (list >= kNameLists || all.words.empty() || all.words.size() > Gazetteer::kLongestName)
      return;
    WordKey phrase = 0;
    for (std::size_t i = 0; i < all.words.size(); ++i) {
      phrase = phrase_key(phrase, all.words[i].key);
      const bool last = i + 1 == all.words.size();
      lists[last ? list : kNameLists].push_back(fingerprint(phrase));
    }
  };
  std::set<std::pair<std::uint32_t, std::uint32_t>> aliases;  // fingerprint, group
  std::uint32_t groups = 0;
  const auto add_aliases = [&](std::string_view names) {
    ++groups;
    while (!names.empty()) {
      const std::size_t tab = std::min(names.find('\t'), names.size());
      aliases.emplace(fingerprint(word_key(fold(names.substr(0, tab)))), groups);
      names.remove_prefix(std::min(tab + 1, names.size()));
    }
  };
  names_of_icu(add);
  for (std::string line; std::getline(std::cin, line);) {
    const std::string_view view = line;
    const std::size_t tab = view.find('\t');
    if (tab == std::string_view::npos) continue;
    if (view[0] == '=') {
      add_aliases(view.substr(1));
    } else {
      add(std::stoul(line), view.substr(tab + 1));
    }
  }
  std::vector<std::uint32_t> all;
  for (auto& list : lists) {
    make_unique(list);
    all.insert(all.end(), list.begin(), list.end());
  }
  make_unique(all);
  std::string out = "MNAM2";
  put_varint(out, static_cast<std::uint32_t>(all.size()));
  for (const auto& list : lists) {
    put_varint(out, static_cast<std::uint32_t>(list.size()));
    std::uint32_t last = 0;
    for (const std::uint32_t print : list) {
      put_varint(out, print - last);
      last = print;
    }
    std::printf("%zu ", list.size());
  }
  put_varint(out, static_cast<std::uint32_t>(aliases.size()));
  std::uint32_t last = 0;
  for (const auto& [print, group] : aliases) {
    put_varint(out, print - last);
    put_varint(out, group);
    last = print;
  }
  std::printf("entries, %zu bytes\n", out.size());
  std::ofstream file(argv[1], std::ios::binary);
  file << out;
  return 0;
}
