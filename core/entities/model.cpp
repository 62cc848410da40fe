#include "entities/model.h"

#include <algorithm>
#include <map>
#include <memory>

#include "data.h"
#include "entities/byte_reader.h"

namespace manicule {
namespace {

constexpr std::string_view kMagic = "MENT";
constexpr std::uint8_t kVersion = 2;
constexpr std::string_view kModelFile = "/entities.model";
constexpr std::string_view kNamesFile = "all/names.bin";

std::string hex(std::uint32_t value) {
  std::string out;
  for (int shift = 28; shift >= 0; shift -= 4) out += "0123456789abcdef"[value >> shift & 15];
  return out;
}

struct Loaded {
  std::map<std::string, std::unique_ptr<EntityModel>, std::less<>> models;  // null: there is none
  std::unique_ptr<Gazetteer> names;
};

Loaded& loaded() {
  static Loaded all;
  return all;
}

}  // namespace

std::string EntityModel::read(std::string_view bytes) {
  std::string error = read_all(bytes);
  if (!error.empty()) *this = {};
  return error;
}

std::string EntityModel::read_all(std::string_view bytes) {
  ByteReader reader(bytes);
  if (reader.take(kMagic.size()) != kMagic) return "not an entity model (wrong magic number)";
  const std::uint8_t version = reader.u8();
  if (version != kVersion) {
    return "entity model of version " + std::to_string(version) + ", this program reads version " +
           std::to_string(kVersion);
  }
  const std::uint32_t templates = reader.u32();
  if (templates != templates_hash()) {
    return "entity model trained with other feature templates (" + hex(templates) +
           ", this program has " + hex(templates_hash()) + ")";
  }
  const std::uint8_t labels = reader.u8();
  if (labels != kLabels) {
    return "entity model with " + std::to_string(labels) + " labels, not " +
           std::to_string(kLabels);
  }
  scale_ = reader.f32();
  for (auto& row : transitions_) row.fill(kImpossible);
  for (std::size_t a = 0; a < kLabels; ++a) {
    for (std::size_t b = 0; b < kLabels; ++b) {
      const float weight = reader.f32();
      if (may_follow(static_cast<Label>(a), static_cast<Label>(b))) transitions_[a][b] = weight;
    }
  }
  exp_transitions_ = exp_of(transitions_);
  for (std::uint32_t n = reader.u8(); n > 0; --n) {
    const float probability = reader.f32();
    calibration_.emplace_back(probability, reader.f32());
  }
  if (!classes_.read(reader)) return "entity model: cut short";
  const std::uint32_t count = reader.varint();
  if (!reader.ok() || count > reader.left()) return "entity model: cut short";
  std::vector<Feature> features(count);
  Feature last = 0;
  for (Feature& feature : features) feature = last += reader.varint();
  const std::string_view sizes = reader.take(count);
  std::size_t weights = 0;
  for (const char size : sizes) weights += static_cast<unsigned char>(size);
  const std::string_view label_bytes = reader.take(weights);
  const std::string_view values = reader.take(weights);
  if (!reader.ok() || reader.left() != 0) return "entity model: cut short or with bytes left over";
  rows_.assign(count, {});
  std::size_t at = 0;
  for (std::uint32_t row = 0; row < count; ++row) {
    for (auto n = static_cast<unsigned char>(sizes[row]); n > 0; --n, ++at) {
      const auto label = static_cast<unsigned char>(label_bytes[at]);
      if (label >= kLabels) return "entity model: a label out of range";
      rows_[row].of[label] = static_cast<std::int8_t>(values[at]);
    }
  }
  index(features);
  return {};
}

void EntityModel::index(const std::vector<Feature>& features) {
  std::size_t size = 64;
  while (size * 2 < features.size() * 3) size *= 2;
  slots_.assign(size, {});
  known_.assign(kKnownBits / 64, 0);
  for (std::uint32_t row = 0; row < features.size(); ++row) {
    std::size_t at = features[row] & (size - 1);
    while (slots_[at].feature != kFree) at = (at + 1) & (size - 1);
    slots_[at] = {features[row], row};
    const std::uint32_t bit = features[row] % kKnownBits;
    known_[bit / 64] |= std::uint64_t{1} << bit % 64;
  }
}

void EntityModel::add_scores(const std::vector<Feature>& features, LabelRow& out) const {
  // The rows lie all over memory: each is asked for well before it is added.
  constexpr std::size_t kAtOnce = 32;
  std::array<const Weights*, kAtOnce> rows;
  std::array<std::int16_t, kRow> sums{};
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t next = 0; next < features.size();) {
    std::size_t found = 0;
    for (; next < features.size() && found < kAtOnce; ++next) {
      const Feature feature = features[next];
      // Most features have no row; to see so in a small table is faster than to look for them.
      if (!may_know(feature)) continue;
      std::size_t at = feature & mask;
      while (slots_[at].feature != feature && slots_[at].feature != kFree) at = (at + 1) & mask;
      if (slots_[at].feature == kFree) continue;
      rows[found] = &rows_[slots_[at].row];
      __builtin_prefetch(rows[found++]);
    }
    for (std::size_t i = 0; i < found; ++i) {
      const Weights& row = *rows[i];
      for (std::size_t y = 0; y < kRow; ++y)
        sums[y] = static_cast<std::int16_t>(sums[y] + row.of[y]);
    }
  }
  for (std::size_t y = 0; y < kRow; ++y) out[y] += static_cast<float>(sums[y]) * scale_;
}

