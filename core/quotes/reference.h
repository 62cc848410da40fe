#pragma once

#include <optional>
#include <vector>

#include "quotes/draft.h"
#include "quotes/scene.h"

namespace manicule {

/// Finds the entity that pronouns and descriptions stand for. A description goes to the last entity
/// before it that the article itself calls so ("Odile Ferrand, ministre du Travail" ... "la
/// ministre"), a pronoun to the nearest one whose gender and number fit; who spoke last weighs
/// more.
class References {
 public:
  explicit References(const Scene& scene);

  /// The entity of `subject`, words that stand in the text; `last` spoke before.
  std::optional<std::uint32_t> resolve(const Subject& subject,
                                       std::optional<std::uint32_t> last) const;

 private:
  struct Profile {
    Gender gender = Gender::kUnknown;
    std::vector<WordKey> roles;  ///< nouns the article sets beside its names
  };

  void read_profile(const NameRef& name);
  bool has_complement(const Subject& subject) const;
  std::optional<std::uint32_t> nearest(const Subject& subject, bool person,
                                       std::optional<std::uint32_t> last) const;

  const Scene& scene_;
  std::vector<Profile> profiles_;  ///< of each entity
};

}  // namespace manicule
