#include "figures/ellipsis.h"

#include <string>

#include "figures/amounts.h"

namespace manicule {
namespace {

constexpr std::uint32_t kNear = 100;  // bytes

bool is_date(FigureKind kind) { return kind == FigureKind::kDate || kind == FigureKind::kTime; }

/// The last figure before the match that is no date, if it stands near and in the same sentence.
const Figure* last_amount(const Match& match) {
  if (match.before == nullptr) return nullptr;
  const std::uint32_t begin = match.atoms[match.begin].span.begin;
  for (auto figure = match.before->rbegin(); figure != match.before->rend(); ++figure) {
    if (begin - figure->span.end > kNear) return nullptr;
    if (is_date(figure->kind)) continue;
    const Span between{figure->span.end, begin};
    const std::string_view text = (*match.document.text)[between];
    return text.find(". ") == std::string_view::npos ? &*figure : nullptr;
  }
  return nullptr;
}

/// The scale word inside the figure, or 0.
Decimal scale_in(const Match& match, const Figure& figure) {
  for (std::size_t at = match.begin; at-- > 0;) {
    const Atom& atom = match.atoms[at];
    if (atom.span.begin < figure.core.begin) break;
    if (figure.core.end < atom.span.end) continue;
    if (const Reading* scale = atom.reading(kScaled)) return scale->value;
  }
  return {};
}

}  // namespace

bool read_same(const Match& match, Found& found) {
  const Figure* like = last_amount(match);
  if (like == nullptr || !read_number(match, found)) return false;
  const std::string& value = like->value;
  std::size_t digits = value.find_first_of("0123456789");
  if (digits == std::string::npos || value.find("..") != std::string::npos) return false;
  if (digits > 0 && value[digits - 1] == '-') --digits;
  const std::size_t end = value.find_first_not_of("-.0123456789", digits);
  const std::string unit = end == std::string::npos ? std::string() : value.substr(end);
  const bool simple = unit.find_first_of("0123456789") == std::string::npos;
  const auto other = parse_decimal(value.substr(digits, value.size() - digits - unit.size()));
  auto own = parse_decimal(found.value);
  if (!own || !other || !simple) return false;
  const Decimal scale = scale_in(match, *like);
  constexpr int kThousand = 3;
  const bool scaled = !scale.is_zero() && *own < Decimal::of(1, kThousand) &&
                      match.atoms[match.begin].reading(kScaled) == nullptr;
  if (scaled) own = multiply(*own, scale);
  // Ten times as much is no part, and no other count of the same.
  const auto most = multiply(*other, Decimal::of(1, 1));
  if (!own || !most || *most < *own) return false;
  switch (like->kind) {
    case FigureKind::kNumber:
      if (!scaled) return false;
      break;
    case FigureKind::kPercent:
    case FigureKind::kMoney:
    case FigureKind::kQuantity:
    case FigureKind::kDuration:
      break;
    default:
      return false;
  }
  found.kind = like->kind;
  found.value = value.substr(0, digits) + to_string(*own) + unit;
  return true;
}

}  // namespace manicule
