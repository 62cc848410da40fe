#pragma once

#include <string_view>
#include <vector>

namespace manicule {

/// The bytes of one file below core/data, by its path there ("fr/abbreviations.txt"); they live as
/// long as the program. An empty view when there is no such file.
std::string_view data_file(std::string_view path);

/// The paths of all embedded files, sorted.
std::vector<std::string_view> data_files();

}  // namespace manicule
