#include "quotes/reference.h"

#include <algorithm>

namespace manicule {

References::References(const Scene& scene) : scene_(scene), profiles_(scene.entities().size()) {
  for (const NameRef& name : scene.names()) {
    if (name.entity) read_profile(name);
  }
  // Where no role or title tells, the given name may.
  for (std::size_t i = 0; i < profiles_.size(); ++i) {
    if (profiles_[i].gender == Gender::kUnknown) profiles_[i].gender = scene_.entities()[i].gender;
  }
}

/// Roles and honorifics before a name, and behind it between commas; they tell the gender too.
void References::read_profile(const NameRef& name) {
  constexpr std::uint32_t kBefore = 6, kBehind = 9;
  Profile& profile = profiles_[*name.entity];
  const auto note = [&](std::uint32_t i) {
    const WordInfo& info = scene_.info(i);
    if (!info.is(WordClass::kPerson) && !info.is(WordClass::kGroup) &&
        !info.is(WordClass::kHonorific) && !info.is(WordClass::kSource)) {
      return;
    }
    profile.roles.push_back(scene_.token(i).key);
    if (!info.is(WordClass::kPerson) && !info.is(WordClass::kHonorific)) return;
    if (profile.gender == Gender::kUnknown && info.gender != Gender::kPlural) {
      profile.gender = info.gender;
    }
    // "la ministre": the article tells what the noun does not.
    if (profile.gender == Gender::kUnknown && i > 0 && scene_.is(i - 1, WordClass::kArticle) &&
        scene_.info(i - 1).gender != Gender::kPlural) {
      profile.gender = scene_.info(i - 1).gender;
    }
  };
  for (std::uint32_t k = 1; k <= kBefore && k <= name.tokens.begin; ++k) {
    const std::uint32_t i = name.tokens.begin - k;
    if (scene_.name_at(i) != Scene::kNoName || scene_.ends_sentence(i)) break;
    if (scene_.token(i).kind == TokenKind::kPunctuation && !scene_.is_mark(i, ',')) break;
    if (scene_.is(i, WordClass::kAnd)) break;
    note(i);
  }
  if (name.tokens.end < scene_.size() && scene_.is_mark(name.tokens.end, ',')) {
    for (std::uint32_t i = name.tokens.end + 1;
         i < scene_.size() && i < name.tokens.end + 1 + kBehind; ++i) {
      if (scene_.ends_sentence(i) || (scene_.name_at(i) != Scene::kNoName)) break;
      if (scene_.token(i).kind == TokenKind::kPunctuation && !scene_.is_mark(i, ',')) break;
      note(i);
    }
  }
}

std::optional<std::uint32_t> References::resolve(const Subject& subject,
                                                 std::optional<std::uint32_t> last) const {
  switch (subject.kind) {
    case SubjectKind::kName:
      return subject.entity;
    case SubjectKind::kImplied:
      return nearest(subject, true, last);
    case SubjectKind::kSomeone:
    case SubjectKind::kSelf:
      return std::nullopt;
    case SubjectKind::kPronoun:
      if (subject.gender == Gender::kPlural) return std::nullopt;
      // "it" is nobody: a company, an office.
      return nearest(subject, subject.gender != Gender::kUnknown, last);
    case SubjectKind::kDescription:
      break;
  }
  if (subject.entity) return subject.entity;
  if (!subject.definite || scene_.is(subject.head, WordClass::kSource)) return std::nullopt;
  // Not "his coach", "mon collègue": those are someone else.
  const std::uint32_t first = scene_.token_from(subject.span.begin);
  if (scene_.is(first, WordClass::kPossessive) && !scene_.is(first, WordClass::kArticle))
    return std::nullopt;
  const bool group = scene_.is(subject.head, WordClass::kGroup);
  if (!group && subject.gender == Gender::kPlural) return std::nullopt;  // nobody alone
  const bool known = group || scene_.is(subject.head, WordClass::kPerson);
  // The last entity that bears this role.
  const auto& names = scene_.names();
  const WordKey role = scene_.token(subject.head).key;
  auto name = std::partition_point(names.begin(), names.end(),
                                   [&](const NameRef& n) { return n.tokens.begin < subject.head; });
  for (std::uint32_t steps = 0; name != names.begin() && steps < 60; ++steps) {
    --name;
    if (!name->entity) continue;
    const EntityKind kind = scene_.entities()[*name->entity].kind;
    if (kind != (group ? EntityKind::kOrganization : EntityKind::kPerson)) continue;
    const auto& roles = profiles_[*name->entity].roles;
    if (std::find(roles.begin(), roles.end(), role) != roles.end()) return name->entity;
  }
  // "The mayor", "the suspect's lawyer" need not have been named at all.
  if (!known || scene_.is(subject.head, WordClass::kOffice) || has_complement(subject)) {
    return std::nullopt;
  }
  return nearest(subject, !group, last);
}

/// Whether "of" and a noun belong to the noun of `subject`; an age is no complement.
bool References::has_complement(const Subject& subject) const {
  const std::uint32_t head = subject.head;
  if (head + 2 >= scene_.size() || subject.span.end <= scene_.token(head + 1).span.end) {
    return false;
  }
  const bool joined =
      scene_.is(head + 1, WordClass::kOf) || scene_.is(head + 1, WordClass::kArticle);
  return joined && scene_.token(head + 2).kind != TokenKind::kNumber;
}

std::optional<std::uint32_t> References::nearest(const Subject& subject, bool person,
                                                 std::optional<std::uint32_t> last) const {
  constexpr std::uint32_t kReach = 40;
  const auto fits = [&](std::uint32_t entity) {
    const EntityKind kind = scene_.entities()[entity].kind;
    if (person != (kind == EntityKind::kPerson)) return false;
    if (!person) return kind == EntityKind::kOrganization;
    const Gender own = profiles_[entity].gender;
    return subject.gender == Gender::kUnknown || own == Gender::kUnknown || own == subject.gender;
  };
  const auto& names = scene_.names();
  const auto behind = std::partition_point(
      names.begin(), names.end(), [&](const NameRef& n) { return n.tokens.begin < subject.head; });
  std::optional<std::uint32_t> best;
  double best_score = 0;
  std::uint32_t steps = 0;
  for (auto name = behind; name != names.begin() && steps < kReach; ++steps) {
    --name;
    if (!name->entity || !fits(*name->entity)) continue;
    const double distance = subject.head - name->tokens.begin;
    double score = 1.0 / (10.0 + distance);
    if (last && *last == *name->entity) score *= 1.6;
    const std::uint32_t begin = name->tokens.begin;
    // The subject of a sentence, unlike a name behind a preposition, is taken up again.
    if (begin > 0 && scene_.is(begin - 1, WordClass::kPreposition)) score *= 0.6;
    const std::uint32_t before =
        begin > 0 && scene_.is(begin - 1, WordClass::kArticle) ? begin - 1 : begin;
    if (before == 0 || scene_.ends_sentence(before - 1)) score *= 1.3;
    if (score > best_score) {
      best_score = score;
      best = name->entity;
    }
  }
  return best;
}

}  // namespace manicule
