// Which mentions are linked, by tables of marked texts.

#include "cases.h"
#include "catch.h"
#include "document/document.h"
#include "entities/link.h"
#include "entities/model.h"
#include "language/language.h"
#include "marked_names.h"

namespace manicule::test {
namespace {

/// For each mention the mark of the first mention of its entity.
std::string partition(const MarkedNames& marked, const std::vector<Entity>& entities) {
  std::string out;
  for (const NamedSpan& name : marked.names) {
    for (const Entity& entity : entities) {
      for (const Mention& mention : entity.mentions) {
        if (mention.span != name.span) continue;
        for (std::size_t i = 0; i < marked.names.size(); ++i) {
          if (marked.names[i].span == entity.mentions.front().span) out += marked.marks[i] + ' ';
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
      const MarkedNames marked = read_marked_names(row.fields[0]);
      const Text text = Text::from_utf8(marked.text);
      ReadOptions read;
      read.language = code;
      const Document document = read_document(text, read);
      std::string expected;
      for (const std::string& entity : marked.marks) expected += entity + ' ';
      CHECK(partition(marked, link_names(document, marked.names, name_lists())) == expected);
    }
  }
}

TEST_CASE("an entity bears its fullest name, and the gender of a given name", "[linking]") {
  const MarkedNames marked =
      read_marked_names("[Macron/p1] et [Emmanuel Macron/p1] ; [Claire Denis/p2].");
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
