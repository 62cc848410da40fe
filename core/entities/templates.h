#pragma once

#include <cstdint>

#include "entities/features.h"

namespace manicule {

/// Template numbers. A template that is dropped leaves its number free.
enum Template : std::uint32_t {
  kBias = 1,
  kWord,
  kWordShape,
  kWordBefore,
  kWordAfter,
  kWordBefore2,
  kWordAfter2,
  kPairBefore,
  kPairAfter,
  kBeforeShape,
  kAfterShape,
  kShapesBefore,
  kShapesAfter,
  kShapes3,
  kShapes5,
  kAffix,  // and the next five
  kSuffixBefore = kAffix + 6,
  kSuffixAfter,
  kInitial,
  kLeft,
  kRight,
  kLeftPosition,
  kRunFirst,
  kRunLast,
  kRunPosition,
  kTokenPart,
  kQuotes,
  kTwoBefore,
  kTwoAfter,
  kLists,
  kListsBefore,
  kListsAfter,
  kListBit,
  kListBitShape,
  kListBitBefore,
  kListBitAfter,
  kHyphens,
  kSuffixShapeBefore,
  kBeforeSuffix,
  kLeft2,
  kTriggersLeft,
  kAhead,
  kTriggersAhead,
  kBehind,
  kBehindWord,
  kDistances,
  kQuoteSize,
  kQuoteLeft,
  kQuoteTriggers,
  kSpaced,
  kSpacedWord,
  kSpacedBefore,
  kSpacedTriggers,
  kTriggers3,
  kClass,
  kClassBefore,
  kClassAfter,
  kClassBefore2,
  kClassAfter2,
  kClassOrdinary,
  kClassPairBefore,
  kClassPairAfter,
  kClassesAround,
  kClassLeft,
  kClassRight,
  kClassLeft2,
  // Those of the second labelling, from the first one's labels.
  kVote = 1001,
  kVoteAfter,
  kVoteBefore,
  kVoteOwn
};

/// One value of two; the order counts.
inline std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  a = (a ^ (b + 0x9E3779B97F4A7C15 + (a << 6) + (a >> 2))) * 0xBF58476D1CE4E5B9;
  return a ^ (a >> 29);
}

/// The feature of template `number` for a value.
inline Feature feature(std::uint32_t number, std::uint64_t a) {
  const std::uint64_t h = (a + number * 0x9E3779B97F4A7C15) * 0x94D049BB133111EB;
  return static_cast<Feature>((h ^ (h >> 31)) * 0xD6E8FEB86659FD93 >> (64 - kFeatureBits));
}
/// And for two.
inline Feature feature(std::uint32_t number, std::uint64_t a, std::uint64_t b) {
  return feature(number, mix(a, b));
}

}  // namespace manicule
