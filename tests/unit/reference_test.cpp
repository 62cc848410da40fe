// Who a pronoun beside a quotation stands for.

#include "annotate.h"
#include "catch.h"

namespace manicule::test {
namespace {

/// The name of the entity that speaks the first quotation of `article`; empty without one.
std::string first_speaker(const std::string& language, const std::string& article) {
  AnnotateOptions options;
  options.read.language = language;
  const Analysis found = annotate(Text::from_utf8(article), options);
  if (found.quotes.empty() || !found.quotes[0].speaker || !found.quotes[0].speaker->entity)
    return {};
  return found.entities[*found.quotes[0].speaker->entity].name;
}

TEST_CASE("a pronoun goes to the name whose gender fits, wherever it stands") {
  const std::string she = "\u00AB Il pleut encore \u00BB, a-t-elle dit.";
  const std::string he = "\u00AB Il pleut encore \u00BB, a-t-il dit.";
  const std::string her_first = "Catherine Leroy a rencontr\u00E9 Bernard Martin \u00E0 Lyon. ";
  const std::string him_first = "Bernard Martin a rencontr\u00E9 Catherine Leroy \u00E0 Lyon. ";
  CHECK(first_speaker("fr", her_first + she) == "Catherine Leroy");
  CHECK(first_speaker("fr", him_first + she) == "Catherine Leroy");
  CHECK(first_speaker("fr", her_first + he) == "Bernard Martin");
  CHECK(first_speaker("fr", him_first + he) == "Bernard Martin");
}

}  // namespace
}  // namespace manicule::test
