#include "write_model.h"

#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>

namespace manicule::train {
namespace {

void put_u32(std::string& out, std::uint32_t value) {
  for (unsigned shift = 0; shift < 32; shift += 8) out += static_cast<char>(value >> shift & 0xFF);
}
void put_f32(std::string& out, float value) {
  std::uint32_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  put_u32(out, bits);
}
void put_varint(std::string& out, std::uint32_t value) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>(0x80 | (value & 0x7F));
  out += static_cast<char>(value);
}

}  // namespace

std::string pack_model(const ModelParts& parts, const PackOptions& options) {
  std::string out = "MENT";
  out += '\2';
  put_u32(out, templates_hash());
  out += static_cast<char>(kLabels);
  put_f32(out, options.step);
  for (std::size_t a = 0; a < kLabels; ++a) {
    for (std::size_t b = 0; b < kLabels; ++b) {
      const float shift = b == kOutside ? options.outside : 0;
      put_f32(out, std::max(parts.first->transitions()[a][b] - shift, kImpossible));
    }
  }
  out += static_cast<char>(parts.calibration.size());
  for (const auto& [probability, right] : parts.calibration) {
    put_f32(out, probability);
    put_f32(out, right);
  }
  out += parts.classes;
  std::map<Feature, LabelRow> rows;
  const auto collect = [&](Feature feature, const LabelRow& row) {
    LabelRow& sum = rows.try_emplace(feature, LabelRow{}).first->second;
    for (std::size_t y = 0; y < kLabels; ++y) sum[y] += row[y];
  };
  parts.first->for_each(collect);
  if (parts.second != nullptr) parts.second->for_each(collect);
  std::string features, sizes, labels, values;
  std::uint32_t count = 0;
  Feature last = 0;
  for (const auto& [feature, row] : rows) {
    unsigned size = 0;
    for (std::size_t y = 0; y < kLabels; ++y) {
      if (std::fabs(row[y]) < options.least) continue;
      const float rounded = std::clamp(std::round(row[y] / options.step), -127.0F, 127.0F);
      labels += static_cast<char>(y);
      values += static_cast<char>(static_cast<std::int8_t>(rounded));
      ++size;
    }
    if (size == 0) continue;
    put_varint(features, feature - last);
    last = feature;
    sizes += static_cast<char>(size);
    ++count;
  }
  put_varint(out, count);
  return out + features + sizes + labels + values;
}

std::size_t gzip_size(const std::string& bytes) {
  uLongf size = compressBound(static_cast<uLong>(bytes.size()));
  std::string out(size, '\0');
  compress2(reinterpret_cast<Bytef*>(out.data()), &size,
            reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uLong>(bytes.size()), 9);
  return size;
}

}  // namespace manicule::train
