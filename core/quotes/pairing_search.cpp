#include "quotes/pairing_search.h"

#include <algorithm>
#include <array>
#include <limits>

namespace manicule {
namespace {

constexpr int kMissingClose = 12;
constexpr int kMissingOpen = 15;
constexpr int kStray = 16;
constexpr int kDoubled = 6;
constexpr int kNestSame = 5;  // the same marks inside each other
constexpr int kNest = 1;
constexpr int kMixed = 7;       // “so"
constexpr int kMixedSize = 14;  // “so'
constexpr int kContinue = 1;    // a paragraph that leaves its quotation to the next one
constexpr std::size_t kBeam = 12;
constexpr std::size_t kDeepest = 4;

struct Reading {
  int cost = 0;
  std::uint8_t depth = 0;
  std::array<MarkFamily, kDeepest> stack{};

  MarkFamily top() const { return stack[depth - 1U]; }
  bool same_stack(const Reading& other) const {
    return depth == other.depth &&
           std::equal(stack.begin(), stack.begin() + depth, other.stack.begin());
  }
};

struct Step {  // how one reading came about
  std::uint8_t from = 0;
  Action action = Action::kNone;
};

struct Candidate {
  Reading reading;
  Step step;
};

bool is_single(MarkFamily f) {
  return f == MarkFamily::kSingleGuillemet || f == MarkFamily::kSingleCurly ||
         f == MarkFamily::kSingleStraight;
}

int mixing(MarkFamily opened, MarkFamily closed) {
  if (closes(closed, opened)) return 0;
  return is_single(opened) == is_single(closed) ? kMixed : kMixedSize;
}

/// The readings of the marks of one block.
class Search {
 public:
  void run(const Mark* marks, std::size_t count, std::optional<MarkFamily> next_opens) {
    beams_.assign(1, {});
    readings_.assign(1, Reading{});
    for (std::size_t i = 0; i < count; ++i) advance(marks[i]);
    int best = std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < readings_.size(); ++i) {
      const Reading& r = readings_[i];
      const bool goes_on = r.depth > 0 && next_opens && r.stack[0] == *next_opens;
      const int cost = r.cost + kMissingClose * (r.depth - goes_on) + kContinue * goes_on;
      if (cost < best) {
        best = cost;
        last_ = i;
        continues_ = goes_on;
      }
    }
  }

  bool continues() const { return continues_; }

  std::vector<Action> actions() const {
    std::vector<Action> out(beams_.size() - 1);
    std::size_t at = last_;
    for (std::size_t i = out.size(); i-- > 0;) {
      const Step step = beams_[i + 1][at];
      out[i] = step.action;
      at = step.from;
    }
    return out;
  }

 private:
  void advance(const Mark& mark) {
    candidates_.clear();
    for (std::size_t i = 0; i < readings_.size(); ++i) {
      from_ = static_cast<std::uint8_t>(i);
      extend(readings_[i], mark);
    }
    std::stable_sort(
        candidates_.begin(), candidates_.end(),
        [](const Candidate& a, const Candidate& b) { return a.reading.cost < b.reading.cost; });
    readings_.clear();
    std::array<Step, kBeam> steps{};
    for (const Candidate& c : candidates_) {
      if (readings_.size() == kBeam) break;
      const auto same = [&](const Reading& r) { return r.same_stack(c.reading); };
      if (std::any_of(readings_.begin(), readings_.end(), same)) continue;
      steps[readings_.size()] = c.step;
      readings_.push_back(c.reading);
    }
    beams_.push_back(steps);
  }

  void extend(const Reading& r, const Mark& mark) {
    if (mark.none != Mark::kNever) push(r, mark.none, Action::kNone);
    push(r, mark.twin ? kDoubled : kStray, Action::kIgnore);
    if (r.depth < kDeepest) {
      const auto end = r.stack.begin() + r.depth;
      const bool nested_same = std::find(r.stack.begin(), end, mark.family) != end;
      Reading opened = r;
      opened.stack[opened.depth++] = mark.family;
      push(opened, mark.open + (nested_same ? kNestSame : r.depth > 0 ? kNest : 0), Action::kOpen);
    }
    if (r.depth == 0) {
      push(r, mark.close + kMissingOpen, Action::kCloseOnly);
      return;
    }
    Reading closed = r;
    --closed.depth;
    push(closed, mark.close + mixing(r.top(), mark.family), Action::kClose);
    if (r.depth == 1) {
      Reading again = r;
      again.stack[0] = mark.family;
      push(again, mark.open + kMissingClose, Action::kReopen);
    } else if (r.stack[r.depth - 2U] == mark.family) {
      --closed.depth;
      push(closed, mark.close + kMissingClose, Action::kCloseOuter);
    }
  }

  void push(const Reading& reading, int cost, Action action) {
    candidates_.push_back({reading, {from_, action}});
    candidates_.back().reading.cost += cost;
  }

  std::vector<std::array<Step, kBeam>> beams_;
  std::vector<Reading> readings_;
  std::vector<Candidate> candidates_;
  std::size_t last_ = 0;
  bool continues_ = false;
  std::uint8_t from_ = 0;
};

}  // namespace

MarkReading best_reading(const Mark* marks, std::size_t count,
                         std::optional<MarkFamily> next_opens) {
  Search search;
  search.run(marks, count, next_opens);
  return {search.actions(), search.continues()};
}

}  // namespace manicule
