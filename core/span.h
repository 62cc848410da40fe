#pragma once

#include <compare>
#include <cstdint>

namespace manicule {

/// A half-open range of UTF-8 bytes in the repaired text (text/text.h), on code point boundaries.
/// In "né à Nice", "à" is {4, 6}.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  auto operator<=>(const Span&) const = default;
};

/// A half-open range of indexes into Document::tokens. Never mixed with Span.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(std::uint32_t token) const { return begin <= token && token < end; }
  auto operator<=>(const TokenRange&) const = default;
};

}  // namespace manicule
