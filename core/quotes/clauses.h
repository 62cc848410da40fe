#pragma once

#include <cstdint>

#include "quotes/line.h"

namespace manicule {

/// Where the clauses of a line begin and end. All positions are indexes into the line.
class Clauses {
 public:
  explicit Clauses(const Line& line);

  /// The end of the line without its closing punctuation.
  std::uint32_t size() const { return size_; }
  /// A punctuation mark that does not belong to a clause at its edge.
  bool trailing(std::uint32_t i) const;
  /// The words and quotations of [begin, end), counted up to fifty.
  std::uint32_t words(std::uint32_t begin, std::uint32_t end) const;
  /// Whether a clause may begin at `i`.
  bool boundary(std::uint32_t i) const;
  /// The next comma from `i` on outside brackets; size() where the clause ends before one.
  std::uint32_t next_comma(std::uint32_t i) const;
  /// Where a clause that begins at `begin` ends: at a colon, or before the next verb of saying that
  /// shares its subject ("... but added that").
  std::uint32_t end_of(std::uint32_t begin) const;
  /// A clause with a verb of its own stands between the last break and `i`: a source there belongs
  /// to it.
  bool has_clause_before(std::uint32_t i) const;
  /// Where the clause begins behind a source that ends at `i`: past appositions and relative
  /// clauses between commas, or at the verb where no comma stands ("Laut X liegt ...").
  std::uint32_t main_clause(std::uint32_t i) const;
  /// Behind "Laut X" stands the verb, but for what belongs to the name: "(IW) in Koeln".
  std::uint32_t turned_clause(std::uint32_t i) const;
  /// Where the clause before `i` begins, adverbials set off by a comma left aside.
  std::uint32_t own_begin(std::uint32_t i) const;

 private:
  bool dash_behind(std::uint32_t i) const;
  bool opens_source(std::uint32_t i) const;
  bool coordinated(std::uint32_t i) const;
  bool quotes_behind(std::uint32_t i) const;
  bool is_aside(std::uint32_t begin, std::uint32_t end) const;

  const Line& line_;
  std::uint32_t size_ = 0;
};

}  // namespace manicule
