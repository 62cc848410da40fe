#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace manicule {

/// The name of a file that stands for standard input.
inline constexpr std::string_view kStandardInput = "-";

/// Above this an input is no article any more.
inline constexpr std::size_t kMaxArticleBytes = 20'000'000;

/// What keeps `bytes` from being read as an article, in one sentence, or nothing. Any UTF-8, broken
/// or not, is fine; what has the marks of a binary file (NULs among its first bytes) is not.
std::optional<std::string> refuse_article(std::string_view name, std::string_view bytes);

/// Reads the file `name` into `bytes`; returns what is wrong, or
/// nothing.
std::optional<std::string> read_article(const std::string& name, std::string& bytes);

}  // namespace manicule
