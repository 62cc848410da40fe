#pragma once

#include <cstddef>
#include <string_view>

namespace manicule {

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

/// Where the first piece of `word` ends, in bytes: at a hyphen, or after an apostrophe; its size if
/// it is one piece.
std::size_t piece_end(std::string_view word);

/// The bytes of the hyphen that `rest` begins with, 0 for none.
std::size_t hyphen_size(std::string_view rest);

/// Whether the word has several pieces.
bool has_pieces(std::string_view word);

/// The end, in bytes, of the digits and separators that `word` begins with.
std::size_t digits_end(std::string_view word);

}  // namespace manicule
