// plumbline-imagery: draws a vehicle's pictures as a camera would send them, and the sheets of docs/imagery.md.
#include <cmath>
#include <fstream>
#include <iostream>
#include <optional>
#include <string>

#include <boost/program_options.hpp>

#include "simulator/imagery/sheet.h"
#include "simulator/imagery/studio.h"
#include "simulator/imagery/words.h"

namespace {

namespace options = boost::program_options;

constexpr int kUsage = 64, kUnwritable = 65, kInternal = 70;

constexpr const char* kCommands =
    "plumbline-imagery render --vrm MARK [options]      writes a plate patch and an overview, JPEG\n"
    "plumbline-imagery sheet plates|overviews --out F   writes a sheet of pictures to look at, PNG\n"
    "plumbline-imagery render --help                    says what options there are\n";

/// A command line that cannot be followed, and why.
struct Misuse : std::runtime_error {
  using std::runtime_error::runtime_error;
};

options::options_description render_options() {
  options::options_description all("plumbline-imagery render: writes a vehicle's pictures");
  const auto text = [](const char* by_default) { return options::value<std::string>()->default_value(by_default); };
  auto add = all.add_options();
  add("help", "say this");
  add("vrm", text(""), "the mark, without spaces; none: a vehicle without a plate");
  add("face", text("front"), "front (white plate) or rear (yellow)");
  add("lines", text("one"), "one or two");
  add("body", text("car"), "car, van, lorry, bus or motorcycle");
  add("make", text(""), "the make its badge names");
  add("colour", text("SILVER/ALUMINIUM"), "as DVLA names it: BLUE, BEIGE/BUFF, ...");
  add("light", text("day"), "day or night");
  add("weather", text("dry"), "dry or rain");
  add("scene", text("plain"), "plain or busy: one that takes more than its limit at the quality devices use");
  add("dirt", options::value<std::uint32_t>()->default_value(0), "how dirty it is, 0 to 1000");
  add("seed", options::value<std::uint64_t>()->default_value(1), "decides place in the frame, light and noise");
  add("at", options::value<std::string>(), "LATITUDE,LONGITUDE in degrees, for the Exif geotag; none without");
  add("patch", options::value<std::string>(), "where the plate patch is written");
  add("overview", options::value<std::string>(), "where the overview is written");
  add("patch-bytes", options::value<std::size_t>()->default_value(3'000), "what a patch may take, at least 1500");
  add("overview-bytes", options::value<std::size_t>()->default_value(25'000), "what an overview may take, at least 10000");
  return all;
}

template <class Word>
Word chosen(const options::variables_map& given, const char* name, std::optional<Word> (*of)(std::string_view)) {
  const auto text = given[name].as<std::string>();
  const auto word = of(text);
  if (!word) throw Misuse("--" + std::string(name) + " does not know " + text);
  return *word;
}

std::optional<imagery::Geotag> place_of(const options::variables_map& given) {
  if (!given.contains("at")) return {};
  const auto text = given["at"].as<std::string>();
  const auto place = imagery::place_of(text);
  if (!place) throw Misuse("--at takes LATITUDE,LONGITUDE in degrees, such as 52.2053,0.1218, and not " + text);
  return place;
}

imagery::Budget budget_of(const options::variables_map& given) {
  const imagery::Budget budget{given["patch-bytes"].as<std::size_t>(), given["overview-bytes"].as<std::size_t>()};
  if (budget.patch_bytes_max < imagery::kLeastBudget.patch_bytes_max) throw Misuse("--patch-bytes is at least 1500");
  if (budget.overview_bytes_max < imagery::kLeastBudget.overview_bytes_max) throw Misuse("--overview-bytes is at least 10000");
  return budget;
}

int written(const std::string& path, const base::Bytes& bytes) {
  std::ofstream file(path, std::ios::binary);
  if (file << bytes.view() << std::flush) {
    std::cout << path << ": " << bytes.size() << " bytes\n";
    return 0;
  }
  std::cerr << "cannot write " << path << "\n";
  return kUnwritable;
}

int render(const options::variables_map& given) {
  if (!given.contains("patch") && !given.contains("overview")) throw Misuse("render needs --patch FILE, --overview FILE or both");
  const auto vrm = given["vrm"].as<std::string>(), make = given["make"].as<std::string>(), colour = given["colour"].as<std::string>();
  if (vrm.size() > 32) throw Misuse("--vrm is at most 32 characters");
  imagery::Sight sight{.vrm = vrm, .make = make, .colour = colour};
  sight.face = chosen(given, "face", imagery::face_of);
  sight.lines = chosen(given, "lines", imagery::lines_of);
  sight.body = chosen(given, "body", imagery::body_of);
  sight.view.light = chosen(given, "light", imagery::light_of);
  sight.view.weather = chosen(given, "weather", imagery::weather_of);
  sight.view.scene = chosen(given, "scene", imagery::scene_of);
  sight.view.dirt_permille = given["dirt"].as<std::uint32_t>();
  sight.view.seed = given["seed"].as<std::uint64_t>();
  imagery::Studio studio(budget_of(given));
  const auto place = place_of(given);
  int outcome = 0;
  if (given.contains("patch")) outcome = written(given["patch"].as<std::string>(), studio.patch(sight, place));
  if (outcome == 0 && given.contains("overview")) outcome = written(given["overview"].as<std::string>(), studio.overview(sight, place));
  return outcome;
}

int sheet(const std::string& which, const std::string& out) {
  if (which != "plates" && which != "overviews") throw Misuse("sheet draws plates or overviews, and not " + which);
  const auto drawn = which == "plates" ? imagery::sheet_of_plates() : imagery::sheet_of_overviews();
  if (drawn.write_png(out)) return 0;
  std::cerr << "cannot write " << out << "\n";
  return kUnwritable;
}

int run(int count, char** words) {
  const std::string command = count > 1 ? words[1] : "";
  if (command == "--help" || command == "help") {
    std::cout << kCommands;
    return 0;
  }
  if (command == "sheet") {
    if (count != 5 || std::string(words[3]) != "--out") throw Misuse("sheet takes its name and --out FILE");
    return sheet(words[2], words[4]);
  }
  if (command != "render") throw Misuse(command.empty() ? "no command" : "no such command: " + command);
  const auto all = render_options();
  options::variables_map given;
  options::store(options::command_line_parser(count - 1, words + 1).options(all).positional({}).run(), given);
  if (given.contains("help")) {
    std::cout << all;
    return 0;
  }
  options::notify(given);
  return render(given);
}

}  // namespace

int main(int count, char** words) {
  try {
    return run(count, words);
  } catch (const Misuse& fault) {
    std::cerr << kCommands << "\n" << fault.what() << "\n";
    return kUsage;
  } catch (const options::error& fault) {
    std::cerr << kCommands << "\n" << fault.what() << "\n";
    return kUsage;
  } catch (const std::exception& fault) {
    std::cerr << "plumbline-imagery: " << fault.what() << "\n";
    return kInternal;
  }
}
