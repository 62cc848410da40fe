// Which mentions are linked, by tables of marked texts.

#include "cases.h"
#include "catch.h"
#include "document/document.h"
#include "entities/link.h"
#include "entities/model.h"
#include "language/language.h"

namespace manicule::test {
namespace {

struct Marked {
  std::string text;
  std::vector<NamedSpan> names;
  std::vector<std::string> entities;  ///< for each name
};

EntityKind kind_of_letter(char letter) {
  const std::string letters = "polqew";
  return static_cast<EntityKind>(letters.find(letter));
}

/// Reads "[Ada Lovelace/p1] wrote".
Marked read_marked(const std::string& line) {
  Marked out;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] != '[') {
      out.text += line[at];
      continue;
    }
    const std::size_t slash = line.find('/', at), close = line.find(']', at);
    REQUIRE(slash < close);
    const auto begin = static_cast<std::uint32_t>(out.text.size());
    out.text += line.substr(at + 1, slash - at - 1);
    NamedSpan name;
    name.span = {begin, static_cast<std::uint32_t>(out.text.size())};
    name.kind = kind_of_letter(line[slash + 1]);
    out.names.push_back(name);
    out.entities.push_back(line.substr(slash + 1, close - slash - 1));
    at = close;
  }
  return out;
}

/// For each mention the mark of the first mention of its entity.
std::string partition(const Marked& marked, const std::vector<Entity>& entities) {
  std::string out;
  for (const NamedSpan& name : marked.names) {
    for (const Entity& entity : entities) {
      for (const Mention& mention : entity.mentions) {
        if (mention.span != name.span) continue;
        for (std::size_t i = 0; i < marked.names.size(); ++i) {
          if (marked.names[i].span == entity.mentions.front().span) out += marked.entities[i] + ' ';
        }
      }
    }
  }
  return out;
}

}  // namespace

TEST_CASE("mentions of one thing share an entity, and those of two do not", "[linking]") {
  for (const auto code : language_codes()) {
    for (const Case& row : read_cases(std::string(code) + "/linking.tsv")) {
      INFO(row.where);
      const Marked marked = read_marked(row.fields[0]);
      const Text text = Text::from_utf8(marked.text);
      ReadOptions read;
      read.language = code;
      const Document document = read_document(text, read);
      std::string expected;
      for (const std::string& entity : marked.entities) expected += entity + ' ';
      CHECK(partition(marked, link_names(document, marked.names, name_lists())) == expected);
    }
  }
}

TEST_CASE("an entity bears its fullest name, and the gender of a given name", "[linking]") {
  const Marked marked = read_marked("[Macron/p1] et [Emmanuel Macron/p1] ; [Claire Denis/p2].");
  const Text text = Text::from_utf8(marked.text);
  ReadOptions read;
  read.language = "fr";
  const Document document = read_document(text, read);
  const std::vector<Entity> entities = link_names(document, marked.names, name_lists());
  REQUIRE(entities.size() == 2);
  CHECK(entities[0].name == "Emmanuel Macron");
  CHECK(entities[0].gender == Gender::kMasculine);
  CHECK(entities[1].gender == Gender::kFeminine);
}

}  // namespace manicule::test
