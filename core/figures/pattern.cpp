#include "figures/pattern.h"

#include <iterator>
#include <utility>

#include "figures/timex.h"

namespace manicule {
namespace {

bool is_name(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }
bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

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
  void fail(std::string message) { fail(std::move(message), rest_.data()); }
  void fail(std::string message, const char* at) {
    if (fault_.message.empty()) fault_ = {std::move(message), at};
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
    if (!rest_.empty() && rest_[0] == '"') return literal(Slot::kNone);
    std::string_view word = name();
    Slot slot = Slot::kNone;
    if (!rest_.empty() && rest_[0] == ':') {
      slot = slot_of(word);
      if (slot == Slot::kNone) fail("unknown slot '" + std::string(word) + "'", word.data());
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
      fail("unknown macro '@" + std::string(name) + "'", name.data());
      return {};
    }
    if (depth_ > 12) {
      fail("macros nested too deep", name.data());
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

Pattern parse_pattern(std::string_view text, FigureLexicon& lexicon, const Macros& macros,
                      Fault& fault) {
  return PatternParser(text, lexicon, macros, 0, fault).parse();
}

}  // namespace manicule
