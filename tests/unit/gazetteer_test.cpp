// The lists of names.

#include "entities/gazetteer.h"

#include <algorithm>

#include "catch.h"
#include "data.h"
#include "document/document.h"
#include "entities/model.h"

namespace manicule::test {
namespace {

/// The places of list `list` in a text, for each word one of "-", "B", "I", "L", "U".
std::string marks(const std::string& words, NameList list) {
  const Text text = Text::from_utf8(words);
  ReadOptions read;
  read.language = "fr";
  const NameWords all = cut_words(read_document(text, read));
  std::vector<ListBits> bits(all.words.size());
  for (const NameSentence& sentence : all.sentences) name_lists().mark(all.words, sentence, bits);
  std::string out;
  for (const ListBits word : bits) {
    const unsigned place = word >> (4 * static_cast<unsigned>(list)) & 15;
    out += place == 0 ? '-' : place & 1 ? 'B' : place & 2 ? 'I' : place & 4 ? 'L' : 'U';
  }
  return out;
}

}  // namespace

TEST_CASE("names are found in their lists, the longest first", "[gazetteer]") {
  CHECK(marks("Rencontre à Buenos Aires lundi", NameList::kCity) == "--BL-");
  CHECK(marks("Il habite New York City désormais", NameList::kCity).substr(2, 2) == "BI");
  CHECK(marks("La Corée du Nord menace", NameList::kPlace).substr(1, 3) == "BIL");
  CHECK(marks("Mathieu et Sophie dansent", NameList::kGivenFemale) == "--U-");
  CHECK(marks("Il parle Espagnol", NameList::kNoName)[2] == 'U');
}

TEST_CASE("a name in lower case is no name", "[gazetteer]") {
  CHECK(marks("Un pari à buenos aires", NameList::kCity).find('B') == std::string::npos);
}

TEST_CASE("names of one thing are aliases", "[gazetteer]") {
  CHECK(name_lists().alias_groups("xyzzy").empty());
  const auto short_name = name_lists().alias_groups("BCE");
  const auto long_name = name_lists().alias_groups(
      "Banque centrale europ\xC3\xA9"
      "enne");
  const bool shared = std::any_of(short_name.begin(), short_name.end(), [&](std::uint32_t group) {
    return std::count(long_name.begin(), long_name.end(), group) > 0;
  });
  CHECK(shared);
}

TEST_CASE("a broken file of names is refused with a reason", "[gazetteer]") {
  const std::string bytes(data_file("all/names.bin"));
  REQUIRE(bytes.size() > 100);
  Gazetteer names;
  CHECK(names.read(bytes) == "");
  CHECK(names.read("") == "not a file of names (wrong magic number)");
  for (const std::size_t size :
       {bytes.size() - 1, bytes.size() / 2, std::size_t{10}, std::size_t{5}}) {
    CAPTURE(size);
    CHECK(names.read(std::string_view(bytes).substr(0, size)) != "");
  }
  CHECK(names.read(bytes + "x") != "");
}

}  // namespace manicule::test
