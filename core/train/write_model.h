#pragma once

#include <string>
#include <utility>
#include <vector>

#include "crf.h"

namespace manicule::train {

struct PackOptions {
  float step = 1.0F / 24;    ///< weights are rounded to multiples of it
  float least = 1.75F / 24;  ///< smaller weights are dropped
  float outside = 0;         ///< taken off the score of every word outside all names
};

/// What a model is made of.
struct ModelParts {
  const Crf* first = nullptr;
  const Crf* second = nullptr;  ///< weights of the second labelling, added; may be null
  std::string classes;          ///< of words, packed (entities/word_classes.h)
  std::vector<std::pair<float, float>> calibration;
};

/// The bytes of an entity model (entities/model.h).
std::string pack_model(const ModelParts& parts, const PackOptions& options);

/// The size of `bytes` compressed as a web server does.
std::size_t gzip_size(const std::string& bytes);

}  // namespace manicule::train
