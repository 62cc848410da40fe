#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "analysis.h"
#include "text/text.h"

namespace manicule {

/// What the annotation document, the rules and the corpora call the values of an enumeration, in
/// its order.
template <class Enum>
inline constexpr std::array<std::string_view, 0> kNamesOf{};
template <>
inline constexpr std::array<std::string_view, 4> kNamesOf<BlockKind> = {"title", "heading",
                                                                        "paragraph", "furniture"};
template <>
inline constexpr std::array<std::string_view, 6> kNamesOf<EntityKind> = {
    "person", "organization", "place", "product", "event", "work"};
template <>
inline constexpr std::array<std::string_view, 9> kNamesOf<FigureKind> = {
    "number", "ordinal", "percent", "money", "quantity", "date", "time", "duration", "age"};
template <>
inline constexpr std::array<std::string_view, 4> kNamesOf<Modifier> = {"none", "approx", "min",
                                                                       "max"};
template <>
inline constexpr std::array<std::string_view, 5> kNamesOf<QuoteKind> = {
    "speech", "partial", "title", "scare", "reported"};
template <>
inline constexpr std::array<std::string_view, 4> kNamesOf<Stance> = {"neutral", "claims", "admits",
                                                                     "denies"};
template <>
inline constexpr std::array<std::string_view, 3> kNamesOf<OffsetUnit> = {"utf-16", "utf-8",
                                                                         "code-point"};

template <class Enum>
constexpr std::string_view name_of(Enum value) {
  return kNamesOf<Enum>[static_cast<std::size_t>(value)];
}

/// Nothing where no value is called so.
template <class Enum>
std::optional<Enum> value_named(std::string_view name) {
  const auto found = std::find(kNamesOf<Enum>.begin(), kNamesOf<Enum>.end(), name);
  if (found == kNamesOf<Enum>.end()) return std::nullopt;
  return static_cast<Enum>(found - kNamesOf<Enum>.begin());
}

}  // namespace manicule
