// The command line as a user meets it: exit status and words.

#include <sys/wait.h>

#include <cstdio>
#include <fstream>
#include <string>

#include "catch.h"

namespace manicule::test {
namespace {

struct Outcome {
  int status = -1;
  std::string out;  ///< standard output and error
};

/// Runs `manicule annotate` with `arguments`, as the shell reads them, on `input`.
Outcome run(const std::string& arguments, const std::string& input = "A b.") {
  const std::string file = "cli_test.in";
  std::ofstream(file, std::ios::binary) << input;
  const std::string command =
      std::string("'") + MANICULE_PROGRAM + "' annotate " + arguments + " < " + file + " 2>&1";
  Outcome outcome;
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  char buffer[4096];
  for (std::size_t got; (got = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) {
    outcome.out.append(buffer, got);
  }
  outcome.status = WEXITSTATUS(pclose(pipe));
  std::remove(file.c_str());
  return outcome;
}

void check_refused(const Outcome& outcome, const std::string& message) {
  CHECK(outcome.status == 2);
  CHECK(outcome.out == "manicule: " + message + "\n");
}

constexpr const char* kDocument =
    R"({"format":"manicule/1","offsets":"utf-16","language":"en","date":"2025-02-26",)"
    R"("blocks":[{"start":0,"end":4,"kind":"paragraph"}],)"
    R"("entities":[],"figures":[],"quotes":[],"alerts":[]})"
    "\n";

TEST_CASE("one article gives one document") {
  const Outcome plain = run("--lang en --date 2025-02-26");
  CHECK(plain.status == 0);
  CHECK(plain.out == kDocument);
  CHECK(run("--lang=en --date=2025-02-26 -").out == kDocument);
  CHECK(run("--help").status == 0);
}

TEST_CASE("alerts are switched off by their names") {
  const std::string article = "It opens on Monday, 24 January 2025, and closes tomorrow.";
  const auto raised = [&](const std::string& options, const std::string& kind) {
    const Outcome outcome = run("--lang en " + options, article);
    return outcome.out.find("\"kind\":\"" + kind + "\"") != std::string::npos;
  };
  CHECK((raised("", "weekday") && raised("", "undated")));
  CHECK((!raised("--disable weekday", "weekday") && raised("--disable weekday", "undated")));
  CHECK(!raised("--disable weekday --disable=undated", "undated"));
}

TEST_CASE("what cannot be used is named in one line") {
  check_refused(run("--date 2025-13-45"), "'2025-13-45' is not a date: write it as 2025-02-26");
  check_refused(run("--lang xx"), "unknown language 'xx': one of fr, en, de, es, it, pt, nl");
  check_refused(run("--offsets x"), "unknown offsets 'x': one of utf-16, utf-8, code-point");
  check_refused(run("--lang"), "option '--lang' needs a value");
  check_refused(run("--nope"), "unknown option '--nope'");
  check_refused(run("a b"), "more than one file: 'a' and 'b'");
  check_refused(run("none.txt"), "cannot open 'none.txt': No such file or directory");
  check_refused(run("--jsonl none.txt"), "cannot open 'none.txt': No such file or directory");
}

TEST_CASE("what is no article is refused") {
  check_refused(run("", std::string(20'000'001, 'a')), "standard input is over 20 MB");
  check_refused(run("", std::string(100, '\0')), "standard input is not a text");
  check_refused(run("",
                    "\xFF\xFE"
                    "A"),
                "standard input is UTF-16: save it as UTF-8");
  CHECK(run("", "Latin-1: caf\xE9.").status == 0);
  CHECK(run("", "").status == 0);
}

TEST_CASE("lines of JSON are answered one by one, bad ones too") {
  const Outcome outcome = run("--jsonl --lang en",
                              "{\"id\": 1, \"text\": \"A b.\", \"date\": \"2025-02-26\"}\n"
                              "{broken\n\n[1]\n{\"id\": \"x\"}\n"
                              "{\"id\": 2, \"text\": \"C.\", \"lang\": \"zz\"}\n"
                              "{\"id\": [3], \"text\": \"C.\", \"date\": \"2025-02-30\"}");
  CHECK(outcome.status == 0);
  CHECK(outcome.out ==
        "{\"id\":1," + std::string(kDocument).substr(1) +
            R"({"id":null,"error":"the line is not JSON"})"
            "\n"
            R"({"id":null,"error":"the line is not a JSON object"})"
            "\n"
            R"({"id":"x","error":"'text' is not a string"})"
            "\n"
            R"({"id":2,"error":"unknown language 'zz': one of fr, en, de, es, it, pt, nl"})"
            "\n"
            R"({"id":[3],"error":"'2025-02-30' is not a date: write it as 2025-02-26"})"
            "\n");
}

}  // namespace
}  // namespace manicule::test
