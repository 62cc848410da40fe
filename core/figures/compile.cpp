// The compiler of rule files: text to RuleSet's steps.

#include <memory>
#include <utility>

#include "figures/rules.h"
#include "figures/timex.h"

namespace manicule {
namespace {

Slot slot_of(std::string_view name) {
  for (std::size_t i = 1; i < std::size(kSlotNames); ++i) {
    if (kSlotNames[i] == name) return static_cast<Slot>(i);
  }
  if (const auto field = timex_field(name)) {
    return static_cast<Slot>(static_cast<std::size_t>(Slot::kDateFields) +
                             static_cast<std::size_t>(*field));
  }
  return Slot::kNone;
}

bool is_name(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }
bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::string_view trim(std::string_view s) {
  while (!s.empty() && is_space(s.front())) s.remove_prefix(1);
  while (!s.empty() && is_space(s.back())) s.remove_suffix(1);
  return s;
}

/// A pattern as written.
struct Pattern {
  enum class Kind : std::uint8_t { kSequence, kChoice, kOptional, kRepeat, kAtom, kGlue, kAbsent };
  Kind kind = Kind::kSequence;
  std::vector<Pattern> parts;
  ClassId klass = 0;
  Slot slot = Slot::kNone;
  Check check;
};

struct Fault {
  std::string message;  ///< empty: none
  const char* at = nullptr;
};

using Macros = std::unordered_map<std::string, std::string_view>;

class PatternParser {
 public:
  PatternParser(std::string_view text, FigureLexicon& lexicon, const Macros& macros, int depth,
                Fault& fault)
      : rest_(text), lexicon_(lexicon), macros_(macros), depth_(depth), fault_(fault) {}

  Pattern parse() {
    Pattern pattern = choice();
    skip();
    if (!rest_.empty()) fail("unexpected '" + std::string(rest_.substr(0, 1)) + "'");
    return pattern;
  }

 private:
  void fail(std::string message) {
    if (fault_.message.empty()) fault_ = {std::move(message), rest_.data()};
    rest_ = {};
  }

  void skip() {
    while (!rest_.empty() && (is_space(rest_[0]) || rest_[0] == '#')) {
      if (rest_[0] == '#') {
        const std::size_t end = rest_.find('\n');
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end);
      } else {
        rest_.remove_prefix(1);
      }
    }
  }

