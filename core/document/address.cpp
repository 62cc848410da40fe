#include "document/address.h"

#include <algorithm>

#include "text/unicode.h"

namespace manicule {
namespace {

/// Longer local parts are not looked for.
constexpr std::uint32_t kLongestLocalPart = 64;

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_local_part(char c) {
  return is_alphanumeric(c) || c == '.' || c == '-' || c == '_' || c == '+';
}

bool ends_url(char32_t c, CharClass kind) {
  return kind == CharClass::kSpace || kind == CharClass::kLineEnd || c == '"' || c == '<' ||
         c == '>' || c == 0xAB || c == 0xBB || c == 0x2019 || c == 0x201C || c == 0x201D;
}

/// A mark that belongs to the sentence around a URL when it stands at its end.
bool is_trailing(char c) { return std::string_view(".,;:!?'])").find(c) != std::string_view::npos; }

bool is_word_part(CharClass kind) { return is_letter(kind) || kind == CharClass::kDigit; }

}  // namespace

std::uint32_t AddressFinder::end_at(std::uint32_t at) {
  const char first = utf8_[at];
  if (first == '@') return name_begins(at) ? name_end(at) : 0;
  if (!is_alphanumeric(first)) return 0;
  return url_begins(at) ? url_end(at) : mail_end(at);
}

bool AddressFinder::url_begins(std::uint32_t at) const {
  if (utf8_[at] != 'h' && utf8_[at] != 'w') return false;
  for (const std::string_view prefix : {"http://", "https://", "www."}) {
    if (utf8_.compare(at, prefix.size(), prefix) == 0) return true;
  }
  return false;
}

bool AddressFinder::name_begins(std::uint32_t at) const {
  if (at + 1 >= utf8_.size() || !is_word_part(char_class(decode(utf8_, at + 1).code_point))) {
    return false;
  }
  return at == 0 || !is_word_part(char_class(decode(utf8_, previous(utf8_, at)).code_point));
}

std::uint32_t AddressFinder::name_end(std::uint32_t at) const {
  ++at;
  while (at < utf8_.size()) {
    const auto [c, size] = decode(utf8_, at);
    if (!is_word_part(char_class(c)) && c != '_') break;
    at += size;
  }
  return at;
}

std::uint32_t AddressFinder::mail_end(std::uint32_t at) {
  if (at_sign_ <= at) {
    const std::size_t found = utf8_.find('@', at);
    at_sign_ = static_cast<std::uint32_t>(std::min(found, utf8_.size()));
  }
  if (at_sign_ == utf8_.size() || at_sign_ - at > kLongestLocalPart) return 0;
  if (!std::all_of(utf8_.begin() + at, utf8_.begin() + at_sign_, is_local_part)) return 0;
  std::uint32_t end = at_sign_ + 1;
  while (end < utf8_.size() &&
         (is_alphanumeric(utf8_[end]) || utf8_[end] == '.' || utf8_[end] == '-')) {
    ++end;
  }
  while (!is_alphanumeric(utf8_[end - 1]) && end > at_sign_ + 1) --end;
  const std::string_view host = utf8_.substr(at_sign_ + 1, end - at_sign_ - 1);
  return host.find('.') == std::string_view::npos ? 0 : end;
}

std::uint32_t AddressFinder::url_end(std::uint32_t at) const {
  std::uint32_t end = at;
  while (end < utf8_.size()) {
    const auto [c, size] = decode(utf8_, end);
    if (ends_url(c, char_class(c))) break;
    end += size;
  }
  while (end > at + 1 && is_trailing(utf8_[end - 1])) --end;
  return end;
}

}  // namespace manicule
