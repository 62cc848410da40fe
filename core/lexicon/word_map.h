#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace manicule {

/// A word under its folded form (text/unicode.h), as 64 bits that in practice no two words share.
using WordKey = std::uint64_t;

constexpr WordKey word_key(std::string_view folded) {
  WordKey hash = 0xCBF29CE484222325;  // FNV-1a, then a final mix so that low bits can index a table
  for (const char c : folded) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001B3;
  }
  hash ^= hash >> 32;
  hash *= 0xD6E8FEB86659FD93;
  hash ^= hash >> 32;
  return hash == 0 ? 1 : hash;
}

/// A map from words to values: one flat table with linear probing, written once and read often.
template <class Value>
class WordMap {
 public:
  std::size_t size() const { return size_; }

  /// The value of `key`, or null; stays valid until the next insert.
  const Value* find(WordKey key) const {
    if (slots_.empty()) return nullptr;
    for (std::size_t i = key & mask();; i = (i + 1) & mask()) {
      if (slots_[i].first == key) return &slots_[i].second;
      if (slots_[i].first == 0) return nullptr;
    }
  }
  bool contains(WordKey key) const { return find(key) != nullptr; }

  /// The value of `key`, made with its default if it is new.
  Value& operator[](WordKey key) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    std::size_t i = key & mask();
    while (slots_[i].first != 0 && slots_[i].first != key) i = (i + 1) & mask();
    if (slots_[i].first == 0) {
      slots_[i].first = key;
      ++size_;
    }
    return slots_[i].second;
  }

 private:
  std::size_t mask() const { return slots_.size() - 1; }

  void grow() {
    std::vector<std::pair<WordKey, Value>> old(slots_.empty() ? 16 : 2 * slots_.size());
    old.swap(slots_);
    size_ = 0;
    for (auto& [key, value] : old) {
      if (key != 0) (*this)[key] = std::move(value);
    }
  }

  std::vector<std::pair<WordKey, Value>> slots_;  // key 0: free
  std::size_t size_ = 0;
};

/// A set of words.
class WordSet {
 public:
  void insert(std::string_view folded) { map_[word_key(folded)] = true; }
  bool contains(WordKey key) const { return map_.contains(key); }
  bool contains(std::string_view folded) const { return map_.contains(word_key(folded)); }
  std::size_t size() const { return map_.size(); }

 private:
  WordMap<bool> map_;
};

}  // namespace manicule
