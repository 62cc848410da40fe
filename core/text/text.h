#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "span.h"

namespace manicule {

enum class OffsetUnit : std::uint8_t { kUtf16, kUtf8, kCodePoint };

/// One article as given, repaired once: inside, everything works on valid UTF-8; outside, offsets
/// refer to the text as it came in. A lone surrogate becomes U+FFFD and still counts one UTF-16
/// unit; each maximal invalid piece of UTF-8 becomes one U+FFFD and still counts its own bytes.
class Text {
 public:
  static Text from_utf16(std::u16string_view given);
  static Text from_utf8(std::string_view given);

  /// The repaired text; Span indexes it.
  std::string_view utf8() const { return utf8_; }
  std::string_view operator[](Span span) const {
    return std::string_view(utf8_).substr(span.begin, span.size());
  }
  std::uint32_t size() const { return static_cast<std::uint32_t>(utf8_.size()); }

  /// Where byte `byte` of utf8(), on a code point boundary, lies in the text as given, counted in
  /// `unit`. Takes constant time.
  std::uint32_t offset(std::uint32_t byte, OffsetUnit unit) const;

 private:
  /// The counts at the first code point that begins at or after a multiple of kStride bytes.
  struct Checkpoint {
    std::uint32_t byte, utf16, code_point, given_byte;
  };
  struct Repair {  ///< U+FFFD at `byte` stands for `given_size` bytes
    std::uint32_t byte, given_size;
  };
  static constexpr std::uint32_t kStride = 128;

  void index();

  std::string utf8_;
  std::vector<Repair> repairs_;
  std::vector<Checkpoint> checkpoints_;
};

}  // namespace manicule
