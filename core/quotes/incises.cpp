#include "quotes/incises.h"

#include <algorithm>

#include "quotes/layout.h"
#include "quotes/verb_group.h"

namespace manicule {
namespace {

/// The line of plain tokens `range`, as far as a clause may reach.
Line plain_line(const Scene& scene, TokenRange range) {
  constexpr std::uint32_t kLongest = 80;
  Line line{&scene, {}, {}};
  for (std::uint32_t i = range.begin; i < range.end && i < range.begin + kLongest; ++i) {
    line.at.push_back(i);
  }
  return line;
}

/// Whether the words [from, to) of `line` belong to the description of a speaker and not to the
/// quotation: no pronoun of its own, no verb but in a relative clause.
bool is_apposition(const Line& line, std::uint32_t from, std::uint32_t to) {
  if (from >= to || line.is(from, WordClass::kAnd)) return false;
  for (std::uint32_t i = from; i < to; ++i) {
    if (line.is(i, WordClass::kRelative) && !line.is(i, WordClass::kArticle) &&
        !(i == from && line.is(i, WordClass::kThat) && !line.is(i, WordClass::kRelative))) {
      return true;
    }
    const bool own = line.is(i, WordClass::kSpeaker) || line.is(i, WordClass::kFinite);
    if (own && !line.is(i, WordClass::kArticle) && !line.is(i, WordClass::kPreposition) &&
        line.name(i) == Scene::kNoName) {
      return false;
    }
  }
  return true;
}

std::uint32_t next_stop(const Line& line, std::uint32_t i, bool only_sentence) {
  for (; i < line.size(); ++i) {
    if (line.scene->ends_sentence(line.at[i])) {
      const bool last = i + 1 == line.size();
      if (last || line.scene->token(line.at[i + 1]).shape != Shape::kLower) return i;
    }
    if (!only_sentence &&
        (line.mark(i, ',') || line.mark(i, ';') || line.mark(i, ':') || line.dash(i))) {
      return i;
    }
  }
  return i;
}

/// A cheap look before the dear one.
bool may_begin_group(const Scene& scene, std::uint32_t i) {
  return scene.is_lower(i) && (!scene.info(i).verbs.empty() || scene.is(i, WordClass::kAuxiliary) ||
                               scene.is(i, WordClass::kReflexive));
}

}  // namespace

std::optional<Incise> find_incise(const Scene& scene, TokenRange tokens) {
  for (std::uint32_t i = tokens.begin + 1; i + 2 < tokens.end; ++i) {
    const bool comma = scene.is_mark(i, ',');
    const bool dash = scene.is_dash(i);
    const bool asks = scene.ends_sentence(i) && scene.is_lower(i + 1) && scene.word(i) != ".";
    if ((!comma && !dash && !asks) || !may_begin_group(scene, i + 1)) continue;
    const Line line = plain_line(scene, {i + 1, tokens.end});
    const auto group = verb_group_at(line, 0);
    if (!group || group->verb->form == VerbForm::kGerund || group->negated ||
        group->verb->form == VerbForm::kInfinitive) {
      continue;
    }
    std::uint32_t end = group->end;
    bool sure = group->enclitic.has_value();
    // "—dijo—", "—dijo Ana"
    if (dash && group->end < line.size() &&
        (line.dash(group->end) || (line.word(group->end) && !line.lower(group->end)))) {
      sure = true;
    }
    // "Ho sentito un boato, racconta, poi più niente": nobody is named.
    const bool parted = line.mark(group->end, ',') || line.dash(group->end);
    if (parted && group->verb->form == VerbForm::kFinite && group->verb->reports() &&
        !line.is(group->begin, WordClass::kMine)) {
      sure = true;
    }
    if (!sure) {
      const auto subject = subject_at(line, group->end, {.skip_adjuncts = true});
      if (!subject || subject->kind == SubjectKind::kSelf) continue;
      const bool person =
          subject->kind == SubjectKind::kName || subject->kind == SubjectKind::kPronoun ||
          scene.is(subject->head, WordClass::kPerson) || scene.is(subject->head, WordClass::kGroup);
      if (!person) continue;
      end = subject->end;
    }
    std::uint32_t stop = next_stop(line, end, false);
    if (dash) {
      while (stop < line.size() && !line.dash(stop) && !line.scene->ends_sentence(line.at[stop])) {
        stop = next_stop(line, stop + 1, false);
      }
    } else if (!sure) {
      while (stop < line.size() && line.mark(stop, ',')) {
        const std::uint32_t next = next_stop(line, stop + 1, false);
        if (!is_apposition(line, stop + 1, next)) break;
        stop = next;
      }
    }
    Incise incise;
    incise.begin = asks ? i + 1 : i;
    incise.resume = stop < line.size() ? line.at[stop] + 1 : tokens.end;
    // A comma behind the incise and a full stop both belong to it; "? " does not occur.
    if (stop < line.size() && dash && scene.is_mark(std::min(incise.resume, tokens.end - 1), '.')) {
      ++incise.resume;
    }
    incise.resume = std::min(incise.resume, tokens.end);
    return incise;
  }
  return std::nullopt;
}

namespace {

class Drafter {
 public:
  Drafter(const Scene& scene, std::vector<Finding>& slips) : scene_(scene), slips_(slips) {}

