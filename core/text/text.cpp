#include "text/text.h"

#include <unicode/utf8.h>

#include <algorithm>

#include "text/unicode.h"

namespace manicule {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::int64_t kReplacementSize = 3;

bool is_high_surrogate(char32_t c) { return (c & ~0x3FFu) == 0xD800; }
bool is_low_surrogate(char32_t c) { return (c & ~0x3FFu) == 0xDC00; }

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// UTF-16 units of the code point whose UTF-8 begins with `lead`.
std::uint32_t utf16_units(char lead) { return static_cast<unsigned char>(lead) >= 0xF0 ? 2 : 1; }

}  // namespace

Text Text::from_utf16(std::u16string_view given) {
  Text text;
  text.utf8_.reserve(given.size() + given.size() / 16);
  for (std::size_t i = 0; i < given.size(); ++i) {
    const char32_t c = given[i];
    const char32_t next = i + 1 < given.size() ? given[i + 1] : 0;
    if (is_high_surrogate(c) && is_low_surrogate(next)) {
      append_utf8(text.utf8_, 0x10000 + ((c & 0x3FF) << 10) + (next & 0x3FF));
      ++i;
    } else {
      append_utf8(text.utf8_, is_high_surrogate(c) || is_low_surrogate(c) ? kReplacement : c);
    }
  }
  text.index();
  return text;
}

Text Text::from_utf8(std::string_view given) {
  Text text;
  text.utf8_.reserve(given.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(given.data());
  const auto size = static_cast<std::int32_t>(given.size());
  for (std::int32_t i = 0; i < size;) {
    const std::int32_t start = i;
    UChar32 c;
    U8_NEXT(bytes, i, size, c);
    const auto taken = static_cast<std::uint32_t>(i - start);
    if (c < 0) {
      text.repairs_.push_back({text.size(), taken});
      append_utf8(text.utf8_, kReplacement);
    } else {
      text.utf8_.append(given.data() + start, taken);
    }
  }
  text.index();
  return text;
}

void Text::index() {
  checkpoints_.reserve(utf8_.size() / kStride + 1);
  std::uint32_t utf16 = 0, code_point = 0, next = 0;
  auto repair = repairs_.begin();
  std::int64_t shift = 0;  // bytes given minus bytes here, so far
  for (std::uint32_t byte = 0; byte < utf8_.size(); ++byte) {
    if (is_continuation(utf8_[byte])) continue;
    if (byte >= next) {
      for (; repair != repairs_.end() && repair->byte < byte; ++repair) {
        shift += repair->given_size - kReplacementSize;
      }
      checkpoints_.push_back({byte, utf16, code_point, static_cast<std::uint32_t>(byte + shift)});
      next = (byte / kStride + 1) * kStride;
    }
    utf16 += utf16_units(utf8_[byte]);
    ++code_point;
  }
}

std::uint32_t Text::offset(std::uint32_t byte, OffsetUnit unit) const {
  if (checkpoints_.empty()) return 0;
  std::size_t slot = std::min<std::size_t>(byte / kStride, checkpoints_.size() - 1);
  if (checkpoints_[slot].byte > byte) --slot;
  const Checkpoint& from = checkpoints_[slot];
  if (unit == OffsetUnit::kUtf8) {
    std::int64_t at = std::int64_t{from.given_byte} + (byte - from.byte);
    auto repair = std::lower_bound(repairs_.begin(), repairs_.end(), from.byte,
                                   [](const Repair& r, std::uint32_t b) { return r.byte < b; });
    for (; repair != repairs_.end() && repair->byte < byte; ++repair) {
      at += repair->given_size - kReplacementSize;
    }
    return static_cast<std::uint32_t>(at);
  }
  std::uint32_t at = unit == OffsetUnit::kUtf16 ? from.utf16 : from.code_point;
  for (std::uint32_t i = from.byte; i < byte; ++i) {
    if (is_continuation(utf8_[i])) continue;
    at += unit == OffsetUnit::kUtf16 ? utf16_units(utf8_[i]) : 1;
  }
  return at;
}

}  // namespace manicule
