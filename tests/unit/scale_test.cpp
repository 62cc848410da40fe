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

/// Processor seconds, so that other programs on the machine do not count; the better of two runs.
double seconds_to_annotate(const std::string& bytes) {
  double best = 0;
  for (int run = 0; run < 2; ++run) {
    const std::clock_t start = std::clock();
    const Text text = Text::from_utf8(bytes);
    const Analysis analysis = annotate(text, {});
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    if (run == 0 || seconds < best) best = seconds;
  }
  return best;
}

TEST_CASE("hostile text takes linear time") {
  const std::size_t small = kRelease ? 64'000 : 8'000;
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
                                "\U0001F468\u200D"};
  for (const char* piece : pieces) {
    const double once = seconds_to_annotate(repeat(piece, small));
    const double more = seconds_to_annotate(repeat(piece, 8 * small));
    INFO("'" << piece << "': " << once << " s, eight times the text: " << more << " s");
    // Eight times as much, and room for caches and clocks; quadratic would be 64 times.
    CHECK(more < 24 * once + 0.05);
  }
}

TEST_CASE("a megabyte of quotation marks takes less than half a second") {
  if (!kRelease) return;
  CHECK(seconds_to_annotate(repeat("\"", 1'000'000)) < 0.5);
  CHECK(seconds_to_annotate(repeat("\u00AB", 1'000'000)) < 0.5);
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
