#pragma once

#include <cstdint>

#include "figures/pattern.h"
#include "figures/rules.h"

namespace manicule {

/// Writes patterns as steps into a RuleSet.
class RuleCompiler {
 public:
  enum class Direction : std::uint8_t { kForwards, kBackwards };

  explicit RuleCompiler(RuleSet& rules) : rules_(rules) {}

  /// The index of the first step; 0 for a pattern without parts.
  std::uint32_t compile(const Pattern& pattern, Direction direction);
  void add(Rule rule);
  /// A constant in the head of a rule, which lives as long as the rules.
  const Reading* add_constant(std::string_view text);

 private:
  std::uint32_t here() const;
  std::uint32_t step(Step::Op op);
  void land(std::uint32_t at);
  void emit(const Pattern& pattern);
  void emit_choice(const Pattern& pattern);
  void emit_atom(const Pattern& pattern);

  RuleSet& rules_;
  Direction direction_ = Direction::kForwards;
};

}  // namespace manicule
