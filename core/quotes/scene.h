#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "analysis.h"
#include "document/document.h"
#include "quotes/lexicon.h"

namespace manicule {

/// A name in the text: a mention of an entity, or a run of capitalised words that no entity covers.
struct NameRef {
  TokenRange tokens;
  std::optional<std::uint32_t> entity;
};

/// The document as the steps of the quotes layer read it: what every token can be, and which name
/// it belongs to.
class Scene {
 public:
  static constexpr std::uint32_t kNoName = 0xFFFFFFFF;

  Scene(const Document& document, const std::vector<Entity>& entities,
        const std::vector<Figure>& figures);

  const Document& document() const { return *document_; }
  const std::vector<Entity>& entities() const { return *entities_; }
  const QuoteLexicon& lexicon() const { return *lexicon_; }

  const Token& token(std::uint32_t i) const { return document_->tokens[i]; }
  std::string_view word(std::uint32_t i) const { return document_->word(i); }
  bool is(std::uint32_t i, WordClass c) const { return info_[i]->is(c); }
  const WordInfo& info(std::uint32_t i) const { return *info_[i]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(info_.size()); }

  /// Index into names() of the name that token `i` belongs to, or kNoName.
  std::uint32_t name_at(std::uint32_t i) const { return name_at_[i]; }
  const std::vector<NameRef>& names() const { return names_; }

  /// The first token that begins at or after byte `at`.
  std::uint32_t token_from(std::uint32_t at) const;
  /// The tokens of block `block`.
  TokenRange block_tokens(std::uint32_t block) const;
  Span span(TokenRange range) const { return document_->span(range); }

  bool is_word(std::uint32_t i) const {
    return token(i).kind == TokenKind::kWord || token(i).kind == TokenKind::kNumber;
  }
  bool is_lower(std::uint32_t i) const { return token(i).shape == Shape::kLower; }
  bool is_mark(std::uint32_t i, char c) const {
    return token(i).span.size() == 1 && word(i)[0] == c;
  }
  /// Part of a date or a length of time.
  bool is_date(std::uint32_t i) const { return date_[i]; }
  /// . ! ? or an ellipsis
  bool ends_sentence(std::uint32_t i) const;
  /// - – —
  bool is_dash(std::uint32_t i) const;

 private:
  const WordInfo* compound(std::string_view word) const;
  void add_mentions();
  void add_unknown_names();
  void add_dates(const std::vector<Figure>& figures);

  const Document* document_;
  const std::vector<Entity>* entities_;
  const QuoteLexicon* lexicon_;
  std::vector<const WordInfo*> info_;
  std::vector<std::uint32_t> name_at_;
  std::vector<bool> date_;
  std::vector<NameRef> names_;
};

}  // namespace manicule
