#pragma once

#include <cstdint>
#include <string_view>

#include "lexicon/data_lines.h"
#include "lexicon/word_map.h"

namespace manicule {

/// What a word near a figure may say; one word can say several of these.
enum class AlertWord : std::uint16_t {
  kFrom = 1,  ///< "de 100 à 120"
  kTo = 2,
  kChange = 4,      ///< "hausse", "fell"
  kThatIs = 8,      ///< "soit"
  kOfThe = 16,      ///< "sur les 486 participants"
  kIncluding = 32,  ///< "dont 324 femmes"
  kAnd = 64,
  kMultiple = 128,  ///< "multiplié par trois"
  kBorn = 256,
  kAged = 512,  ///< says that an age is that of today
  kDied = 1024
};

struct AlertWords {
  WordMap<std::uint16_t> classes;  ///< bits of AlertWord
  WordMap<std::uint8_t> weekdays;  ///< 1 (Monday) to 7
  WordMap<std::uint8_t> months;    ///< 1 to 12

  bool is(WordKey key, AlertWord word) const {
    const auto* bits = classes.find(key);
    return bits != nullptr && (*bits & static_cast<std::uint16_t>(word)) != 0;
  }
};

/// Reads lines `class<TAB>words`; the weekdays and the months stand in their order.
AlertWords load_alert_words(std::string_view path, DataErrors& errors);

}  // namespace manicule
