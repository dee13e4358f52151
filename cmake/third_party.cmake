# One interface target a library, lib::NAME, so that the table of rooms is the only place that says who may use what.
# Their headers are system headers: our warnings are for our code.
find_package(PkgConfig REQUIRED)
find_package(fmt REQUIRED)
find_package(date REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(JPEG REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(simdjson REQUIRED)
find_package(pugixml REQUIRED)
find_package(Boost 1.74 REQUIRED COMPONENTS program_options)
find_package(GDAL REQUIRED)
pkg_check_modules(SIMGRID REQUIRED IMPORTED_TARGET simgrid)
pkg_check_modules(CAIRO REQUIRED IMPORTED_TARGET cairo)
pkg_check_modules(EXIF REQUIRED IMPORTED_TARGET libexif)
find_library(CSV_LIBRARY csv REQUIRED)
pkg_check_modules(ZIP REQUIRED IMPORTED_TARGET libzip)

function(library name)
  add_library(lib_${name} INTERFACE)
  target_link_libraries(lib_${name} INTERFACE ${ARGN})
  add_library(lib::${name} ALIAS lib_${name})
endfunction()

library(fmt fmt::fmt)
library(expected)          # tl::expected, header only
library(date)              # Howard Hinnant's calendar, header only; its time zones are not used
library(crypto OpenSSL::Crypto)
library(jpeg JPEG::JPEG)
library(cairo PkgConfig::CAIRO)
library(exif PkgConfig::EXIF)
library(nlohmann nlohmann_json::nlohmann_json)
target_compile_definitions(lib_nlohmann INTERFACE JSON_USE_IMPLICIT_CONVERSIONS=0)
library(simdjson simdjson::simdjson)
library(pugixml pugixml::pugixml)
library(program_options Boost::program_options)
library(gdal GDAL::GDAL)
library(simgrid PkgConfig::SIMGRID)
library(csv ${CSV_LIBRARY})
library(zip PkgConfig::ZIP)
library(valijson)          # header only; one source includes it
library(mustache)          # header only
library(robin_map)         # header only
library(random123)         # header only
library(posix)             # <unistd.h>, <csignal>, <sys/...>: the process and its terminal, for the edges of the house
