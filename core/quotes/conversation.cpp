#include "quotes/conversation.h"

#include <algorithm>

namespace manicule {
namespace {

/// The drafts of one turn.
using Turn = std::vector<std::uint32_t>;

/// The persons named before token `limit`, the last one first, each once.
std::vector<const NameRef*> persons_before(const Scene& scene, std::uint32_t limit,
                                           std::size_t most) {
  std::vector<const NameRef*> found;
  const auto& names = scene.names();
  auto name = std::partition_point(names.begin(), names.end(),
                                   [&](const NameRef& n) { return n.tokens.begin < limit; });
  while (name != names.begin() && found.size() < most) {
    --name;
    if (!name->entity || scene.entities()[*name->entity].kind != EntityKind::kPerson) continue;
    const auto same = [&](const NameRef* other) { return other->entity == name->entity; };
    if (std::none_of(found.begin(), found.end(), same)) found.push_back(&*name);
  }
  return found;
}

Subject as_subject(const Scene& scene, const NameRef& name) {
  Subject subject;
  subject.kind = SubjectKind::kName;
  subject.span = scene.span(name.tokens);
  subject.entity = name.entity;
  subject.head = name.tokens.begin;
  return subject;
}

/// The person named next behind token `from`, within a sentence or two, who is not `other`.
std::optional<Subject> person_behind(const Scene& scene, std::uint32_t from,
                                     const std::optional<Subject>& other) {
  constexpr std::uint32_t kReach = 20;
  const auto& names = scene.names();
  auto name = std::partition_point(names.begin(), names.end(),
                                   [&](const NameRef& n) { return n.tokens.begin < from; });
  for (; name != names.end() && name->tokens.begin < from + kReach; ++name) {
    if (!name->entity || scene.entities()[*name->entity].kind != EntityKind::kPerson) continue;
    if (!other || other->entity != name->entity) return as_subject(scene, *name);
  }
  return std::nullopt;
}

/// Gives the answers of an interview to the first person that the article names.
void give_answers(const Scene& scene, std::vector<Draft>& drafts) {
  const auto& names = scene.names();
  const auto presented = std::find_if(names.begin(), names.end(), [&](const NameRef& n) {
    return n.entity && scene.entities()[*n.entity].kind == EntityKind::kPerson;
  });
  if (presented == names.end()) return;
  for (Draft& draft : drafts) {
    const bool answer = draft.origin == Origin::kAnswer;
    const bool title = draft.quote.kind == QuoteKind::kSpeech &&
                       scene.document().blocks[draft.block].kind == BlockKind::kTitle;
    if ((answer || title) && !draft.subject) draft.subject = as_subject(scene, *presented);
  }
}

/// Lets two speakers take the turns of `spoken` one after the other: those that a turn names, and
/// where none does, those named last before.
void alternate(const Scene& scene, const References& references, const std::vector<Turn>& spoken,
               std::vector<Draft>& drafts) {
  std::optional<Subject> parity[2];
  for (std::size_t s = 0; s < spoken.size(); ++s) {
    for (const std::uint32_t d : spoken[s]) {
      if (!drafts[d].subject || parity[s % 2]) continue;
      parity[s % 2] = drafts[d].subject;
      parity[s % 2]->entity = references.resolve(*drafts[d].subject, std::nullopt);
    }
  }
  // "He" who answers Clotilde is not Clotilde.
  if (parity[0] && parity[1] && parity[0]->entity && parity[0]->entity == parity[1]->entity) {
    for (std::size_t s = 0; s < spoken.size(); ++s) {
      for (const std::uint32_t d : spoken[s]) {
        auto& subject = drafts[d].subject;
        if (subject && subject->kind != SubjectKind::kName) subject->kind = SubjectKind::kSomeone;
      }
      auto& own = parity[s % 2];
      if (own->kind != SubjectKind::kName) own->kind = SubjectKind::kSomeone, own->entity.reset();
    }
  }
  const std::uint32_t first = drafts[spoken[0][0]].tokens.begin;
  const auto before = persons_before(scene, first, 3);
  const auto inside = persons_before(scene, drafts[spoken[0].back()].tokens.end, 1);
  const NameRef* addressed =
      !inside.empty() && inside[0]->tokens.begin >= first ? inside[0] : nullptr;
  const auto other = [&](const std::optional<Subject>& taken_by,
                         const NameRef* not_this) -> std::optional<Subject> {
    for (const NameRef* name : before) {
      if (taken_by && taken_by->entity == name->entity) continue;
      if (not_this != nullptr && not_this->entity == name->entity) continue;
      return as_subject(scene, *name);
    }
    return std::nullopt;
  };
  if (!parity[0]) parity[0] = other(parity[1], addressed);
  if (!parity[1] && addressed != nullptr) parity[1] = as_subject(scene, *addressed);
  if (!parity[1]) parity[1] = other(parity[0], nullptr);
  if (!parity[1])
    parity[1] = person_behind(scene, drafts[spoken.back().back()].tokens.end, parity[0]);
  for (std::size_t s = 0; s < spoken.size(); ++s) {
    for (const std::uint32_t d : spoken[s]) {
      if (!drafts[d].subject && !drafts[d].said_with) drafts[d].subject = parity[s % 2];
    }
  }
}

/// The conversations among `turns`, which lie in paragraphs that follow each other.
void alternate_turns(const Scene& scene, const References& references, const Turn& turns,
                     std::vector<Draft>& drafts) {
  for (std::size_t t = 0; t < turns.size();) {
    std::size_t end = t + 1;
    while (end < turns.size() && drafts[turns[end]].block <= drafts[turns[end - 1]].block + 1)
      ++end;
    std::vector<Turn> spoken;
    for (std::size_t i = t; i < end; ++i) {
      if (i == t || drafts[turns[i]].block != drafts[turns[i - 1]].block) spoken.emplace_back();
      spoken.back().push_back(turns[i]);
    }
    alternate(scene, references, spoken, drafts);
    t = end;
  }
}

/// Paragraphs that quotation marks open.
class MarkedTurns {
 public:
  MarkedTurns(const Scene& scene, const References& references, std::vector<Draft>& drafts)
      : scene_(scene), references_(references), drafts_(drafts) {}

