#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace manicule {

/// The language of `utf8` (valid UTF-8): ISO 639-1 of one of language_codes(), or "und". Reads a
/// sample of a long text, so its time is bounded.
std::string identify_language(std::string_view utf8);

/// The features of a text for identification, shared with the program that trains the weights: for
/// each word, its letters outside ASCII, its sequences of two to four letters with the word's ends,
/// and the word itself, each hashed to 16 bits. Returns the number of words in Latin script; words
/// in other scripts are counted in `other_words` and have no features.
std::uint32_t for_each_language_feature(std::string_view utf8, std::uint32_t& other_words,
                                        const std::function<void(std::uint16_t)>& use);

}  // namespace manicule