  /// `children`: the spans inside `marked`, in order.
  void add(const MarkedSpan& marked, const std::vector<Span>& children) {
    Draft draft;
    draft.quote.span = marked.span;
    draft.quote.content = marked.content;
    draft.block = marked.block;
    draft.continues = marked.continues;
    draft.tokens = tokens_of(marked.content);
    if (draft.tokens.empty()) {
      if (!marked.open_ended) drafts_.push_back(draft);  // symbols alone
      return;
    }
    const auto incise = outside(children, draft.tokens);
    if (marked.open_ended) {
      close(draft, incise);
    } else if (incise && incise->resume < draft.tokens.end) {
      split(draft, *incise);
    } else {
      drafts_.push_back(draft);
    }
  }

  std::vector<Draft> take() { return std::move(drafts_); }

 private:
  TokenRange tokens_of(Span span) const {
    return {scene_.token_from(span.begin), scene_.token_from(span.end)};
  }

  /// The first incise of `tokens` that does not touch one of `children`.
  std::optional<Incise> outside(const std::vector<Span>& children, TokenRange tokens) const {
    while (const auto incise = find_incise(scene_, tokens)) {
      const Span words = scene_.span({incise->begin, incise->resume});
      const auto ends_later = [](std::uint32_t at, Span s) { return at < s.end; };
      const auto child =
          std::upper_bound(children.begin(), children.end(), words.begin, ends_later);
      if (child == children.end() || child->begin >= words.end) return incise;
      tokens.begin = std::max(scene_.token_from(child->end), incise->begin + 1);
      if (tokens.begin >= tokens.end) break;
    }
    return std::nullopt;
  }

  /// Ends a quotation that nobody closed.
  void close(Draft draft, const std::optional<Incise>& incise) {
    if (incise) draft.tokens.end = incise->begin;
    while (draft.tokens.end > draft.tokens.begin + 1 && !scene_.is_word(draft.tokens.end - 1) &&
           !scene_.ends_sentence(draft.tokens.end - 1)) {
      --draft.tokens.end;
    }
    draft.quote.content.end = draft.quote.span.end = scene_.token(draft.tokens.end - 1).span.end;
    std::uint32_t last = draft.tokens.end - 1;
    while (last > draft.tokens.begin && !scene_.is_word(last)) --last;
    slips_.push_back({scene_.token(last).span, "quote-mark.missing-close", {}, {}});
    drafts_.push_back(draft);
  }

  void split(const Draft& whole, Incise incise) {
    Draft first = whole;
    const auto index = static_cast<std::uint32_t>(drafts_.size());
    first.tokens.end = incise.begin;
    first.quote.content.end = first.quote.span.end = scene_.token(incise.begin - 1).span.end;
    first.continues = false;
    drafts_.push_back(first);
    Draft rest = whole;
    rest.tokens.begin = incise.resume;
    rest.quote.content.begin = rest.quote.span.begin = scene_.token(incise.resume).span.begin;
    rest.said_with = index;
    drafts_.push_back(rest);
  }

  const Scene& scene_;
  std::vector<Finding>& slips_;
  std::vector<Draft> drafts_;
};

}  // namespace

std::vector<Draft> draft_quotes(const Scene& scene, const Pairing& pairing,
                                std::vector<Finding>& slips) {
  Drafter drafter(scene, slips);
  std::vector<std::vector<Span>> children(pairing.spans.size());
  for (const MarkedSpan& span : pairing.spans) {
    if (span.parent) children[*span.parent].push_back(span.span);
  }
  for (std::size_t i = 0; i < pairing.spans.size(); ++i) {
    drafter.add(pairing.spans[i], children[i]);
  }
  std::vector<Draft> drafts = drafter.take();
  sort_and_nest(drafts);
  return drafts;
}

}  // namespace manicule
