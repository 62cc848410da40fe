#pragma once

#include <string>
#include <utility>
#include <vector>

#include "crf.h"

namespace manicule::train {

struct PackOptions {
  float step = 1.0F / 24;   ///< weights are rounded to multiples of it
  float least = 1.5F / 24;  ///< smaller weights are dropped
};

/// The bytes of an entity model (entities/model.h): the weights of `crf` and, unless null, those of
/// the second labelling.
std::string pack_model(const Crf& crf, const Crf* second,
                       const std::vector<std::pair<float, float>>& calibration,
                       const PackOptions& options);

/// The size of `bytes` compressed as a web server does.
std::size_t gzip_size(const std::string& bytes);

}  // namespace manicule::train