  bool eat(char c) {
    skip();
    if (rest_.empty() || rest_[0] != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  Pattern choice() {
    Pattern all;
    all.kind = Pattern::Kind::kChoice;
    do all.parts.push_back(sequence());
    while (eat('|'));
    return all.parts.size() == 1 ? std::move(all.parts[0]) : all;
  }

  Pattern sequence() {
    Pattern all;
    for (;;) {
      skip();
      if (rest_.empty() || rest_[0] == '|' || rest_[0] == ')') return all;
      Pattern item = primary();
      for (;;) {
        if (!rest_.empty() && (rest_[0] == '?' || rest_[0] == '*')) {
          Pattern wrapped;
          wrapped.kind = rest_[0] == '?' ? Pattern::Kind::kOptional : Pattern::Kind::kRepeat;
          wrapped.parts.push_back(std::move(item));
          item = std::move(wrapped);
          rest_.remove_prefix(1);
        } else {
          break;
        }
      }
      all.parts.push_back(std::move(item));
    }
  }

  Pattern primary() {
    Pattern pattern;
    if (eat('(')) {
      pattern = choice();
      if (!eat(')')) fail("missing ')'");
      return pattern;
    }
    if (eat('!')) {
      pattern.kind = Pattern::Kind::kAbsent;
      pattern.parts.push_back(primary());
      return pattern;
    }
    if (eat('~')) {
      pattern.kind = Pattern::Kind::kGlue;
      return pattern;
    }
    if (eat('@')) return macro(name());
    if (rest_[0] == '"') return literal(Slot::kNone);
    std::string_view word = name();
    Slot slot = Slot::kNone;
    if (!rest_.empty() && rest_[0] == ':') {
      slot = slot_of(word);
      if (slot == Slot::kNone) fail("unknown slot '" + std::string(word) + "'");
      eat(':');
      if (!rest_.empty() && rest_[0] == '"') return literal(slot);
      word = name();
    }
    if (word.empty()) {
      fail("expected a word, a class or a group");
      return pattern;
    }
    pattern.kind = Pattern::Kind::kAtom;
    pattern.klass = lexicon_.intern(word);
    pattern.slot = slot;
    if (!rest_.empty() && rest_[0] == '{') range(pattern.check);
    if (!rest_.empty() && rest_[0] == '=') {
      eat('=');
      pattern.check.text =
          take_while([](char c) { return is_name(c) || (c >= 'A' && c <= 'Z') || c == '-'; });
    }
    return pattern;
  }

  void range(Check& check) {
    const std::size_t end = rest_.find('}');
    const std::size_t dots = rest_.find("..");
    if (end == std::string_view::npos || dots == std::string_view::npos || dots > end) {
      return fail("expected {low..high}");
    }
    check.ranged = true;
    if (const auto low = parse_decimal(rest_.substr(1, dots - 1))) check.low = *low;
    if (const auto high = parse_decimal(rest_.substr(dots + 2, end - dots - 2))) check.high = *high;
    rest_.remove_prefix(end + 1);
  }

  Pattern literal(Slot slot) {
    eat('"');
    const std::size_t end = rest_.find('"');
    Pattern pattern;
    if (end == std::string_view::npos) {
      fail("missing '\"'");
      return pattern;
    }
    for (const std::string& word : split_form(rest_.substr(0, end))) {
      Pattern atom;
      atom.kind = Pattern::Kind::kAtom;
      atom.klass = lexicon_.intern_literal(word);
      atom.slot = slot;
      slot = Slot::kNone;
      pattern.parts.push_back(std::move(atom));
    }
    rest_.remove_prefix(end + 1);
    return pattern;
  }

  Pattern macro(std::string_view name) {
    const auto found = macros_.find(std::string(name));
    if (found == macros_.end()) {
      fail("unknown macro '@" + std::string(name) + "'");
      return {};
    }
    if (depth_ > 12) {
      fail("macros nested too deep");
      return {};
    }
    return PatternParser(found->second, lexicon_, macros_, depth_ + 1, fault_).parse();
  }

  template <class Test>
  std::string_view take_while(const Test& test) {
    std::size_t end = 0;
    while (end < rest_.size() && test(rest_[end])) ++end;
    const std::string_view taken = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return taken;
  }
  std::string_view name() { return take_while(is_name); }

  std::string_view rest_;
  FigureLexicon& lexicon_;
  const Macros& macros_;
  int depth_;
  Fault& fault_;
};

}  // namespace

/// Writes patterns as steps into a RuleSet.
class RuleCompiler {
 public:
  explicit RuleCompiler(RuleSet& rules) : rules_(rules) {}

  /// The index of the first step; 0 for a pattern without parts.
  std::uint32_t compile(const Pattern& pattern, bool backwards) {
    if (pattern.kind == Pattern::Kind::kSequence && pattern.parts.empty()) return 0;
    backwards_ = backwards;
    const std::uint32_t begin = here();
    emit(pattern);
    step(Step::Op::kEnd);
    return begin;
  }

  void add(Rule rule) { rules_.rules_.push_back(std::move(rule)); }

 private:
  std::uint32_t here() const { return static_cast<std::uint32_t>(rules_.steps_.size()); }
  std::uint32_t step(Step::Op op) {
    rules_.steps_.push_back(Step{});
    rules_.steps_.back().op = op;
    return here() - 1;
  }
  void land(std::uint32_t at) { rules_.steps_[at].target = here(); }

  void emit(const Pattern& pattern) {
    switch (pattern.kind) {
      case Pattern::Kind::kSequence:
        if (backwards_) {
          for (auto part = pattern.parts.rbegin(); part != pattern.parts.rend(); ++part)
            emit(*part);
        } else {
          for (const Pattern& part : pattern.parts) emit(part);
        }
        break;
      case Pattern::Kind::kChoice: {
        std::vector<std::uint32_t> ends;
        for (std::size_t i = 0; i + 1 < pattern.parts.size(); ++i) {
          const std::uint32_t split = step(Step::Op::kSplit);
          emit(pattern.parts[i]);
          ends.push_back(step(Step::Op::kJump));
          land(split);
        }
        emit(pattern.parts.back());
        for (const std::uint32_t end : ends) land(end);
        break;
      }
      case Pattern::Kind::kOptional: {
        const std::uint32_t split = step(Step::Op::kSplit);
        emit(pattern.parts[0]);
        land(split);
        break;
      }
      case Pattern::Kind::kRepeat: {
        const std::uint32_t split = step(Step::Op::kSplit);
        emit(pattern.parts[0]);
        rules_.steps_[step(Step::Op::kJump)].target = split;
        land(split);
        break;
      }
      case Pattern::Kind::kAbsent: {
        const std::uint32_t absent = step(Step::Op::kAbsent);
        emit(pattern.parts[0]);
        step(Step::Op::kEnd);
        land(absent);
        break;
      }
      case Pattern::Kind::kGlue:
        step(Step::Op::kGlue);
        break;
      case Pattern::Kind::kAtom: {
        Step& atom = rules_.steps_[step(Step::Op::kAtom)];
        atom.klass = pattern.klass;
        atom.slot = pattern.slot;
        if (pattern.check.ranged || !pattern.check.text.empty()) {
          atom.check = static_cast<std::uint32_t>(rules_.checks_.size());
          rules_.checks_.push_back(pattern.check);
        }
        break;
      }
    }
  }

