#include "document/furniture.h"

#include <algorithm>

#include "text/unicode.h"

namespace manicule {
namespace {

bool is_separator(char32_t c) {
  switch (c) {
    case ':':
    case '|':
    case 0xB7:    // middle dot
    case 0x2022:  // bullet
    case 0x25CF:  // black circle
      return true;
    default:
      return false;
  }
}

/// Separators between spaces only.
bool is_spaced_separator(char32_t c) {
  return c == '-' || c == '/' || c == '>' || (c >= 0x2012 && c <= 0x2015) || c == 0x203A;
}

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }

bool is_blank(CharClass kind) { return kind == CharClass::kSpace || kind == CharClass::kLineEnd; }

std::size_t word_end(std::string_view plain, std::size_t at) {
  return std::min(plain.find(' ', at), plain.size());
}

/// The two words that begin at byte `at`, or the last one alone.
std::string_view beginning(std::string_view plain, std::size_t at) {
  const std::size_t first = word_end(plain, at);
  return plain.substr(at, std::min(word_end(plain, first + 1), plain.size()) - at);
}

/// The uses of the phrases that begin at byte `at` of `plain`, as far as `wanted` names them.
std::uint8_t uses_at(std::string_view plain, std::size_t at, const FurniturePhrases& phrases,
                     std::uint8_t wanted) {
  constexpr int kLongest = 10;
  std::uint8_t found = 0;
  std::size_t end = at;
  for (int words = 0; words < kLongest && end < plain.size(); ++words) {
    end = word_end(plain, words == 0 ? at : end + 1);
    const auto* uses = phrases.uses.find(word_key(plain.substr(at, end - at)));
    if (uses == nullptr) continue;
    found |= *uses & wanted;
    if (at == 0 && end == plain.size()) found |= *uses & kWholeBlock;
  }
  return found;
}

bool has_only_sharing_words(std::string_view plain, const FurniturePhrases& phrases) {
  int words = 0;
  for (std::size_t at = 0; at < plain.size(); at = word_end(plain, at) + 1) {
    const std::string_view word = plain.substr(at, word_end(plain, at) - at);
    if (word == "|") continue;
    const auto* uses = phrases.uses.find(word_key(word));
    if (uses == nullptr || (*uses & kSharingWord) == 0) return false;
    ++words;
  }
  return words > 1;
}

}  // namespace

FurniturePhrases load_furniture(std::string_view path, DataErrors& errors) {
  FurniturePhrases phrases;
  for_each_line(path, [&](const DataLine& line) {
    constexpr std::string_view kSigns = "=^!&>~*+";
    constexpr std::uint8_t kUses[] = {kWholeBlock,
                                      kBlockStart,
                                      kAnywhere,
                                      kBlockStart | kAnnouncesNext,
                                      kBlockStart | kOpensComments,
                                      kSharingWord,
                                      kBeforeAuthor,
                                      kInsideNames};
    const std::string_view text = line.fields[0];
    const std::size_t sign = kSigns.find(text[0]);
    const std::string phrase = plain_words(text.substr(1));
    if (sign == std::string_view::npos || phrase.empty()) {
      errors.push_back(line.error(0, "expected one of = ^ ! & > ~ * + and a phrase"));
      return;
    }
    std::uint8_t& uses = phrases.uses[word_key(phrase)];
    if ((uses & kUses[sign]) == kUses[sign]) {
      errors.push_back(line.error(0, "duplicate phrase '" + phrase + "'"));
    }
    uses |= kUses[sign];
    if (kUses[sign] == kAnywhere) phrases.beginnings.insert(beginning(phrase, 0));
  });
  return phrases;
}

std::string plain_words(std::string_view utf8) {
  constexpr char32_t kCopyright = 0xA9;
  std::string out;
  bool spaced = true;  // white space or nothing before
  bool in_number = false;
  bool marks = false;
  const auto add_word = [&out](std::string_view word) {
    if (!out.empty() && out.back() != ' ') out += ' ';
    out += word;
  };
  for (std::size_t at = 0; at < utf8.size();) {
    const auto [c, size] = decode(utf8, at);
    const std::string_view raw = utf8.substr(at, size);
    at += size;
    const CharClass kind = char_class(c);
    const bool space_next = at >= utf8.size() || is_blank(char_class(decode(utf8, at).code_point));
    const bool number_mark = in_number && !space_next && (c == '.' || c == ',' || c == ':');
    if (kind == CharClass::kDigit) {
      if (!in_number) out += '#';
    } else if (is_letter(kind) || kind == CharClass::kMark) {
      fold_append(out, raw);
      marks |= kind == CharClass::kMark;
    } else if (is_apostrophe(c) && !spaced && !space_next) {
      out += '\'';
    } else if (c == kCopyright || (c == '(' && out.empty())) {
      add_word(raw);
      out += ' ';
    } else if (is_separator(c) && !number_mark) {
      add_word("| ");
    } else if (is_spaced_separator(c) && spaced && space_next) {
      add_word("| ");
    } else if (!number_mark) {
      add_word("");
    }
    in_number = kind == CharClass::kDigit || number_mark;
    spaced = is_blank(kind);
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return marks ? fold(out) : out;
}

std::uint8_t furniture_uses(std::string_view plain, const FurniturePhrases& phrases) {
  std::uint8_t found =
      uses_at(plain, 0, phrases, kBlockStart | kAnnouncesNext | kOpensComments | kAnywhere);
  if (has_only_sharing_words(plain, phrases)) found |= kSharingWord;
  for (std::size_t at = 0; at < plain.size(); at = word_end(plain, at) + 1) {
    if (phrases.beginnings.contains(beginning(plain, at))) {
      found |= uses_at(plain, at, phrases, kAnywhere);
    }
  }
  return found;
}

}  // namespace manicule
