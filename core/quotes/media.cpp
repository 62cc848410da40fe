#include "quotes/media.h"

#include <algorithm>

namespace manicule {
namespace {

/// The name that begins within the few small words from token `at` on ("of the", "à la"), before
/// `end`.
std::optional<NameRef> name_behind(const Scene& scene, std::uint32_t at, std::uint32_t end) {
  constexpr std::uint32_t kSmallWords = 2;
  const std::uint32_t last = std::min(at + kSmallWords + 1, end);
  for (std::uint32_t i = at; i < last; ++i) {
    if (const std::uint32_t name = scene.name_at(i); name != Scene::kNoName) {
      return scene.names()[name];
    }
    if (scene.is_word(i) && !scene.is_lower(i) && i > at) return NameRef{{i, i + 1}, {}};
    if (!scene.is(i, WordClass::kPreposition) && !scene.is(i, WordClass::kArticle) &&
        !scene.is(i, WordClass::kOf)) {
      return {};
    }
  }
  return {};
}

bool is_speaker(const Quote& quote, const NameRef& name, Span span) {
  return quote.speaker && (quote.speaker->span.overlaps(span) ||
                           (name.entity && quote.speaker->entity == name.entity));
}

bool is_organization(const Scene& scene, const NameRef& name) {
  return name.entity && scene.entities()[*name.entity].kind == EntityKind::kOrganization;
}

std::optional<Span> medium_of(const Scene& scene, const Quote& quote) {
  constexpr std::uint32_t kFarthest = 24;
  const std::uint32_t begin = scene.token_from(quote.cue->end);
  const std::uint32_t end = std::min(begin + kFarthest, scene.size());
  if (const auto told = name_behind(scene, begin, end);
      told && is_organization(scene, *told) &&
      !is_speaker(quote, *told, scene.span(told->tokens))) {
    return scene.span(told->tokens);
  }
  for (std::uint32_t i = begin; i < end && !scene.ends_sentence(i); ++i) {
    if (scene.token(i).span.overlaps(quote.span)) return {};
    if (!scene.is(i, WordClass::kMedium)) continue;
    const Span word = scene.token(i).span;
    if (quote.speaker && quote.speaker->span.overlaps(word)) continue;
    const auto name = name_behind(scene, i + 1, end);
    if (!name || is_speaker(quote, *name, scene.span(name->tokens))) return word;
    return scene.span(name->tokens);
  }
  return {};
}

}  // namespace

void find_media(const Scene& scene, std::vector<Draft>& drafts) {
  for (Draft& draft : drafts) {
    if (draft.quote.cue && !draft.quote.medium) draft.quote.medium = medium_of(scene, draft.quote);
  }
}

}  // namespace manicule