  RuleSet& rules_;
  bool backwards_ = false;
};

namespace {

struct Statement {
  DataLine first;
  std::string_view text;  ///< with the lines that continue it
};

std::vector<Statement> read_statements(std::string_view path) {
  std::vector<Statement> statements;
  for_each_line(path, [&](const DataLine& line) {
    if (line.text.front() == '+' || line.text.front() == '-') return;  // examples
    if (line.text.front() == ' ' && !statements.empty()) {
      std::string_view& text = statements.back().text;
      text = {text.data(),
              static_cast<std::size_t>(line.text.data() + line.text.size() - text.data())};
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

}  // namespace

void RuleSet::load(std::string_view path, FigureLexicon& lexicon, DataErrors& errors) {
  RuleCompiler compiler(*this);
  for (const Statement& statement : read_statements(path)) {
    const std::size_t equals = statement.text.find(" = ");
    const auto report = [&](const Fault& fault) {
      DataLine line = statement.first;
      const bool inside =
          fault.at >= line.text.data() && fault.at < line.text.data() + line.text.size();
      line.fields = {inside ? std::string_view(fault.at, 1) : line.text.substr(0, 1)};
      errors.push_back(line.error(0, fault.message));
    };
    if (equals == std::string_view::npos) {
      report({"expected ' = '", statement.text.data()});
      continue;
    }
    std::string_view head = trim(statement.text.substr(0, equals));
    const std::string_view body = statement.text.substr(equals + 3);
    if (head.substr(0, 4) == "let ") {
      macros_[std::string(trim(head.substr(4)))] = body;
      continue;
    }
    Rule rule;
    std::string_view arguments;
    if (const std::size_t open = head.find('('); open != std::string_view::npos) {
      arguments = head.substr(open + 1, head.find(')') - open - 1);
      head = trim(head.substr(0, open));
    }
    Fault fault;
    while (!trim(arguments).empty()) {
      arguments = trim(arguments);
      const std::size_t is = arguments.find('='), end = arguments.find(' ');
      const Slot slot = slot_of(arguments.substr(0, is));
      if (slot == Slot::kNone) fault = {"unknown slot in the head", arguments.data()};
      const std::string_view text =
          arguments.substr(is + 1, end == std::string_view::npos ? end : end - is - 1);
      constants_.push_back({kNoClass, parse_decimal(text).value_or(Decimal{}), text});
      rule.constants.push_back({slot, &constants_.back(), Capture::kConstant});
      rule.no_durations |= slot == Slot::kButDurations;
      rule.strong |= slot == Slot::kRank;
      rule.after |= slot == Slot::kAfter;
      rule.dates |= slot == Slot::kDates;
      arguments.remove_prefix(end == std::string_view::npos ? arguments.size() : end);
    }
    if (head == "none") {
      rule.is_none = true;
    } else if (head == "approx" || head == "min" || head == "max") {
      rule.is_modifier = true;
      rule.modifier = head == "approx" ? Modifier::kApprox
                      : head == "min"  ? Modifier::kMin
                                       : Modifier::kMax;
    } else {
      rule.action = find_action(head);
      if (rule.action == nullptr) fault = {"unknown kind '" + std::string(head) + "'", head.data()};
    }
    const Parts parts = split_brackets(body);
    const auto compile = [&](std::string_view part, bool backwards) {
      if (trim(part).empty()) return std::uint32_t{0};
      return compiler.compile(PatternParser(part, lexicon, macros_, 0, fault).parse(), backwards);
    };
    rule.figure = compile(parts.figure, false);
    rule.before = compile(parts.before, true);
    rule.behind = compile(parts.behind, false);
    if (fault.message.empty()) {
      compiler.add(std::move(rule));
    } else {
      report(fault);
    }
  }
}

}  // namespace manicule
