#pragma once

#include <cstdint>
#include <string_view>

namespace manicule {

/// Finds URLs, e-mail addresses and @names while a tokenizer walks through a text from left to
/// right.
class AddressFinder {
 public:
  /// `utf8` is valid UTF-8 and outlives the finder.
  explicit AddressFinder(std::string_view utf8) : utf8_(utf8) {}

  /// The byte behind the address that begins at byte `at`, or 0. `at` is a code point boundary,
  /// before the end and never less than in the call before, so that all calls together take linear
  /// time.
  std::uint32_t end_at(std::uint32_t at);

 private:
  bool url_begins(std::uint32_t at) const;
  bool name_begins(std::uint32_t at) const;
  std::uint32_t name_end(std::uint32_t at) const;
  std::uint32_t mail_end(std::uint32_t at);
  std::uint32_t url_end(std::uint32_t at) const;

  std::string_view utf8_;
  std::uint32_t at_sign_ = 0;  // no '@' stands between the last byte asked for and this one
};

}  // namespace manicule
