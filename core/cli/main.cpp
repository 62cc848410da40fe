// The command line: manicule annotate (see README.md).

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "cli/input.h"
#include "cli/jsonl.h"
#include "json.h"
#include "names_of.h"
#include "options.h"

namespace {

using namespace std::string_view_literals;

constexpr const char* kUsage =
    "usage: manicule annotate [--lang CODE] [--date YYYY-MM-DD] [--messages CODE]\n"
    "                         [--disable ALERT] [--offsets utf-16|utf-8|code-point]\n"
    "                         [--jsonl] [FILE]\n"
    "Reads one article (standard input without FILE) and prints its annotations as JSON.\n"
    "--jsonl: one {\"id\", \"text\", \"lang\"?, \"date\"?} a line in, one document a line out.\n";

int fail(std::string_view message) {
  std::fprintf(stderr, "manicule: %.*s\n", static_cast<int>(message.size()), message.data());
  return 2;
}

struct Arguments {
  manicule::AnnotateOptions annotate;
  manicule::OffsetUnit unit = manicule::OffsetUnit::kUtf16;
  bool jsonl = false;
  std::string file;  ///< empty: none was named
  bool help = false;
};

std::optional<std::string> set_unit(Arguments& arguments, std::string_view value) {
  const auto unit = manicule::value_named<manicule::OffsetUnit>(value);
  if (!unit)
    return "unknown offsets '" + std::string(value) + "': one of utf-16, utf-8, code-point";
  arguments.unit = *unit;
  return {};
}

/// Sets the option `name` to `value`; returns what is wrong, or nothing.
std::optional<std::string> set_option(Arguments& arguments, std::string_view name,
                                      std::string_view value) {
  if (name == "--lang") return manicule::set_language(arguments.annotate, value);
  if (name == "--date") return manicule::set_date(arguments.annotate, value);
  if (name == "--messages") return manicule::set_messages(arguments.annotate, value);
  if (name == "--offsets") return set_unit(arguments, value);
  arguments.annotate.alerts.disabled.emplace_back(value);  // --disable
  return {};
}

bool takes_value(std::string_view name) {
  for (const auto known : {"--lang"sv, "--date"sv, "--messages"sv, "--offsets"sv, "--disable"sv}) {
    if (name == known) return true;
  }
  return false;
}

std::optional<std::string> parse(const std::vector<std::string_view>& words, Arguments& out) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (word == "--help" || word == "-h") {
      out.help = true;
    } else if (word == "--jsonl") {
      out.jsonl = true;
    } else if (word.substr(0, 2) == "--") {
      const std::size_t equals = word.find('=');
      const std::string_view name = word.substr(0, equals);
      if (!takes_value(name)) return "unknown option '" + std::string(name) + "'";
      if (equals == std::string_view::npos && i + 1 == words.size()) {
        return "option '" + std::string(name) + "' needs a value";
      }
      const std::string_view value =
          equals == std::string_view::npos ? words[++i] : word.substr(equals + 1);
      if (auto wrong = set_option(out, name, value)) return wrong;
    } else if (!out.file.empty()) {
      return "more than one file: '" + out.file + "' and '" + std::string(word) + "'";
    } else {
      out.file = word;
    }
  }
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string_view> words(argv + 1, argv + argc);
  if (!words.empty() && (words[0] == "--help" || words[0] == "-h")) {
    std::fputs(kUsage, stdout);
    return 0;
  }
  if (words.empty() || words[0] != "annotate") {
    std::fputs(kUsage, stderr);
    return 2;
  }
  Arguments arguments;
  if (auto wrong = parse({words.begin() + 1, words.end()}, arguments)) return fail(*wrong);
  if (arguments.help) {
    std::fputs(kUsage, stdout);
    return 0;
  }
  if (arguments.file.empty()) arguments.file = manicule::kStandardInput;

  if (arguments.jsonl) {
    const auto wrong = manicule::annotate_jsonl(arguments.file, arguments.annotate, arguments.unit);
    return wrong ? fail(*wrong) : 0;
  }
  std::string bytes;
  if (auto wrong = manicule::read_article(arguments.file, bytes)) return fail(*wrong);
  const auto text = manicule::Text::from_utf8(bytes);
  const auto analysis = manicule::annotate(text, arguments.annotate);
  const std::string json = manicule::to_json(analysis, text, arguments.unit) + "\n";
  return std::fwrite(json.data(), 1, json.size(), stdout) == json.size() && std::fflush(stdout) == 0
             ? 0
             : fail("the result could not be written");
}
