#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "alerts/spelling.h"
#include "text/unicode.h"

namespace manicule {
namespace {

std::u32string code_points(std::string_view utf8) {
  std::u32string out;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto [c, size] = decode(utf8, i);
    out += c;
    i += size;
  }
  return out;
}

/// A Latin letter without its accent.
char32_t base_letter(char32_t c) {
  struct Accented {
    char32_t base;
    std::u32string_view forms;
  };
  constexpr Accented kAccented[] = {
      {U'a', U"\u00E0\u00E1\u00E2\u00E3\u00E4\u00E5\u0101\u0103\u0105"},
      {U'c', U"\u00E7\u0107\u010D"},
      {U'd', U"\u010F\u0111"},
      {U'e', U"\u00E8\u00E9\u00EA\u00EB\u0113\u0117\u0119\u011B"},
      {U'g', U"\u011F\u0123"},
      {U'i', U"\u00EC\u00ED\u00EE\u00EF\u012B\u0131"},
      {U'l', U"\u013A\u013E\u0142"},
      {U'n', U"\u00F1\u0144\u0146\u0148"},
      {U'o', U"\u00F2\u00F3\u00F4\u00F5\u00F6\u00F8\u014D\u0151"},
      {U'r', U"\u0155\u0159"},
      {U's', U"\u015B\u015F\u0161\u0219"},
      {U't', U"\u0163\u0165\u021B"},
      {U'u', U"\u00F9\u00FA\u00FB\u00FC\u016B\u016F\u0171"},
      {U'y', U"\u00FD\u00FF"},
      {U'z', U"\u017A\u017C\u017E"}};
  for (const auto& [base, forms] : kAccented) {
    if (forms.find(c) != forms.npos) return base;
  }
  return c;
}

/// Whether one letter is easily written for the other.
bool are_alike(char32_t a, char32_t b) {
  constexpr std::u32string_view kAlike[] = {U"aeiouy", U"ckqg", U"szcx", U"fvwpb",
                                            U"dt",     U"mn",   U"ijy"};
  a = base_letter(a);
  b = base_letter(b);
  if (a == b) return true;
  return std::any_of(std::begin(kAlike), std::end(kAlike), [&](std::u32string_view letters) {
    return letters.find(a) != letters.npos && letters.find(b) != letters.npos;
  });
}

/// The letters at which two words differ: all before and behind is the same.
struct Difference {
  std::size_t head = 0;                ///< letters the same before
  std::size_t tail = 0;                ///< letters the same behind
  std::u32string_view a_left, b_left;  ///< what is between
};

Difference difference(const std::u32string& a, const std::u32string& b) {
  Difference out;
  const std::size_t shorter = std::min(a.size(), b.size());
  while (out.head < shorter && a[out.head] == b[out.head]) ++out.head;
  while (out.tail < shorter - out.head &&
         a[a.size() - 1 - out.tail] == b[b.size() - 1 - out.tail]) {
    ++out.tail;
  }
  out.a_left = std::u32string_view(a).substr(out.head, a.size() - out.head - out.tail);
  out.b_left = std::u32string_view(b).substr(out.head, b.size() - out.head - out.tail);
  return out;
}

bool are_swapped(std::u32string_view a, std::u32string_view b) {
  return a.size() == 2 && b.size() == 2 && a[0] == b[1] && a[1] == b[0];
}

}  // namespace

bool is_slip(const std::string& a_utf8, const std::string& b_utf8, SlipContext context) {
  std::u32string a = code_points(a_utf8), b = code_points(b_utf8);
  if (a.size() > b.size()) std::swap(a, b);
  const std::size_t shortest = context == SlipContext::kFullName ? 3 : 4;
  if (a.size() < shortest || b.size() > a.size() + 1 || a == b) return false;
  const Difference d = difference(a, b);
  if (are_swapped(d.a_left, d.b_left)) return d.head > 0;
  const bool added = d.a_left.empty() && d.b_left.size() == 1;
  if (!added && !(d.a_left.size() == 1 && d.b_left.size() == 1)) return false;
  if (context == SlipContext::kFullName) {
    const bool genitive = added && d.tail == 0 && d.b_left[0] == U's';
    return !genitive && (d.head > 0 || are_alike(a[0], b[0]));
  }
  if (d.head == 0) return false;
  if (added && b[d.head] == b[d.head - 1]) return true;
  constexpr std::size_t kShortestAlone = 5, kShortestChanged = 6;
  if (d.tail == 0) {
    // Zelensky, Zelenski: at the end only these are written for each other.
    return !added && a.size() >= kShortestChanged && (a.back() == U'y' || a.back() == U'i') &&
           (b.back() == U'y' || b.back() == U'i');
  }
  if (added) return context == SlipContext::kSurname || a.size() >= kShortestAlone;
  return a.size() >= kShortestChanged && are_alike(d.a_left[0], d.b_left[0]);
}

bool are_two_slips(const std::string& a_utf8, const std::string& b_utf8) {
  const std::u32string a = code_points(a_utf8), b = code_points(b_utf8);
  constexpr std::size_t kShortest = 8, kMost = 2;
  const std::size_t longer = std::max(a.size(), b.size()), shorter = std::min(a.size(), b.size());
  if (shorter < kShortest || longer - shorter > kMost || a[0] != b[0] || a.find(U'-') != a.npos) {
    return false;
  }
  // The distance of Damerau and Levenshtein, swapped neighbours counting one.
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = i + j;
        continue;
      }
      const std::size_t changed = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      cost[i][j] = std::min({changed, cost[i - 1][j] + 1, cost[i][j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
      }
    }
  }
  return cost[a.size()][b.size()] == kMost;
}

bool differ_in_accents(const std::string& a_utf8, const std::string& b_utf8) {
  const std::u32string a = code_points(a_utf8), b = code_points(b_utf8);
  constexpr std::size_t kShortest = 4;
  if (a.size() != b.size() || a.size() < kShortest || a == b) return false;
  return std::equal(a.begin(), a.end(), b.begin(),
                    [](char32_t x, char32_t y) { return base_letter(x) == base_letter(y); });
}

std::vector<std::pair<std::string, std::string>> similar_words(
    const std::map<std::string, std::vector<std::size_t>>& words) {
  constexpr std::size_t kLongest = 40, kMostAlike = 12;
  std::unordered_map<std::string, std::vector<const std::string*>> left;
  std::vector<std::pair<std::string, std::string>> pairs;
  const auto add = [&](const std::string& rest, const std::string& word) {
    auto& others = left[rest];
    if (others.size() >= kMostAlike) return;
    for (const std::string* other : others) {
      if (*other != word) pairs.push_back({*other, word});
    }
    if (others.empty() || *others.back() != word) others.push_back(&word);
  };
  for (const auto& [word, names] : words) {
    if (word.size() > kLongest) continue;
    add(word, word);
    for (std::size_t i = 0; i < word.size();) {
      const std::uint32_t size = decode(word, i).size;
      add(word.substr(0, i) + word.substr(i + size), word);
      i += size;
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace manicule
