// The names of a document agree with each other: in kind, and in where they are found.

#include "entities/agree.h"

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "document/document.h"
#include "entities/family_names.h"
#include "entities/nicknames.h"
#include "marked_names.h"

namespace manicule::test {
namespace {

/// Reads "[Fotalis/p6o4] groeit": each name with what the tagger says of its kinds, in tenths.
MarkedNames read_doubtful(const std::string& line) {
  MarkedNames out = read_marked_names(line);
  for (std::size_t n = 0; n < out.names.size(); ++n) {
    const std::string& mark = out.marks[n];
    out.names[n].kinds.fill(0.001F);
    for (std::size_t i = 0; i + 1 < mark.size(); i += 2) {
      out.names[n].kinds[static_cast<std::size_t>(kind_of_letter(mark[i]))] =
          static_cast<float>(mark[i + 1] - '0') / 10;
    }
  }
  return out;
}

/// The text with the names as `change` leaves them: "[Fotalis/o] groeit".
template <class Change>
std::string changed(const std::string& line, Change change) {
  const MarkedNames marked = read_doubtful(line);
  const Text text = Text::from_utf8(marked.text);
  ReadOptions read;
  read.language = "en";
  const NameWords words = cut_words(read_document(text, read));
  FoundNames found;
  for (const NamedSpan& name : marked.names) {
    NameRange range;
    while (words.words[range.begin].span.begin < name.span.begin) ++range.begin;
    range.end = range.begin;
    while (range.end < words.words.size() && words.words[range.end].span.begin < name.span.end)
      ++range.end;
    found.ranges.push_back(range);
    found.spans.push_back(name);
  }
  change(words, found, text.utf8());
  REQUIRE(found.ranges.size() == found.spans.size());
  std::string out;
  std::uint32_t at = 0;
  for (const NamedSpan& name : found.spans) {
    REQUIRE(at <= name.span.begin);
    out += marked.text.substr(at, name.span.begin - at) + '[' + std::string(text[name.span]) + '/' +
           kKindLetters[static_cast<std::size_t>(name.kind)] + ']';
    at = name.span.end;
  }
  return out + marked.text.substr(at);
}

std::string agreed(const std::string& line) {
  return changed(line, [](const NameWords& words, FoundNames& names, std::string_view) {
    agree_on_names(words, names);
  });
}
std::string joined(const std::string& line) {
  return changed(line, [](const NameWords& words, FoundNames& names, std::string_view) {
    join_around_nicknames(words, names);
  });
}
/// A model to which each word is a person with probability `person`, else outside.
std::string with_families(const std::string& line, float person) {
  return changed(line, [&](const NameWords& words, FoundNames& names, std::string_view utf8) {
    Transitions free{};
    for (LabelRow& row : free) row.fill(1);
    LabelRow row;
    row.fill(kImpossible);
    row[make_label(EntityKind::kPerson, Place::kUnit)] = std::log(person);
    row[kOutside] = std::log(1 - person);
    find_family_names(utf8, words, std::vector<LabelRow>(words.words.size(), row), free, names);
  });
}

}  // namespace

TEST_CASE("a nickname in quotation marks does not tear a name apart", "[agree]") {
  CHECK(joined("Then [Rosa Maria \"Romy/p5]\" [Granat/p9] scored.") ==
        "Then [Rosa Maria \"Romy\" Granat/p] scored.");
  CHECK(joined("Then [Jose Edmundo/p9] \"[Ze da Silva\" de Souza/p9] sang.") ==
        "Then [Jose Edmundo \"Ze da Silva\" de Souza/p] sang.");
  CHECK(joined("Then [Jose/p9] \"[Ze/p9]\" [Souza/p9] sang.") ==
        "Then [Jose \"Ze\" Souza/p] sang.");
  CHECK(joined("To [Ada/p9] \"Now or never again, my friend\" [Bruno/p9] said.") ==
        "To [Ada/p] \"Now or never again, my friend\" [Bruno/p] said.");
  CHECK(joined("[Ada/p9] read \"[Emma/w9]\" to [Bruno/p9].") ==
        "[Ada/p] read \"[Emma/w]\" to [Bruno/p].");
}

TEST_CASE("one wording has one kind in a document", "[agree]") {
  CHECK(agreed("[Fotalis/o9] grew. Then [Fotalis/p6o3] fell.") ==
        "[Fotalis/o] grew. Then [Fotalis/o] fell.");
  CHECK(agreed("[Fotalis/p9] grew. Then [Fotalis/p4o5] and [Fotalis/p4o5] fell.") ==
        "[Fotalis/p] grew. Then [Fotalis/p] and [Fotalis/p] fell.");
}

TEST_CASE("a longer name tells the kind of a doubtful one that it begins or ends with", "[agree]") {
  CHECK(agreed("[Halvorsen Foods/o9] rose. Now [Halvorsen/p5o4] falls.") ==
        "[Halvorsen Foods/o] rose. Now [Halvorsen/o] falls.");
  CHECK(agreed("[Hirut Desalegn/w4p3] sang. Then [Desalegn/p9] left.") ==
        "[Hirut Desalegn/p] sang. Then [Desalegn/p] left.");
  CHECK(agreed("[Solveig De Horn/p9] sails. Now [De Horn/w5p4] sinks.") ==
        "[Solveig De Horn/p] sails. Now [De Horn/p] sinks.");
  CHECK(agreed("[City of Paris/o9] pays. In [Paris/l9] it rains.") ==
        "[City of Paris/o] pays. In [Paris/l] it rains.");
}

TEST_CASE("a family name alone is found where it may be a name at all", "[agree]") {
  const std::string line = "[Xaver Birnstiel/p9] called. Birnstiel paid, Birnstiels wife did not.";
  CHECK(with_families(line, 0.1F) ==
        "[Xaver Birnstiel/p] called. [Birnstiel/p] paid, [Birnstiels/p] wife did not.");
  CHECK(with_families(line, 0.01F) ==
        "[Xaver Birnstiel/p] called. Birnstiel paid, Birnstiels wife did not.");
  CHECK(with_families("[Xaver Birnstiel/p5] called. Birnstiel paid.", 0.1F) ==
        "[Xaver Birnstiel/p] called. Birnstiel paid.");
  CHECK(with_families("[Birnstiel Mills/o9] grew. [Ada Mills/p9] and [Mills/o9], not mills.",
                      0.1F) == "[Birnstiel Mills/o] grew. [Ada Mills/p] and [Mills/o], not mills.");
}

TEST_CASE("a name of several words is found wherever they stand", "[agree]") {
  CHECK(agreed("[Red Thread/w9] won. So Red Thread is read, with no red thread in it.") ==
        "[Red Thread/w] won. So [Red Thread/w] is read, with no red thread in it.");
  CHECK(agreed("[Railways of Cantabria/o9] rose. Still Railways of [Cantabria/l9] owe much.") ==
        "[Railways of Cantabria/o] rose. Still [Railways of Cantabria/o] owe much.");
  CHECK(agreed("[Ada Byron/p9] wrote. The [Ada Byron Institute/o9] opens.") ==
        "[Ada Byron/p] wrote. The [Ada Byron Institute/o] opens.");
  CHECK(agreed("[Red Thread/w5] won. So Red Thread is read.") ==
        "[Red Thread/w] won. So Red Thread is read.");
}

}  // namespace manicule::test
