#include "cases.h"

#include <fstream>

#include "catch.h"

namespace manicule::test {
namespace {

std::vector<std::string> cut(const std::string& line) {
  std::vector<std::string> fields(1);
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\t') {
      fields.emplace_back();
    } else if (line[i] == '\\' && i + 1 < line.size()) {
      const char next = line[++i];
      fields.back() += next == 'n' ? '\n' : next == 't' ? '\t' : next;
    } else {
      fields.back() += line[i];
    }
  }
  return fields;
}

}  // namespace

std::vector<Case> read_cases(const std::string& name) {
  std::ifstream in(MANICULE_CASES + name, std::ios::binary);
  INFO("tests/cases/" << name);
  REQUIRE(in);
  std::vector<Case> cases;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    cases.push_back({name + ":" + std::to_string(number), cut(line)});
  }
  REQUIRE_FALSE(cases.empty());
  return cases;
}

}  // namespace manicule::test
