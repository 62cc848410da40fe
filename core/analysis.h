#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "span.h"

namespace manicule {

enum class BlockKind : std::uint8_t { kTitle, kHeading, kParagraph, kFurniture };

/// A paragraph-like piece of the article, without its outer white space.
struct Block {
  Span span;
  BlockKind kind = BlockKind::kParagraph;
};

enum class EntityKind : std::uint8_t { kPerson, kOrganization, kPlace, kProduct, kEvent, kWork };

struct Mention {
  Span span;
  double score = 0;  ///< calibrated probability, 0 to 1, that span and kind are right
};

/// What a pronoun that stands for a name agrees with.
enum class Gender : std::uint8_t { kUnknown, kMasculine, kFeminine, kPlural };

/// One real-world thing with all its mentions, in order of appearance.
struct Entity {
  EntityKind kind = EntityKind::kPerson;
  std::string name;  ///< the fullest of its mentions' wordings
  std::vector<Mention> mentions;
  /// Where a person's given name or title tells, and kPlural for a name with a plural article
  /// ("les Verts").
  Gender gender = Gender::kUnknown;
};

enum class FigureKind : std::uint8_t {
  kNumber,
  kOrdinal,
  kPercent,
  kMoney,
  kQuantity,
  kDate,
  kTime,
  kDuration,
  kAge
};
enum class Modifier : std::uint8_t { kNone, kApprox, kMin, kMax };

struct Figure {
  Span span;  ///< with its modifier words ("près d'un cinquième")
  FigureKind kind = FigureKind::kNumber;
  std::string value;  ///< canonical: "0.2", "3200000000 EUR", "2025-01", "3..5"
  Modifier modifier = Modifier::kNone;
  Span core;  ///< without the modifier words
};

enum class QuoteKind : std::uint8_t { kSpeech, kPartial, kTitle, kScare, kReported };
enum class Stance : std::uint8_t { kNeutral, kClaims, kAdmits, kDenies };

struct Speaker {
  Span span;                            ///< the words that name the speaker nearest the quote
  std::optional<std::uint32_t> entity;  ///< index into Analysis::entities
};

struct Quote {
  Span span;     ///< with its quotation marks
  Span content;  ///< without them
  QuoteKind kind = QuoteKind::kSpeech;
  std::optional<std::uint32_t> chain;  ///< shared by the parts of one broken quotation
  std::optional<Speaker> speaker;
  std::optional<Span> cue;
  Stance stance = Stance::kNeutral;
  std::optional<Span> medium;  ///< where it was said ("dans les colonnes de Reuters")
};

struct Alert {
  Span span;
  std::string kind;               ///< "quote-mark", "weekday", ...
  std::string message;            ///< one sentence in the language of the messages
  std::optional<Span> related{};  ///< the other side of a contradiction
};

/// All that was found in one article. Every list is sorted by span.begin, then by span.end
/// descending.
struct Analysis {
  std::string language;             ///< ISO 639-1, or "und"
  std::optional<std::string> date;  ///< ISO 8601, what relative dates were resolved against
  std::vector<Block> blocks;
  std::vector<Entity> entities;  ///< sorted by their first mention
  std::vector<Figure> figures;
  std::vector<Quote> quotes;
  std::vector<Alert> alerts;
};

}  // namespace manicule
