// Any bytes, read as UTF-8 and as UTF-16, keep the properties of properties.h.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string_view>

#include "properties.h"

namespace {

void stop_if(const manicule::test::Broken& broken) {
  if (broken.empty()) return;
  for (const auto& sentence : broken) std::fprintf(stderr, "%s\n", sentence.c_str());
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // Buffers of exactly the input's size let the sanitizer see one unit too far.
  const auto bytes = std::make_unique<char[]>(size);
  std::copy(data, data + size, bytes.get());
  stop_if(manicule::test::check_utf8({bytes.get(), size}));

  const std::size_t units = size / sizeof(char16_t);
  const auto utf16 = std::make_unique<char16_t[]>(units);
  std::memcpy(utf16.get(), data, units * sizeof(char16_t));
  stop_if(manicule::test::check_utf16({utf16.get(), units}));
  return 0;
}
