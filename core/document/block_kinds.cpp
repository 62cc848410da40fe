#include "document/block_kinds.h"

#include <algorithm>
#include <string>

#include "document/article_date.h"
#include "document/byline.h"
#include "document/furniture.h"
#include "text/unicode.h"

namespace manicule {
namespace {

/// What one block looks like.
struct Look {
  bool is_long = false;  ///< too long for anything but a paragraph; the rest is not looked at
  bool has_letters = false;
  bool ends_sentence = false;  ///< with a dot or ellipsis, quotation marks and brackets aside
  bool asks = false;           ///< with a question mark
  bool starts_with_dash = false;
  bool starts_with_quote = false;
  bool has_date = false;    ///< a full one
  bool is_byline = false;   ///< with that date
  std::uint32_t words = 0;  ///< numbers among them
  std::uint32_t numbers = 0;
  std::uint32_t separators = 0;   ///< ":", "|", ">", bullets, dashes between words
  std::uint32_t trail_marks = 0;  ///< those of a trail: "|", ">", "/", bullets
  std::uint32_t parts = 0;        ///< between spaces
  std::uint32_t addresses = 0;    ///< parts that begin with "#", "@" or "http"
  std::string plain;              ///< plain_words()
};

bool is_closing(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0xBB || c == 0xAB || c == 0x2019 ||
         c == 0x201C || c == 0x201D || c == 0x203A;
}

bool is_trail_mark(char32_t c) {
  return c == '|' || c == '>' || c == '/' || c == 0xB7 || c == 0x2022 || c == 0x203A || c == 0x25CF;
}

void look_at_end(std::string_view block, Look& look) {
  auto at = static_cast<std::uint32_t>(block.size());
  while (at > 0) {
    at = previous(block, at);
    const char32_t c = decode(block, at).code_point;
    if (is_closing(c) || char_class(c) == CharClass::kSpace) continue;
    look.ends_sentence = c == '.' || c == 0x2026;
    look.asks = c == '?';
    return;
  }
}

Look look_at(std::string_view block, const Language& language) {
  constexpr std::size_t kLong = 480;
  Look look;
  look.is_long = block.size() > kLong;
  look_at_end(block, look);
  if (look.is_long) return look;
  const char32_t first = decode(block, 0).code_point;
  look.starts_with_dash = first == '-' || (first >= 0x2012 && first <= 0x2015);
  look.starts_with_quote =
      first == '"' || first == 0xAB || first == 0xBB || (first >= 0x2018 && first <= 0x201F);
  look.plain = plain_words(block);
  for (std::size_t at = 0; at < look.plain.size();) {
    const std::size_t end = std::min(look.plain.find(' ', at), look.plain.size());
    const std::string_view word = std::string_view(look.plain).substr(at, end - at);
    look.separators += word == "|";
    look.numbers += word[0] == '#';
    look.words += word != "|" && word != "(" && word != "\xC2\xA9";
    at = end + 1;
  }
  for (std::uint32_t at = 0; at < block.size();) {
    const auto [c, size] = decode(block, at);
    if (at == 0 || block[at - 1] == ' ') {
      ++look.parts;
      look.addresses +=
          c == '#' || c == '@' || block.substr(at, 4) == "http" || block.substr(at, 4) == "www.";
      look.trail_marks += is_trail_mark(c) && at + size < block.size() && block[at + size] == ' ';
    }
    at += size;
  }
  look.has_date = look.numbers > 0 && find_written_day(block, language.date_words).has_value();
  look.is_byline = look.has_date && is_byline(block, language.furniture);
  look.has_letters = std::any_of(look.plain.begin(), look.plain.end(),
                                 [](char c) { return static_cast<unsigned char>(c) >= 'a'; });
  return look;
}

class Classifier {
 public:
  Classifier(const Text& text, const Language& language, std::vector<Block>& blocks)
      : blocks_(blocks), phrases_(language.furniture) {
    looks_.reserve(blocks.size());
    for (const Block& block : blocks) looks_.push_back(look_at(text[block.span], language));
  }

  void run() {
    find_title();
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (blocks_[i].kind == BlockKind::kTitle || looks_[i].is_long) continue;
      const std::uint8_t uses = uses_of(i);
      if (!is_furniture(i, uses)) continue;
      blocks_[i].kind = BlockKind::kFurniture;
      if ((uses & kOpensComments) != 0 && is_late(i)) {
        end_with_comments(i + 1);
        break;
      }
      if ((uses & kAnnouncesNext) != 0 && looks_[i].words <= 4) i = skip_links(i);
    }
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (blocks_[i].kind == BlockKind::kParagraph && is_heading(i)) {
        blocks_[i].kind = BlockKind::kHeading;
      }
    }
  }

 private:
  std::uint8_t uses_of(std::size_t i) const {
    return looks_[i].is_long ? std::uint8_t{0} : furniture_uses(looks_[i].plain, phrases_);
  }

  /// The first block that reads like a title, with nothing but furniture before it.
  void find_title() {
    constexpr std::size_t kSearched = 8;
    for (std::size_t i = 0; i < std::min(blocks_.size(), kSearched); ++i) {
      if (is_furniture_before_title(i)) continue;
      // A label of a word or two above the title
      const std::size_t title = looks_[i].words <= 2 && i + 2 < blocks_.size() &&
                                        reads_like_title(i + 1) && looks_[i + 1].words > 3 &&
                                        !is_furniture_before_title(i + 1)
                                    ? i + 1
                                    : i;
      if (!reads_like_title(title) || !has_paragraph_behind(title)) return;
      if (title != i) blocks_[i].kind = BlockKind::kFurniture;
      blocks_[title].kind = BlockKind::kTitle;
      return;
    }
  }

