# The header-only library of the machine, behind a folder of its own: /usr/include itself must never
# be seen by em++, which would take the system's C headers from it.
find_path(NLOHMANN_JSON_ROOT nlohmann/json.hpp
  HINTS $ENV{MANICULE_JSON_INCLUDE} /usr/include /usr/local/include /opt/homebrew/include
  NO_CMAKE_FIND_ROOT_PATH)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(nlohmann_json REQUIRED_VARS NLOHMANN_JSON_ROOT)

if(NOT TARGET nlohmann_json::nlohmann_json)
  set(include ${CMAKE_BINARY_DIR}/include)
  file(MAKE_DIRECTORY ${include})
  file(CREATE_LINK ${NLOHMANN_JSON_ROOT}/nlohmann ${include}/nlohmann SYMBOLIC)
  add_library(nlohmann_json::nlohmann_json INTERFACE IMPORTED GLOBAL)
  target_include_directories(nlohmann_json::nlohmann_json SYSTEM INTERFACE ${include})
endif()