  void run() {
    std::uint32_t d = 0;
    const auto n = static_cast<std::uint32_t>(drafts_.size());
    while (d < n) {
      Turn turn;
      const std::uint32_t block = drafts_[d].block;
      for (; d < n && drafts_[d].block == block; ++d) {
        const bool own = !drafts_[d].parent && drafts_[d].origin == Origin::kMarks &&
                         drafts_[d].quote.kind == QuoteKind::kSpeech;
        if (own) turn.push_back(d);
      }
      if (turn.empty() || !opens_block(turn.front())) {
        end_run();
        if (!turn.empty()) last_ = turn.back();
        continue;
      }
      if (!run_.empty() && drafts_[run_.back().front()].block + 1 != block) end_run();
      if (run_.empty() && alone(turn)) go_on(turn);
      run_.push_back(turn);
      last_ = turn.back();
    }
    end_run();
  }

 private:
  bool opens_block(std::uint32_t d) const {
    const Block& block = scene_.document().blocks[drafts_[d].block];
    return block.kind == BlockKind::kParagraph && drafts_[d].quote.span.begin == block.span.begin;
  }

  /// Nothing else in the paragraph, and nobody told.
  bool alone(const Turn& turn) const {
    const Draft& draft = drafts_[turn.front()];
    const std::uint32_t end = scene_.document().blocks[draft.block].span.end;
    return turn.size() == 1 && !draft.subject && !draft.quote.cue && !draft.said_with &&
           draft.quote.span.end + 1 >= end;
  }

  const std::optional<Subject>& subject_of(std::uint32_t d) const {
    while (!drafts_[d].subject && drafts_[d].said_with) d = *drafts_[d].said_with;
    return drafts_[d].subject;
  }

  /// The paragraph is by whom the one before quotes at its end.
  void go_on(const Turn& turn) {
    constexpr std::uint32_t kFarthest = 160;  // bytes: a cue and its speaker
    Draft& draft = drafts_[turn.front()];
    if (!last_ || drafts_[*last_].block + 1 != draft.block || drafts_[*last_].continues) return;
    const std::uint32_t end = scene_.document().blocks[drafts_[*last_].block].span.end;
    if (drafts_[*last_].quote.span.end + kFarthest < end) return;
    if (const auto& subject = subject_of(*last_)) {
      draft.subject = subject;
      draft.subject->entity = references_.resolve(*subject, std::nullopt);
    }
  }

  /// Short turns, one of them a question, are a dialogue.
  bool is_dialogue() const {
    constexpr std::uint32_t kLongest = 30;
    bool asked = false;
    for (const Turn& turn : run_) {
      const TokenRange words = drafts_[turn.front()].tokens;
      if (words.size() > kLongest) return false;
      asked |= !words.empty() && scene_.is_mark(words.end - 1, '?');
    }
    return run_.size() >= 3 && asked;
  }

  void end_run() {
    if (run_.empty()) return;
    if (is_dialogue()) {
      alternate(scene_, references_, run_, drafts_);
    } else {
      for (std::size_t i = 1; i < run_.size(); ++i) {
        last_ = run_[i - 1].back();
        if (alone(run_[i])) go_on(run_[i]);
      }
      last_ = run_.back().back();
    }
    run_.clear();
  }

  const Scene& scene_;
  const References& references_;
  std::vector<Draft>& drafts_;
  std::vector<Turn> run_;              // of paragraphs that follow each other
  std::optional<std::uint32_t> last_;  // the quotation before
};

}  // namespace

void alternate_speakers(const Scene& scene, const References& references,
                        std::vector<Draft>& drafts) {
  Turn turns;
  bool answers = false;
  for (std::uint32_t d = 0; d < drafts.size(); ++d) {
    answers |= drafts[d].origin == Origin::kAnswer;
    if (drafts[d].origin == Origin::kDialogue) turns.push_back(d);
  }
  if (answers) give_answers(scene, drafts);
  alternate_turns(scene, references, turns, drafts);
  MarkedTurns(scene, references, drafts).run();
}

}  // namespace manicule
