#pragma once

#include <cstdint>
#include <vector>

namespace manicule::train {

/// Sorts words into `classes` classes so that a word's class says most of the class of the next
/// word: the exchange algorithm (Kneser and Ney 1993) on the bigrams of `text`, which has the
/// numbers of words, 0 between texts. Words are numbered by falling frequency from 1; the first
/// ones begin in a class each, the others in the last. Returns the class of each word, from 0.
std::vector<std::uint32_t> exchange_classes(const std::vector<std::uint32_t>& text,
                                            std::uint32_t words, std::uint32_t classes,
                                            int iterations);

}  // namespace manicule::train
