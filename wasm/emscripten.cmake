# Finds the Emscripten on the PATH (a distribution's package, Homebrew or the SDK) and takes its
# toolchain file, so that the preset needs no path.
find_program(MANICULE_EM_CONFIG em-config HINTS $ENV{EMSDK}/upstream/emscripten)
if(NOT MANICULE_EM_CONFIG)
  message(FATAL_ERROR "Emscripten is missing: install it (apt-get install emscripten, "
                      "brew install emscripten) or run 'source emsdk_env.sh' first.")
endif()
execute_process(COMMAND ${MANICULE_EM_CONFIG} EMSCRIPTEN_ROOT
                OUTPUT_VARIABLE emscripten_root OUTPUT_STRIP_TRAILING_WHITESPACE)
include(${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake)
list(PREPEND CMAKE_MODULE_PATH ${CMAKE_CURRENT_LIST_DIR}/cmake)
# Debian keeps the packages that Emscripten's linker needs where Node does not look.
set(CMAKE_CXX_LINKER_LAUNCHER ${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs)
