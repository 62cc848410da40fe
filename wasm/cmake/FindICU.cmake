# ICU::uc for WebAssembly, built from the source that wasm/icu/source.sh finds or fetches. The library
# lies outside the build tree, in a folder named after everything it depends on, and is built once.
set(icu_folder ${CMAKE_CURRENT_LIST_DIR}/../icu)
set(MANICULE_ICU_SOURCE "$ENV{MANICULE_ICU_SOURCE}" CACHE PATH
  "The 'source' folder of ICU; empty: the distribution's source package")
execute_process(
  COMMAND ${CMAKE_COMMAND} -E env MANICULE_ICU_SOURCE=${MANICULE_ICU_SOURCE}
          sh ${icu_folder}/source.sh
  OUTPUT_VARIABLE icu_source OUTPUT_STRIP_TRAILING_WHITESPACE
  RESULT_VARIABLE icu_result)
if(NOT icu_result EQUAL 0)
  message(FATAL_ERROR "no source of ICU (see the line above)")
endif()

file(STRINGS ${icu_source}/common/unicode/uvernum.h icu_version
  REGEX "^#define U_ICU_VERSION \"")
string(REGEX REPLACE ".*\"([0-9.]+)\".*" "\\1" ICU_VERSION "${icu_version}")
set(icu_flags "-Os -w")
file(READ ${icu_folder}/CMakeLists.txt icu_recipe)
string(SHA256 icu_key "${icu_source} ${icu_flags} ${icu_recipe}")
string(SUBSTRING ${icu_key} 0 8 icu_key)

if(DEFINED ENV{XDG_CACHE_HOME})
  set(icu_cache $ENV{XDG_CACHE_HOME}/manicule)
else()
  set(icu_cache $ENV{HOME}/.cache/manicule)
endif()
set(icu_library
  ${icu_cache}/icu-${ICU_VERSION}-emscripten-${EMSCRIPTEN_VERSION}-${icu_key}/libicuuc.a)

if(NOT TARGET ICU::uc)
  add_library(ICU::uc STATIC IMPORTED GLOBAL)
  set_target_properties(ICU::uc PROPERTIES IMPORTED_LOCATION ${icu_library})
  target_include_directories(ICU::uc SYSTEM INTERFACE ${icu_source}/common)
  target_compile_definitions(ICU::uc INTERFACE U_STATIC_IMPLEMENTATION)
  if(NOT EXISTS ${icu_library})
    set(icu_build ${CMAKE_BINARY_DIR}/icu)
    cmake_path(GET icu_library PARENT_PATH icu_home)
    add_custom_command(OUTPUT ${icu_library}
      COMMAND ${CMAKE_COMMAND} -S ${icu_folder} -B ${icu_build} -G Ninja
              -DCMAKE_TOOLCHAIN_FILE=${CMAKE_TOOLCHAIN_FILE} -DCMAKE_BUILD_TYPE=
              -DCMAKE_CXX_FLAGS=${icu_flags} -DICU_SOURCE=${icu_source}
      COMMAND ${CMAKE_COMMAND} --build ${icu_build}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${icu_home}
      COMMAND ${CMAKE_COMMAND} -E copy ${icu_build}/libicuuc.a ${icu_library}.new
      COMMAND ${CMAKE_COMMAND} -E rename ${icu_library}.new ${icu_library}
      COMMENT "ICU ${ICU_VERSION} for WebAssembly (once, kept in ${icu_home})"
      VERBATIM USES_TERMINAL)
    add_custom_target(icu_for_wasm DEPENDS ${icu_library})
    add_dependencies(ICU::uc icu_for_wasm)
  endif()
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(ICU REQUIRED_VARS icu_source VERSION_VAR ICU_VERSION)
