#include "figures/compile.h"

#include <utility>

namespace manicule {

std::uint32_t RuleCompiler::compile(const Pattern& pattern, Direction direction) {
  if (pattern.kind == Pattern::Kind::kSequence && pattern.parts.empty()) return 0;
  direction_ = direction;
  const std::uint32_t begin = here();
  emit(pattern);
  step(Step::Op::kEnd);
  return begin;
}

void RuleCompiler::add(Rule rule) { rules_.rules_.push_back(std::move(rule)); }

const Reading* RuleCompiler::add_constant(std::string_view text) {
  rules_.constants_.push_back({kNoClass, parse_decimal(text).value_or(Decimal{}), text, {}});
  return &rules_.constants_.back();
}

std::uint32_t RuleCompiler::here() const {
  return static_cast<std::uint32_t>(rules_.steps_.size());
}

std::uint32_t RuleCompiler::step(Step::Op op) {
  rules_.steps_.push_back(Step{});
  rules_.steps_.back().op = op;
  return here() - 1;
}

void RuleCompiler::land(std::uint32_t at) { rules_.steps_[at].target = here(); }

void RuleCompiler::emit(const Pattern& pattern) {
  switch (pattern.kind) {
    case Pattern::Kind::kSequence:
      if (direction_ == Direction::kBackwards) {
        for (auto part = pattern.parts.rbegin(); part != pattern.parts.rend(); ++part) emit(*part);
      } else {
        for (const Pattern& part : pattern.parts) emit(part);
      }
      break;
    case Pattern::Kind::kChoice:
      emit_choice(pattern);
      break;
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
    case Pattern::Kind::kAtom:
      emit_atom(pattern);
      break;
  }
}

void RuleCompiler::emit_choice(const Pattern& pattern) {
  std::vector<std::uint32_t> ends;
  for (std::size_t i = 0; i + 1 < pattern.parts.size(); ++i) {
    const std::uint32_t split = step(Step::Op::kSplit);
    emit(pattern.parts[i]);
    ends.push_back(step(Step::Op::kJump));
    land(split);
  }
  emit(pattern.parts.back());
  for (const std::uint32_t end : ends) land(end);
}

void RuleCompiler::emit_atom(const Pattern& pattern) {
  Step& atom = rules_.steps_[step(Step::Op::kAtom)];
  atom.klass = pattern.klass;
  atom.slot = pattern.slot;
  if (pattern.check.ranged || !pattern.check.text.empty()) {
    atom.check = static_cast<std::uint32_t>(rules_.checks_.size());
    rules_.checks_.push_back(pattern.check);
  }
}

}  // namespace manicule
