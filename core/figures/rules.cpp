#include "figures/rules.h"

#include <algorithm>

namespace manicule {
namespace {

constexpr int kMostSteps = 4000;  // of one rule at one place; no shipped rule comes near

struct Anywhere {
  bool operator()(std::ptrdiff_t) const { return true; }
};

/// Runs compiled steps over the atoms, forwards or backwards.
class Runner {
 public:
  Runner(const std::vector<Step>& steps, const std::vector<Check>& checks,
         const std::vector<ClassMask>& wanted, const std::vector<Atom>& atoms)
      : steps_(steps), checks_(checks), wanted_(wanted), atoms_(atoms) {}

  std::vector<Capture> captures;

  /// Whether the program at `pc` matches from `at`; calls `accept` with each place where it can
  /// end, until that returns true.
  template <class Accept>
  bool run(std::uint32_t pc, std::ptrdiff_t at, int direction, const Accept& accept) {
    for (;;) {
      if (--budget_ < 0) return false;
      const Step& step = steps_[pc];
      switch (step.op) {
        case Step::Op::kEnd:
          return accept(at);
        case Step::Op::kJump:
          pc = step.target;
          continue;
        case Step::Op::kSplit: {
          const ClassMask here = classes_at(at, direction);
          if ((wanted_[pc + 1] & here) != 0) {
            const std::size_t kept = captures.size();
            if (run(pc + 1, at, direction, accept)) return true;
            captures.resize(kept);
          }
          pc = step.target;
          if ((wanted_[pc] & here) == 0) return false;
          continue;
        }
        case Step::Op::kGlue: {
          const std::ptrdiff_t right = direction > 0 ? at : at + 1;
          if (!inside(right) || !atoms_[static_cast<std::size_t>(right)].glued) return false;
          ++pc;
          continue;
        }
        case Step::Op::kAbsent: {
          const std::size_t kept = captures.size();
          if (run(pc + 1, at, direction, Anywhere{})) return false;
          captures.resize(kept);
          pc = step.target;
          continue;
        }
        case Step::Op::kAtom: {
          if (!inside(at)) return false;
          const auto index = static_cast<std::size_t>(at);
          if ((classes_at(at, direction) & class_bit(step.klass)) == 0) return false;
          const std::size_t kept = captures.size();
          const Reading* reading = nullptr;
          // A phrase first: it is the longer one.
          if (const auto phrase = phrase_at(index, direction); phrase.node != nullptr) {
            for (const Reading& meaning : phrase.node->readings) {
              if (meaning.klass != step.klass || !passes(step, meaning)) continue;
              if (step.slot != Slot::kNone) captures.push_back({step.slot, &meaning, index});
              if (run(pc + 1, at + direction * phrase.size, direction, accept)) return true;
              captures.resize(kept);
              break;
            }
          }
          if (!test(step, atoms_[index], reading)) return false;
          if (step.slot != Slot::kNone) captures.push_back({step.slot, reading, index});
          at += direction;
          ++pc;
          continue;
        }
      }
    }
  }

 private:
  bool inside(std::ptrdiff_t at) const {
    return at >= 0 && at < static_cast<std::ptrdiff_t>(atoms_.size());
  }

  /// The classes that reading on from `at` may find; one bit at least, for what needs no atom.
  ClassMask classes_at(std::ptrdiff_t at, int direction) const {
    constexpr ClassMask kNone = ClassMask{1} << 63U;
    if (!inside(at)) return kNone;
    const Atom& atom = atoms_[static_cast<std::size_t>(at)];
    return (direction > 0 ? atom.classes : atom.ending) | kNone;
  }

  struct Phrase {
    const FigureLexicon::Node* node = nullptr;
    std::ptrdiff_t size = 0;  ///< in atoms
  };
  /// The phrase that begins at atoms_[index], or that ends there when reading backwards.
  Phrase phrase_at(std::size_t index, int direction) const {
    if (direction > 0) {
      return {atoms_[index].phrase, static_cast<std::ptrdiff_t>(atoms_[index].phrase_size)};
    }
    constexpr std::size_t kLongestPhrase = 6;
    for (std::size_t size = 2; size <= kLongestPhrase && size <= index + 1; ++size) {
      const Atom& begin = atoms_[index + 1 - size];
      if (begin.phrase_size == size) return {begin.phrase, static_cast<std::ptrdiff_t>(size)};
    }
    return {};
  }

