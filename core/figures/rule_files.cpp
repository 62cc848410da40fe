// Rule files: statements to rules.

#include <string>
#include <utility>
#include <vector>

#include "data.h"
#include "figures/compile.h"
#include "figures/pattern.h"
#include "figures/rules.h"
#include "names_of.h"

namespace manicule {
namespace {

std::string_view trim(std::string_view s) {
  constexpr std::string_view kSpaces = " \n\t\r";
  const std::size_t begin = s.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return {};
  return s.substr(begin, s.find_last_not_of(kSpaces) + 1 - begin);
}

struct Statement {
  DataLine first;
  std::string_view text;  ///< with the lines that continue it

  /// The error for `fault`, at its place where that is in the first line.
  std::string error(const Fault& fault) const {
    DataLine line = first;
    const bool inside =
        fault.at >= line.text.data() && fault.at < line.text.data() + line.text.size();
    line.fields = {inside ? std::string_view(fault.at, 1) : line.text.substr(0, 1)};
    return line.error(0, fault.message);
  }
};

std::vector<Statement> read_statements(std::string_view text, std::string_view path) {
  std::vector<Statement> statements;
  for_each_line_of(text, path, [&](const DataLine& line) {
    if (line.text.front() == '+' || line.text.front() == '-') return;  // examples
    if (line.text.front() == ' ' && !statements.empty()) {
      std::string_view& all = statements.back().text;
      all = {all.data(),
             static_cast<std::size_t>(line.text.data() + line.text.size() - all.data())};
    } else {
      statements.push_back({line, line.text});
    }
  });
  return statements;
}

/// Splits "before [figure] behind"; brackets inside quotes do not count.
struct Parts {
  std::string_view before, figure, behind;
};
Parts split_brackets(std::string_view text) {
  std::size_t open = std::string_view::npos, close = std::string_view::npos;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (quoted) continue;
    if (text[i] == '[') open = i;
    if (text[i] == ']') close = i;
  }
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) {
    return {{}, text, {}};
  }
  return {text.substr(0, open), text.substr(open + 1, close - open - 1), text.substr(close + 1)};
}

/// The head of a rule: its kind, and the constants in its parentheses.
void read_head(std::string_view head, RuleCompiler& compiler, Rule& rule, Fault& fault) {
  std::string_view arguments;
  if (const std::size_t open = head.find('('); open != std::string_view::npos) {
    arguments = trim(head.substr(open + 1, head.find(')') - open - 1));
    head = trim(head.substr(0, open));
  }
  while (!arguments.empty()) {
    const std::string_view argument = arguments.substr(0, arguments.find(' '));
    const std::size_t equals = argument.find('=');
    const Slot slot = slot_of(argument.substr(0, equals));
    if (slot == Slot::kNone || equals == std::string_view::npos) {
      fault = {"unknown slot in the head", argument.data()};
      return;
    }
    rule.constants.push_back(
        {slot, compiler.add_constant(argument.substr(equals + 1)), Capture::kConstant});
    rule.no_durations |= slot == Slot::kButDurations;
    rule.strong |= slot == Slot::kRank;
    rule.after |= slot == Slot::kAfter;
    rule.dates |= slot == Slot::kDates;
    arguments = trim(arguments.substr(argument.size()));
  }
  if (head == "none") {
    rule.is_none = true;
  } else if (const auto modifier = value_named<Modifier>(head)) {
    rule.is_modifier = true;
    rule.modifier = *modifier;
  } else {
    rule.action = find_action(head);
    if (rule.action == nullptr) fault = {"unknown kind '" + std::string(head) + "'", head.data()};
  }
}

}  // namespace

void RuleSet::load(std::string_view path, FigureLexicon& lexicon, DataErrors& errors) {
  read(data_file(path), path, lexicon, errors);
}

void RuleSet::read(std::string_view text, std::string_view path, FigureLexicon& lexicon,
                   DataErrors& errors) {
  using Direction = RuleCompiler::Direction;
  RuleCompiler compiler(*this);
  for (const Statement& statement : read_statements(text, path)) {
    const std::size_t equals = statement.text.find(" = ");
    if (equals == std::string_view::npos) {
      errors.push_back(statement.error({"expected ' = '", statement.text.data()}));
      continue;
    }
    const std::string_view head = trim(statement.text.substr(0, equals));
    const std::string_view body = statement.text.substr(equals + 3);
    if (head.substr(0, 4) == "let ") {
      macros_[std::string(trim(head.substr(4)))] = body;
      continue;
    }
    Rule rule;
    Fault fault;
    read_head(head, compiler, rule, fault);
    const auto compile = [&](std::string_view part, Direction direction) {
      if (trim(part).empty()) return std::uint32_t{0};
      return compiler.compile(parse_pattern(part, lexicon, macros_, fault), direction);
    };
    const Parts parts = split_brackets(body);
    rule.figure = compile(parts.figure, Direction::kForwards);
    rule.before = compile(parts.before, Direction::kBackwards);
    rule.behind = compile(parts.behind, Direction::kForwards);
    if (fault.message.empty()) {
      compiler.add(std::move(rule));
    } else {
      errors.push_back(statement.error(fault));
    }
  }
}

}  // namespace manicule
