#include "quotes/chains.h"

#include <algorithm>
#include <numeric>

namespace manicule {
namespace {

/// Sets of drafts that belong together.
class Groups {
 public:
  explicit Groups(std::size_t n) : up_(n) { std::iota(up_.begin(), up_.end(), 0); }

  std::uint32_t find(std::uint32_t i) {
    while (up_[i] != i) i = up_[i] = up_[up_[i]];
    return i;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    up_[std::max(a, b)] = std::min(a, b);  // the first of a group stands for it
  }

 private:
  std::vector<std::uint32_t> up_;
};

/// Who is meant where the subject of `draft` is not expressed: the words that named them last.
std::optional<Speaker> implied_speaker(const Scene& scene, const References& references,
                                       const Draft& draft, std::optional<std::uint32_t> last) {
  Subject subject;
  subject.head = draft.tokens.begin;
  const auto entity = references.resolve(subject, last);
  if (!entity) return std::nullopt;
  const auto& names = scene.names();
  auto name = std::partition_point(names.begin(), names.end(),
                                   [&](const NameRef& n) { return n.tokens.begin < subject.head; });
  while (name != names.begin()) {
    --name;
    if (name->entity == entity) return Speaker{scene.span(name->tokens), entity};
  }
  return std::nullopt;
}

/// Whether nobody else is named between the quotation `from`, its cue and speaker, and `to`.
bool goes_on(const Scene& scene, const Draft& from, const Draft& to) {
  constexpr std::uint32_t kFarthest = 300;  // tokens
  if (to.block > from.block + 1 || to.tokens.begin > from.tokens.end + kFarthest) return false;
  std::uint32_t end = from.quote.span.end;
  if (from.quote.cue) end = std::max(end, from.quote.cue->end);
  const auto& speaker = from.quote.speaker;
  if (speaker) end = std::max(end, speaker->span.end);
  const auto& names = scene.names();
  auto name = std::partition_point(names.begin(), names.end(), [&](const NameRef& n) {
    return scene.span(n.tokens).begin < end;
  });
  for (; name != names.end() && name->tokens.begin < to.tokens.begin; ++name) {
    const bool person = name->entity && scene.entities()[*name->entity].kind == EntityKind::kPerson;
    if (person && !(speaker && speaker->entity == name->entity)) return false;
  }
  return true;
}

/// A sentence of its own: nothing of the article stands right before or behind it.
bool stands_alone(const Scene& scene, const Draft& draft) {
  const TokenRange block = scene.block_tokens(draft.block);
  const std::uint32_t first = scene.token_from(draft.quote.span.begin);
  const std::uint32_t behind = scene.token_from(draft.quote.span.end);
  if (first == block.begin) return false;  // a turn of a dialogue, perhaps
  const bool ends = behind >= block.end || !(scene.is_mark(behind, ',') || scene.is_lower(behind));
  return ends && scene.ends_sentence(first - 1);
}

/// A quotation that names nobody is by whom the one before is: its verb has no subject, or it
/// stands alone in the article's own paragraph.
bool takes_up(const Scene& scene, const Draft& before, const Draft& draft) {
  const bool alone = draft.origin == Origin::kMarks && draft.quote.kind == QuoteKind::kSpeech &&
                     scene.document().blocks[draft.block].kind == BlockKind::kParagraph &&
                     stands_alone(scene, draft);
  return (draft.quote.cue || alone) && goes_on(scene, before, draft);
}

Speaker as_speaker(const Subject& subject, std::optional<std::uint32_t> entity) {
  return {subject.span, entity};
}

}  // namespace

void join_chains(const Scene& scene, const References& references, std::vector<Draft>& drafts) {
  const auto n = static_cast<std::uint32_t>(drafts.size());
  Groups groups(n);
  for (std::uint32_t d = 0; d < n; ++d) {
    if (drafts[d].said_with) groups.join(d, *drafts[d].said_with);
    if (!drafts[d].continues) continue;
    for (std::uint32_t next = d + 1; next < n; ++next) {
      if (drafts[next].block == drafts[d].block || drafts[next].origin == Origin::kReported) {
        continue;
      }
      if (drafts[next].parent == drafts[d].parent) groups.join(d, next);
      break;
    }
  }
  std::vector<std::uint32_t> size(n, 0), source(n, n);
  for (std::uint32_t d = 0; d < n; ++d) {
    const std::uint32_t root = groups.find(d);
    ++size[root];
    if (source[root] == n || (!drafts[source[root]].quote.cue && drafts[d].quote.cue)) {
      if (drafts[d].subject || drafts[d].quote.cue || source[root] == n) source[root] = d;
    }
  }
  std::uint32_t chains = 0;
  std::vector<std::uint32_t> chain(n, 0);
  std::optional<std::uint32_t> last;  // entity that spoke last
  std::optional<std::uint32_t> said;  // draft that has a speaker of its own, the last one
  std::vector<std::optional<Speaker>> speaker(n);
  for (std::uint32_t d = 0; d < n; ++d) {
    Draft& draft = drafts[d];
    const std::uint32_t root = groups.find(d);
    const Draft& from = drafts[source[root]];
    if (root == d) {
      if (size[root] > 1) chain[root] = ++chains;
      if (from.subject) {
        std::optional<std::uint32_t> known = last;
        const bool self = from.subject->kind == SubjectKind::kSelf;
        if (draft.parent && self && drafts[*draft.parent].quote.speaker) {
          speaker[root] = as_speaker(*from.subject, drafts[*draft.parent].quote.speaker->entity);
        } else {
          speaker[root] = as_speaker(*from.subject, references.resolve(*from.subject, known));
        }
      } else if (!draft.parent && !from.unnamed && said && takes_up(scene, drafts[*said], from)) {
        speaker[root] = drafts[*said].quote.speaker;
      } else if (from.quote.cue && !from.unnamed) {
        // Inside a quotation it is the one who speaks: "Ripeto sempre: '…'".
        speaker[root] = draft.parent ? drafts[*draft.parent].quote.speaker
                                     : implied_speaker(scene, references, draft, last);
      }
      if (speaker[root] && speaker[root]->entity && !draft.parent) last = speaker[root]->entity;
    }
    const bool marked =
        draft.quote.kind == QuoteKind::kTitle || draft.quote.kind == QuoteKind::kScare;
    if (marked) {
      draft.quote.cue.reset();
      draft.quote.stance = Stance::kNeutral;
      continue;
    }
    if (size[root] > 1) draft.quote.chain = chain[root];
    draft.quote.speaker = speaker[root];
    if (!draft.parent && draft.quote.speaker) said = d;
    if (!draft.quote.cue && from.quote.cue) {
      draft.quote.cue = from.quote.cue;
      draft.quote.stance = from.quote.stance;
    }
  }
}

void match_titles(const Scene& scene, std::vector<Draft>& drafts) {
  const auto& blocks = scene.document().blocks;
  const auto in_title = [&](const Draft& d) {
    return blocks[d.block].kind == BlockKind::kTitle || blocks[d.block].kind == BlockKind::kHeading;
  };
  const auto words = [&](const Draft& d) {
    std::vector<WordKey> keys;
    for (std::uint32_t t = d.tokens.begin; t < d.tokens.end && keys.size() < 40; ++t) {
      if (scene.is_word(t)) keys.push_back(scene.token(t).key);
    }
    return keys;
  };
  constexpr std::size_t kMostTitles = 40;
  std::size_t titles = 0;
  for (Draft& title : drafts) {
    if (!in_title(title) || ++titles > kMostTitles) continue;
    const auto wanted = words(title);
    if (wanted.empty()) continue;
    for (const Draft& other : drafts) {
      if (in_title(other) || other.parent) continue;
      std::vector<WordKey> said;
      for (std::uint32_t t = other.tokens.begin; t < other.tokens.end && said.size() < 400; ++t) {
        if (scene.is_word(t)) said.push_back(scene.token(t).key);
      }
      const auto found = std::search(said.begin(), said.end(), wanted.begin(), wanted.end());
      if (found == said.end()) continue;
      const bool speech =
          other.quote.kind == QuoteKind::kSpeech || other.quote.kind == QuoteKind::kPartial;
      const bool own_cue = title.quote.cue && title.quote.cue->end + 2 > title.quote.span.begin &&
                           title.quote.cue->begin < title.quote.span.begin;
      if (speech && other.quote.speaker && !own_cue) title.quote.speaker = other.quote.speaker;
      if (!speech || other.quote.kind == QuoteKind::kPartial ||
          title.quote.kind == QuoteKind::kTitle || title.quote.kind == QuoteKind::kScare) {
        title.quote.kind = speech ? (wanted.size() <= 2                      ? QuoteKind::kPartial
                                     : title.quote.kind == QuoteKind::kScare ? QuoteKind::kPartial
                                                                             : QuoteKind::kSpeech)
                                  : other.quote.kind;
        if (!speech) title.quote.speaker.reset();
      }
      break;
    }
  }
}

}  // namespace manicule
