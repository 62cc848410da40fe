// Model files: what is shipped can be read, and what is broken is refused with a reason.

#include "entities/model.h"

#include "catch.h"
#include "data.h"
#include "entities/heads.h"
#include "language/language.h"

namespace manicule::test {
namespace {

std::string shipped(std::string_view language) {
  return std::string(data_file(std::string(language) + "/entities.model"));
}

bool says(const std::string& error, std::string_view words) {
  return error.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("every language has a model that fits this program", "[model]") {
  for (const auto code : language_codes()) {
    CAPTURE(std::string(code));
    EntityModel model;
    CHECK(model.read(shipped(code)) == "");
    CHECK(find_entity_model(code) != nullptr);
  }
  CHECK(find_entity_model("und") == nullptr);
}

TEST_CASE("a broken model is refused with a reason", "[model]") {
  const std::string bytes = shipped("fr");
  REQUIRE(bytes.size() > 100);
  EntityModel model;
  CHECK(says(model.read(""), "magic"));
  CHECK(says(model.read("PNG" + bytes), "magic"));
  std::string changed = bytes;
  changed[4] = 99;
  CHECK(says(model.read(changed), "version 99"));
  changed = bytes;
  changed[5] = static_cast<char>(changed[5] + 1);
  CHECK(says(model.read(changed), "other feature templates"));
  changed = bytes;
  changed[9] = 7;
  CHECK(says(model.read(changed), "7 labels"));
  for (const std::size_t size :
       {bytes.size() - 1, bytes.size() / 2, std::size_t{2000}, std::size_t{12}}) {
    CAPTURE(size);
    CHECK(says(model.read(std::string_view(bytes).substr(0, size)), "cut short"));
  }
  CHECK(says(model.read(bytes + "x"), "left over"));
}

TEST_CASE("the heads of names are read without a fault", "[model]") {
  for (const auto code : language_codes()) {
    DataErrors errors;
    load_name_heads(code, errors);
    CAPTURE(std::string(code));
    CHECK(errors == DataErrors{});
  }
}

TEST_CASE("a model can be handed over, and only by a name that models have", "[model]") {
  CHECK(load_model("fr/entities.model", shipped("fr")) == "");
  CHECK(load_model("fr/entities.model", "noise") ==
        "fr/entities.model: not an entity model (wrong magic number)");
  CHECK(find_entity_model("fr") != nullptr);
  CHECK(load_model("fr/else.txt", "noise") == "fr/else.txt: no such model");
  CHECK(says(load_model("all/names.bin", "noise"), "wrong magic"));
}

}  // namespace manicule::test
