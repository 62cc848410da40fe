#pragma once

// Catch2 as the distribution has it, version 2 or 3. Use what both have under the same name:
// TEST_CASE, SECTION, CHECK, REQUIRE, INFO, CAPTURE.
#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_test_macros.hpp>
#else
#include <catch2/catch.hpp>
#endif
