// Time and memory stay linear in the length of the text, also for texts made to hurt.

#include <sys/resource.h>

#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>

#include "annotate.h"
#include "cases.h"
#include "catch.h"

namespace manicule::test {
namespace {

#if defined(MANICULE_RELEASE)
constexpr bool kRelease = true;
#else
constexpr bool kRelease = false;  // a sanitizer's time and memory tell nothing
#endif

std::string repeat(std::string_view piece, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += piece;
  return out;
}

/// Processor seconds, so that other programs on the machine count little.
double seconds_to_annotate(const std::string& bytes) {
  const std::clock_t start = std::clock();
  const Text text = Text::from_utf8(bytes);
  const Analysis analysis = annotate(text, {});
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

/// Eight times the text takes at most this many times as long; quadratic would be 64.
constexpr double kMostGrowth = 24;

/// Whether `holds` is true in one of three tries: a clock may be unlucky, code that is too slow
/// never is lucky.
template <class Holds>
bool in_three_tries(Holds holds) {
  return holds() || holds() || holds();
}

TEST_CASE("hostile text takes linear time") {
  const std::size_t small = kRelease ? 16'000 : 2'000;
  const char* const pieces[] = {"\"",
                                "\u00AB ",
                                "\u00AB \u00BB ",
                                "\u201C",
                                "'",
                                "(",
                                "1",
                                "1,",
                                "1 000 ",
                                "M. ",
                                "Jean ",
                                "A",
                                "a-",
                                ".",
                                "\n",
                                "\u0301",
                                "l'",
                                "http://",
                                "@",
                                "one hundred ",
                                "3 mai et ",
                                "- \u00AB",
                                "\"a, said b ",
                                "> \"a\n\n",
                                "\"a ",
                                "\U0001F468\u200D"};
  for (const char* piece : pieces) {
    INFO("'" << piece << "'");
    CHECK(in_three_tries([&] {
      const double once = seconds_to_annotate(repeat(piece, small));
      return seconds_to_annotate(repeat(piece, 8 * small)) < kMostGrowth * once + 0.05;
    }));
  }
}

TEST_CASE("a megabyte of quotation marks takes less than half a second") {
  if (!kRelease) return;
  for (const char* piece :
       {"\"", "\u00AB", "\u00BB\u00AB ", "'\"", "\u201C\u2018", "\u201E\u201C "}) {
    const std::string text = repeat(piece, 1'000'000);
    INFO(piece);
    CHECK(in_three_tries([&] { return seconds_to_annotate(text) < 0.5; }));
  }
}

TEST_CASE("five megabytes of text take less than 300 MB of memory") {
  if (!kRelease) return;
  std::string article;
  for (const auto& line : read_cases("../bench/article.txt")) article += line.fields[0] + "\n\n";
  const std::string name = "scale_test.txt";
  std::ofstream(name, std::ios::binary) << repeat(article, 5'000'000);
  const int status = std::system(MANICULE_PROGRAM " annotate scale_test.txt > /dev/null");
  std::remove(name.c_str());
  REQUIRE(status == 0);
  rusage used{};
  getrusage(RUSAGE_CHILDREN, &used);
#if defined(__APPLE__)
  const long kilobytes = used.ru_maxrss / 1024;
#else
  const long kilobytes = used.ru_maxrss;
#endif
  CHECK(kilobytes < 300'000);
}

}  // namespace
}  // namespace manicule::test
