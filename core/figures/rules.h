#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis.h"
#include "figures/atoms.h"
#include "figures/lexicon.h"
#include "figures/slots.h"

namespace manicule {

/// What an action makes of a match.
struct Found {
  FigureKind kind = FigureKind::kNumber;
  std::string value;
  Modifier modifier = Modifier::kNone;
  bool counted = false;  ///< a date told by a distance ("three years ago"), which any modifier fits
};

struct Match;
class TenseWords;

/// Turns a match into a figure; false rejects the match.
using Action = bool (*)(const Match&, Found&);

/// The action of that name, or null (figures/actions.cpp).
Action find_action(std::string_view name);

/// One capture: a slot and what fills it.
struct Capture {
  static constexpr std::size_t kConstant = static_cast<std::size_t>(-1);
  Slot slot = Slot::kNone;
  const Reading* reading = nullptr;  ///< never null
  std::size_t atom = kConstant;      ///< where it stands; kConstant for one of the rule's head
};

struct Match {
  const Document& document;
  const std::vector<Atom>& atoms;
  std::size_t begin = 0;  ///< of the figure, in atoms
  std::size_t end = 0;    ///< one past its last
  /// In order: the constants of the rule, the figure's, those of the words around it.
  std::vector<Capture> captures;
  const TenseWords* tenses = nullptr;
  const std::vector<Figure>* before = nullptr;  ///< the figures found so far

  /// The first capture of `slot`, or null.
  const Reading* operator[](Slot slot) const {
    for (const Capture& capture : captures) {
      if (capture.slot == slot) return capture.reading;
    }
    return nullptr;
  }
  bool has(Slot slot) const { return (*this)[slot] != nullptr; }
};

/// One step of a compiled pattern.
struct Step {
  enum class Op : std::uint8_t {
    kAtom,   ///< an atom with a reading of `klass` in range
    kGlue,   ///< no space before the next atom
    kSplit,  ///< tries the next step, then `target`
    kJump,
    kAbsent,  ///< the steps up to `target` do not match here
    kEnd
  };
  Op op = Op::kEnd;
  Slot slot = Slot::kNone;
  ClassId klass = 0;
  std::uint32_t target = 0;
  std::uint32_t check = 0;  ///< index into RuleSet's checks, 0 for none
};

/// What a reading must be like besides its class.
struct Check {
  bool ranged = false;
  Decimal low = Decimal::of(-1, 40);
  Decimal high = Decimal::of(1, 40);
  std::string_view text;  ///< not empty: the reading's text must be this
};

/// One rule: its figure, what must stand before and after it, and the action that reads it.
struct Rule {
  Action action = nullptr;
  Modifier modifier = Modifier::kNone;  ///< of a modifier rule, which has no action
  bool is_modifier = false;
  bool after = false;         ///< a modifier that follows its figure
  bool dates = false;         ///< a modifier of dates and times too
  bool no_durations = false;  ///< a modifier that is a preposition there: "over ten years"
  bool is_none = false;
  bool strong = false;       ///< wins over longer matches (rank=1)
  std::uint32_t figure = 0;  ///< index of the first step; 0 for the empty pattern
  std::uint32_t before = 0;  ///< runs backwards from the atom before the figure
  std::uint32_t behind = 0;  ///< runs forwards from the atom after it
  std::vector<Capture> constants;
};

/// The rules of one language, compiled.
class RuleSet {
 public:
  /// Reads `path` (the syntax is described in figures/README.md). Literal words become
  /// words of `lexicon`.
  void load(std::string_view path, FigureLexicon& lexicon, DataErrors& errors);

  /// The same for the text of a rule file, which must outlive the rules; errors name it `path`.
  void read(std::string_view text, std::string_view path, FigureLexicon& lexicon,
            DataErrors& errors);

  /// Call once after the last load().
  void index(const FigureLexicon& lexicon);

  /// A rule that may begin with an atom of some class, and the classes that may come next; all of
  /// them where the figure may end with its first atom.
  struct Start {
    std::uint32_t rule = 0;
    ClassMask next = 0;
    ClassMask before = 0;  ///< the classes that may stand before it
  };
  using Starts = std::vector<Start>;
  /// The rules whose figure, or modifier, may begin with an atom of that class, in order.
  const Starts& figures(ClassId klass) const { return starts(figures_, klass); }
  const Starts& modifiers(ClassId klass) const { return starts(modifiers_, klass); }
  std::size_t size() const { return rules_.size(); }
  const Rule& rule(std::uint32_t index) const { return rules_[index]; }

  /// The longest match of `rule` whose figure begins at atoms[at] and ends at atoms[limit] at the
  /// latest: fills match.end and match.captures, or returns false. What must stand before it is
  /// looked for before atoms[first], where a modifier of the figure begins, or `at` again.
  bool matches(const Rule& rule, std::size_t first, std::size_t at, std::size_t limit,
               Match& match) const;

 private:
  friend class RuleCompiler;
  static const Starts& starts(const std::vector<Starts>& by_class, ClassId klass) {
    static const Starts none;
    return klass < by_class.size() ? by_class[klass] : none;
  }

  std::vector<Rule> rules_;
  std::vector<Step> steps_{Step{}};
  std::vector<Check> checks_{Check{}};
  std::deque<Reading> constants_;  // rules point into it
  std::unordered_map<std::string, std::string_view> macros_;
  /// The steps that test an atom first, begun at `pc`.
  std::vector<std::uint32_t> first_atoms(std::uint32_t pc) const;

  /// For each step, the classes that an atom must have one of to go on from there; all of them
  /// where none is needed.
  std::vector<ClassMask> wanted_;

  std::vector<Starts> figures_, modifiers_;  // by class
};

}  // namespace manicule
