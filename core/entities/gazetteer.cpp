#include "entities/gazetteer.h"

#include <algorithm>

#include "entities/byte_reader.h"
#include "text/unicode.h"

namespace manicule {
namespace {

constexpr std::string_view kMagic = "MNAM2";

/// May a list's names be written in lower case?
bool any_case(unsigned list) {
  return list >= static_cast<unsigned>(NameList::kPersonTrigger) &&
         list <= static_cast<unsigned>(NameList::kWorkTrigger);
}

void mark_name(std::vector<ListBits>& bits, std::uint32_t begin, std::uint32_t size,
               unsigned list) {
  const auto name_list = static_cast<NameList>(list);
  if (size == 1) {
    bits[begin] |= list_bit(name_list, 3);
    return;
  }
  bits[begin] |= list_bit(name_list, 0);
  for (std::uint32_t i = 1; i + 1 < size; ++i) bits[begin + i] |= list_bit(name_list, 1);
  bits[begin + size - 1] |= list_bit(name_list, 2);
}

}  // namespace

std::string Gazetteer::read(std::string_view bytes) {
  ByteReader reader(bytes);
  if (reader.take(kMagic.size()) != kMagic) return "not a file of names (wrong magic number)";
  const std::uint32_t count = reader.varint();
  if (!reader.ok() || count > bytes.size()) return "file of names: cut short";
  std::size_t size = 64;
  while (size * 3 < std::size_t{count} * 4) size *= 2;
  slots_.assign(size, {});
  for (unsigned list = 0; list <= kNameLists; ++list) {  // the last one: beginnings of entries
    const std::uint32_t entries = reader.varint();
    std::uint32_t print = 0;
    for (std::uint32_t i = 0; i < entries && reader.ok(); ++i) {
      print += reader.varint();
      std::size_t at = print & (size - 1);
      std::size_t tries = 0;
      while (slots_[at].print != print + 1 && slots_[at].print != 0 && ++tries < size) {
        at = (at + 1) & (size - 1);
      }
      if (tries == size) return "file of names: more entries than announced";
      slots_[at].print = print + 1;
      if (list == kNameLists) {
        slots_[at].prefix = true;
      } else {
        slots_[at].lists = static_cast<std::uint16_t>(slots_[at].lists | 1U << list);
      }
    }
  }
  const std::uint32_t names = reader.varint();
  std::uint32_t print = 0;
  for (std::uint32_t i = 0; i < names && reader.ok(); ++i) {
    print += reader.varint();
    aliases_.emplace_back(print, reader.varint());
  }
  if (!reader.ok() || reader.left() != 0) {
    slots_.clear();
    aliases_.clear();
    return "file of names: cut short or with bytes left over";
  }
  return {};
}

std::uint16_t Gazetteer::find(WordKey phrase) const {
  if (slots_.empty()) return 0;
  const std::uint32_t print = fingerprint(phrase);
  for (std::size_t at = print & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].print == print + 1) return slots_[at].lists;
    if (slots_[at].print == 0) return 0;
  }
}

std::vector<std::uint32_t> Gazetteer::alias_groups(std::string_view name) const {
  const std::uint32_t print = fingerprint(word_key(fold(name)));
  std::vector<std::uint32_t> groups;
  for (auto at = std::lower_bound(aliases_.begin(), aliases_.end(), std::pair{print, 0U});
       at != aliases_.end() && at->first == print; ++at) {
    groups.push_back(at->second);
  }
  return groups;
}

void Gazetteer::mark(const std::vector<NameWord>& words, NameSentence sentence,
                     std::vector<ListBits>& bits) const {
  if (slots_.empty()) return;
  std::uint32_t covered[kNameLists] = {};  // where the last entry found of each list ends
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    if (!words[i].open) continue;
    std::uint32_t longest[kNameLists] = {};
    WordKey phrase = 0;
    const std::uint32_t limit = std::min(sentence.end, i + kLongestName);
    for (std::uint32_t j = i; j < limit && words[j].open; ++j) {
      phrase = phrase_key(phrase, words[j].key);
      const std::uint32_t print = fingerprint(phrase);
      std::size_t at = print & (slots_.size() - 1);
      while (slots_[at].print != print + 1 && slots_[at].print != 0) {
        at = (at + 1) & (slots_.size() - 1);
      }
      if (slots_[at].print == 0) break;
      const bool name = looks_like_name(words[i].shape) || looks_like_name(words[j].shape);
      for (unsigned list = 0, rest = slots_[at].lists; rest != 0; ++list, rest >>= 1) {
        if ((rest & 1) != 0 && (name || any_case(list))) longest[list] = j + 1;
      }
      if (!slots_[at].prefix) break;
    }
    for (unsigned list = 0; list < kNameLists; ++list) {
      if (longest[list] <= covered[list]) continue;
      mark_name(bits, i, longest[list] - i, list);
      covered[list] = longest[list];
    }
  }
}

}  // namespace manicule