double EntityModel::calibrated(double probability) const {
  if (calibration_.empty()) return probability;
  const auto above = std::lower_bound(calibration_.begin(), calibration_.end(), probability,
                                      [](const std::pair<float, float>& point, double p) {
                                        return static_cast<double>(point.first) < p;
                                      });
  if (above == calibration_.begin()) return static_cast<double>(above->second);
  if (above == calibration_.end()) return static_cast<double>(calibration_.back().second);
  const auto& [x0, y0] = *(above - 1);
  const auto& [x1, y1] = *above;
  const double part =
      (probability - static_cast<double>(x0)) / std::max(1e-9, static_cast<double>(x1 - x0));
  return static_cast<double>(y0) + part * static_cast<double>(y1 - y0);
}

const EntityModel* find_entity_model(std::string_view language) {
  auto& models = loaded().models;
  const auto known = models.find(language);
  if (known != models.end()) return known->second.get();
  const std::string path = std::string(language) + std::string(kModelFile);
  const std::string_view bytes = data_file(path);
  std::unique_ptr<EntityModel> model;
  if (bytes.data() != nullptr) {
    model = std::make_unique<EntityModel>();
    if (!model->read(bytes).empty()) model = nullptr;
  } else if (bytes.data() == nullptr) {
    return nullptr;  // may still come by load_model()
  }
  return models.emplace(language, std::move(model)).first->second.get();
}

const Gazetteer& name_lists() {
  auto& names = loaded().names;
  if (names == nullptr) {
    names = std::make_unique<Gazetteer>();
    const std::string_view bytes = data_file(kNamesFile);
    if (bytes.data() != nullptr) names->read(bytes);
  }
  return *names;
}

std::string load_model(std::string_view name, std::string_view bytes) {
  std::string error;
  if (name == kNamesFile) {
    auto names = std::make_unique<Gazetteer>();
    error = names->read(bytes);
    if (error.empty()) loaded().names = std::move(names);
  } else if (name.size() > kModelFile.size() &&
             name.substr(name.size() - kModelFile.size()) == kModelFile) {
    auto model = std::make_unique<EntityModel>();
    error = model->read(bytes);
    if (error.empty()) {
      loaded().models[std::string(name.substr(0, name.size() - kModelFile.size()))] =
          std::move(model);
    }
  } else {
    error = "no such model";
  }
  return error.empty() ? error : std::string(name) + ": " + error;
}

}  // namespace manicule
