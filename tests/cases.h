#pragma once

#include <string>
#include <vector>

namespace manicule::test {

/// One line of a table of cases.
struct Case {
  std::string where;  ///< "fr/figures.tsv:12", for INFO()
  std::vector<std::string> fields;
};

/// The lines of tests/cases/`name` that are neither empty nor a comment (`#` first), cut at tabs;
/// in the fields `\n`, `\t` and `\\` stand for a line end, a tab and a backslash. A table that is
/// missing or empty fails the test that asks for it.
std::vector<Case> read_cases(const std::string& name);

}  // namespace manicule::test