  bool reads_like_title(std::size_t i) const {
    constexpr std::uint32_t kMostWords = 32;
    const Look& look = looks_[i];
    return !look.is_long && look.has_letters && !look.ends_sentence && !look.starts_with_dash &&
           look.words <= kMostWords && look.plain.back() != '|';
  }

  bool has_paragraph_behind(std::size_t i) const {
    for (++i; i < blocks_.size(); ++i) {
      if (looks_[i].is_long || looks_[i].ends_sentence) return true;
    }
    return false;
  }

  /// A title may begin like furniture ("Video: ...") and go on, so before one is found the
  /// beginning of a phrase is not enough.
  bool is_furniture_before_title(std::size_t i) const {
    constexpr std::uint32_t kFewWords = 6;
    const Look& look = looks_[i];
    if (look.is_long || !look.has_letters) return !look.is_long;
    const std::uint8_t uses = uses_of(i);
    if ((uses & (kWholeBlock | kSharingWord | kAnywhere)) != 0 || is_trail(look) || is_dateline(i))
      return true;
    return is_furniture(i, uses) && (look.words <= kFewWords || look.numbers > 0);
  }

  bool is_furniture(std::size_t i, std::uint8_t uses) const {
    constexpr std::uint32_t kShort = 25, kModest = 60;
    const Look& look = looks_[i];
    if (look.is_long || !look.has_letters) return false;
    if ((uses & (kWholeBlock | kSharingWord)) != 0) return true;
    if (look.starts_with_quote) return false;
    if ((uses & kAnywhere) != 0 && look.words <= kModest) return true;
    if ((uses & kBlockStart) != 0 && look.words <= kShort &&
        (!look.ends_sentence || look.separators > 0)) {
      return true;
    }
    if (look.is_byline && look.words <= kShort && !look.ends_sentence && i > 0 && is_outer(i))
      return true;
    return (is_trail(look) && is_outer(i)) || is_dateline(i) || is_list_of_addresses(look);
  }

  /// "Home > News > Sport", "Lyon | Culture | Music": short parts, no sentence.
  static bool is_trail(const Look& look) {
    return look.trail_marks >= 2 && look.words <= 4 * (look.trail_marks + 1) && look.words <= 14 &&
           !look.ends_sentence && !look.asks && !look.starts_with_dash;
  }

  /// "07/05/2026 06:30 hrs", "Staff | 12 May 2026": dates and times outweigh words.
  bool is_dateline(std::size_t i) const {
    constexpr std::uint32_t kMostWords = 16;
    const Look& look = looks_[i];
    if (look.ends_sentence || look.asks || look.starts_with_dash || !is_outer(i)) return false;
    return look.has_date && look.words <= kMostWords &&
           look.words <= 2 * look.numbers + 1 + 4 * look.trail_marks;
  }

  static bool is_list_of_addresses(const Look& look) {
    return look.addresses > 0 && look.addresses == look.parts;
  }

  /// Among the first blocks or the last.
  bool is_outer(std::size_t i) const {
    if (blocks_.size() < 3) return false;
    constexpr std::size_t kFirst = 6, kLast = 6;
    return i < kFirst || i + kLast >= blocks_.size();
  }

  bool is_late(std::size_t i) const {
    const std::uint32_t end = blocks_.back().span.end;
    return blocks_[i].span.begin > end - end / 3;
  }

  /// What follows the opening of a comment form is furniture as long as it is short.
  void end_with_comments(std::size_t i) {
    for (; i < blocks_.size() && !looks_[i].is_long; ++i) blocks_[i].kind = BlockKind::kFurniture;
  }

  /// Marks the linked titles behind "Read also" at `i`; returns the last of them.
  std::size_t skip_links(std::size_t i) {
    constexpr std::uint32_t kMostWords = 25;
    const auto is_link = [&](std::size_t at) {
      return at + 1 < blocks_.size() && reads_like_title(at) && looks_[at].words <= kMostWords &&
             looks_[at].words > 3;
    };
    // One link, or a list of them: a heading with its paragraph is none.
    if (is_link(i + 1) && (looks_[i + 2].is_long || looks_[i + 2].ends_sentence)) {
      blocks_[++i].kind = BlockKind::kFurniture;
      return i;
    }
    while (is_link(i + 1)) blocks_[++i].kind = BlockKind::kFurniture;
    return i;
  }

  bool is_heading(std::size_t i) const {
    constexpr std::uint32_t kMostWords = 14;
    const Look& look = looks_[i];
    if (i == 0 || look.is_long || look.ends_sentence || look.starts_with_dash) return false;
    if (!look.has_letters || look.words > kMostWords || look.asks) return false;
    std::size_t next = i + 1;
    while (next < blocks_.size() && blocks_[next].kind == BlockKind::kFurniture) ++next;
    return next < blocks_.size() && (looks_[next].is_long || looks_[next].ends_sentence) &&
           look.plain.back() != '|';
  }

  std::vector<Block>& blocks_;
  const FurniturePhrases& phrases_;
  std::vector<Look> looks_;
};

}  // namespace

void classify_blocks(const Text& text, const Language& language, std::vector<Block>& blocks) {
  Classifier(text, language, blocks).run();
}

}  // namespace manicule
