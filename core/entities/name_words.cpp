#include "entities/name_words.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "text/unicode.h"

namespace manicule {
namespace {

/// Takes accents off; `folded` comes from fold().
std::string without_accents(std::string_view folded) {
  if (std::all_of(folded.begin(), folded.end(), [](char c) { return c > 0; })) {
    return std::string(folded);
  }
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return std::string(folded);
  const icu::UnicodeString apart =
      nfd->normalize(icu::UnicodeString::fromUTF8(
                         icu::StringPiece(folded.data(), static_cast<std::int32_t>(folded.size()))),
                     status);
  std::string utf8, out;
  apart.toUTF8String(utf8);
  for (std::uint32_t at = 0; at < utf8.size();) {
    const auto [c, size] = decode(utf8, at);
    if (char_class(c) != CharClass::kMark) out.append(utf8, at, size);
    at += size;
  }
  return out;
}

bool is_ending(std::string_view rest) {
  return rest == "s" || rest == "n" || rest == "e" || rest == "es" || rest == "en" || rest == "r" ||
         rest == "er" || rest == "x";
}

}  // namespace

std::string ComparedName::joined() const {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

ComparedName compared_name(std::string_view name) {
  ComparedName out;
  std::uint32_t capitals = 0, letters = 0;
  for (std::uint32_t at = 0; at < name.size();) {
    std::uint32_t end = at;
    bool capital = false;
    while (end < name.size()) {
      const auto [c, size] = decode(name, end);
      const CharClass kind = char_class(c);
      if (!is_letter(kind) && kind != CharClass::kDigit && kind != CharClass::kMark && c != '.') {
        break;
      }
      if (end == at) capital = kind == CharClass::kUpper;
      capitals += kind == CharClass::kUpper;
      letters += is_letter(kind);
      end += size;
    }
    if (end == at) {
      at += decode(name, at).size;
      continue;
    }
    std::string word = without_accents(fold(name.substr(at, end - at)));
    word.erase(std::remove(word.begin(), word.end(), '.'), word.end());
    if (!word.empty()) {
      out.initials += word[0];
      if (capital) out.major_initials += word[0];
      out.majors.push_back(capital);
      out.words.push_back(std::move(word));
    }
    at = end;
  }
  out.acronym = out.words.size() == 1 && letters >= 2 && letters <= 8 &&
                (capitals > 1 || (capitals == 1 && letters <= 6));
  return out;
}

bool stands_for(const ComparedName& acronym, const ComparedName& full) {
  if (!acronym.acronym || full.words.size() < 2) return false;
  const std::string& letters = acronym.words[0];
  if (letters == full.initials || letters == full.major_initials) return true;
  // Beginnings of words, in order: "Inserm", "BnF", "Cnil".
  std::size_t at = 0;
  std::size_t words = 0;
  for (const std::string& word : full.words) {
    std::size_t taken = 0;
    while (taken < word.size() && at < letters.size() && letters[at] == word[taken]) {
      ++taken;
      ++at;
    }
    words += taken > 0;
  }
  return at == letters.size() && words >= 2 && full.words[0][0] == letters[0];
}

bool same_but_for_ending(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (a.size() > b.size()) std::swap(a, b);
  constexpr std::size_t kShortest = 4;
  return a.size() >= kShortest && b.substr(0, a.size()) == a && is_ending(b.substr(a.size()));
}

bool one_slip_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  constexpr std::size_t kShortest = 6;
  if (a == b || a.size() < kShortest || b.size() - a.size() > 1 || a[0] != b[0]) return false;
  std::size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  const std::size_t skip = a.size() == b.size() ? 1 : 0;
  return a.substr(i + std::min(skip, a.size() - i)) == b.substr(i + 1);
}

int find_words(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  const auto at = std::search(whole.begin(), whole.end(), part.begin(), part.end());
  return at == whole.end() ? -1 : static_cast<int>(at - whole.begin());
}

}  // namespace manicule
