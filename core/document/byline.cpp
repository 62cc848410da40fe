#include "document/byline.h"

#include <algorithm>
#include <string>

#include "text/unicode.h"

namespace manicule {
namespace {

constexpr std::string_view kSpaces = " \t\n";

/// Hands out the words between white space.
class Words {
 public:
  explicit Words(std::string_view utf8) : rest_(utf8) { next(); }

  std::string_view word() const { return word_; }  ///< empty behind the last
  /// What begins with word().
  std::string_view rest() const { return {word_.data(), word_.size() + rest_.size()}; }
  void next() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(kSpaces), rest_.size()));
    word_ = rest_.substr(0, rest_.find_first_of(kSpaces));
    rest_.remove_prefix(word_.size());
  }

 private:
  std::string_view rest_;
  std::string_view word_;
};

CharClass first_class(std::string_view word) {
  return word.empty() ? CharClass::kOther : char_class(decode(word, 0).code_point);
}

/// Moves `words` behind the longest phrase for an author that they begin with.
void skip_phrase(Words& words, const FurniturePhrases& phrases) {
  constexpr int kLongest = 3;
  Words ahead = words;
  std::string phrase;
  for (int n = 0; n < kLongest && !ahead.word().empty(); ++n) {
    phrase += (n > 0 ? " " : "") + plain_words(ahead.word());
    ahead.next();
    const auto* uses = phrases.uses.find(word_key(phrase));
    if (uses != nullptr && (*uses & kBeforeAuthor) != 0) words = ahead;
  }
}

}  // namespace

bool is_byline(std::string_view block, const FurniturePhrases& phrases) {
  Words words(block);
  skip_phrase(words, phrases);
  int names = 0;
  for (; !words.word().empty(); words.next()) {
    const CharClass kind = first_class(words.word());
    if (kind == CharClass::kUpper) {
      ++names;
      if (words.word().back() == ',') break;
      continue;
    }
    if (kind != CharClass::kLower) break;
    const auto* uses = phrases.uses.find(word_key(plain_words(words.word())));
    if (names > 0 && uses != nullptr && (*uses & kInsideNames) != 0) continue;
    if ((furniture_uses(plain_words(words.rest()), phrases) & kBlockStart) == 0) return false;
    break;
  }
  return names >= 2;
}

}  // namespace manicule
