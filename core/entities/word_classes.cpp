#include "entities/word_classes.h"

namespace manicule {

bool WordClasses::read(ByteReader& reader) {
  const std::uint32_t count = reader.varint();
  std::uint32_t last = 0;
  for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
    last += reader.varint();
    if (last == 0) return false;
    classes_[last] = static_cast<std::uint16_t>(reader.varint());
  }
  return reader.ok();
}

}  // namespace manicule