  bool test(const Step& step, const Atom& atom, const Reading*& found) const {
    if (step.klass <= kLowWord) {
      if (atom.kind != TokenKind::kWord) return false;
      static const Reading bare;
      found = &bare;
      return step.klass == kAnyWord || atom.is_low() == (step.klass == kLowWord);
    }
    if (step.klass == kCurrencyCode && atom.shape != Shape::kUpper) return false;
    for (std::uint32_t i = 0; i < atom.reading_count; ++i) {
      const Reading& reading = atom.readings[i];
      if (reading.klass != step.klass || !atom.allows(reading)) continue;
      if (!passes(step, reading)) continue;
      found = &reading;
      return true;
    }
    return false;
  }

  bool passes(const Step& step, const Reading& reading) const {
    if (step.check == 0) return true;
    const Check& check = checks_[step.check];
    if (!check.text.empty()) return reading.text == check.text;
    return !(reading.value < check.low) && !(check.high < reading.value);
  }

  const std::vector<Step>& steps_;
  const std::vector<Check>& checks_;
  const std::vector<ClassMask>& wanted_;
  const std::vector<Atom>& atoms_;
  int budget_ = kMostSteps;
};

}  // namespace

std::vector<std::uint32_t> RuleSet::first_atoms(std::uint32_t pc) const {
  std::vector<std::uint32_t> atoms, todo{pc}, seen;
  while (!todo.empty()) {
    pc = todo.back();
    todo.pop_back();
    if (std::find(seen.begin(), seen.end(), pc) != seen.end()) continue;
    seen.push_back(pc);
    const Step& step = steps_[pc];
    switch (step.op) {
      case Step::Op::kAtom:
        atoms.push_back(pc);
        break;
      case Step::Op::kSplit:
        todo.push_back(pc + 1);
        todo.push_back(step.target);
        break;
      case Step::Op::kJump:
      case Step::Op::kAbsent:
        todo.push_back(step.target);
        break;
      case Step::Op::kGlue:
        todo.push_back(pc + 1);
        break;
      case Step::Op::kEnd:
        break;
    }
  }
  return atoms;
}

void RuleSet::index(const FigureLexicon& lexicon) {
  constexpr ClassMask kAny = ~ClassMask{0};
  wanted_.assign(steps_.size(), kAny);
  for (std::size_t pc = steps_.size(); pc-- > 0;) {  // what a step leads to stands behind it
    const Step& step = steps_[pc];
    const ClassMask target = step.target > pc ? wanted_[step.target] : kAny;
    switch (step.op) {
      case Step::Op::kAtom:
        wanted_[pc] = class_bit(step.klass);
        break;
      case Step::Op::kSplit:
        wanted_[pc] = wanted_[pc + 1] | target;
        break;
      case Step::Op::kJump:
      case Step::Op::kAbsent:
        wanted_[pc] = target;
        break;
      case Step::Op::kGlue:
        wanted_[pc] = wanted_[pc + 1];
        break;
      case Step::Op::kEnd:
        break;
    }
  }
  figures_.assign(lexicon.class_names().size(), {});
  modifiers_ = figures_;
  for (std::uint32_t r = 0; r < rules_.size(); ++r) {
    for (const std::uint32_t first : first_atoms(rules_[r].figure)) {
      Starts& list = (rules_[r].is_modifier ? modifiers_ : figures_)[steps_[first].klass];
      const ClassMask before = rules_[r].before == 0 ? kAny : wanted_[rules_[r].before];
      if (list.empty() || list.back().rule != r) list.push_back({r, 0, before});
      list.back().next |= wanted_[first + 1];
    }
  }
}

bool RuleSet::matches(const Rule& rule, std::size_t first, std::size_t at, std::size_t limit,
                      Match& match) const {
  Runner runner(steps_, checks_, wanted_, match.atoms);
  const Anywhere anywhere;
  const auto start = static_cast<std::ptrdiff_t>(at);
  const auto before = static_cast<std::ptrdiff_t>(first) - 1;
  if (rule.before != 0 && !runner.run(rule.before, before, -1, anywhere)) return false;
  const std::size_t context = runner.captures.size();
  bool found = false;
  match.begin = at;
  match.end = at;
  runner.run(rule.figure, start, 1, [&](std::ptrdiff_t end) {
    const auto size = static_cast<std::size_t>(end);
    if (size <= match.end || size > limit) return false;
    const std::size_t kept = runner.captures.size();
    if (rule.behind != 0 && !runner.run(rule.behind, end, 1, anywhere)) {
      runner.captures.resize(kept);
      return false;
    }
    found = true;
    match.end = size;
    // Those of the figure before those of the words around it.
    match.captures = rule.constants;
    match.captures.insert(match.captures.end(),
                          runner.captures.begin() + static_cast<std::ptrdiff_t>(context),
                          runner.captures.end());
    match.captures.insert(match.captures.end(), runner.captures.begin(),
                          runner.captures.begin() + static_cast<std::ptrdiff_t>(context));
    runner.captures.resize(kept);
    return false;
  });
  return found;
}

}  // namespace manicule
