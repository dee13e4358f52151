#include "scenarios/geo/wan.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <set>
#include <tuple>

#include <nlohmann/json.hpp>

namespace geo {
namespace {

struct Link {
  int to;
  std::int64_t metres;
};

struct Topology {
  std::map<int, std::string> names;
  std::map<int, std::vector<Link>> links;

  [[nodiscard]] base::Result<int> node(const std::string& name) const {
    for (const auto& [id, label] : names) {
      if (label == name) return id;
    }
    return base::fail(kSourceUnfit, fmt::format("no node is called {}", name));
  }
};

base::Result<Topology> read_topology(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) return base::fail(kSourceUnreadable, file.string());
  try {
    const auto json = nlohmann::json::parse(in);
    Topology topology;
    for (const auto& node : json.at("nodes")) topology.names[node.at("id").get<int>()] = node.at("label").get<std::string>();
    for (const auto& link : json.at("links")) {
      if (!link.contains("great_circle_km")) continue;  // an end has no place: its length is unknown
      const auto metres = std::llround(link.at("great_circle_km").get<double>() * 1000);
      const int a = link.at("source").get<int>();
      const int b = link.at("target").get<int>();
      topology.links[a].push_back({b, metres});
      topology.links[b].push_back({a, metres});
    }
    return topology;
  } catch (const nlohmann::json::exception& fault) {
    return base::fail(kSourceUnfit, fmt::format("{}: {}", file.string(), fault.what()));
  }
}

/// Dijkstra's search, by metres and then by the number of nodes: each node to the one before it on the way from `from`.
std::map<int, int> search(const Topology& topology, int from, std::map<int, std::int64_t>& metres) {
  std::map<int, int> before;
  std::set<int> done;
  std::set<std::tuple<std::int64_t, int, int, int>> open{{0, 0, from, from}};  // metres, nodes, node, node before
  while (!open.empty()) {
    const auto [length, nodes, node, previous] = *open.begin();
    open.erase(open.begin());
    if (!done.insert(node).second) continue;
    before[node] = previous;
    metres[node] = length;
    const auto links = topology.links.find(node);
    if (links == topology.links.end()) continue;
    for (const auto& link : links->second) {
      if (!done.contains(link.to)) open.emplace(length + link.metres, nodes + 1, link.to, node);
    }
  }
  return before;
}

}  // namespace

base::Result<Way> shortest_way(const std::filesystem::path& file, const std::string& from, const std::string& to) {
  const auto topology = read_topology(file);
  if (!topology) return tl::unexpected(topology.error());
  const auto start = topology->node(from);
  const auto end = topology->node(to);
  if (!start || !end) return tl::unexpected(start ? end.error() : start.error());
  std::map<int, std::int64_t> metres;
  const auto before = search(*topology, *start, metres);
  if (!before.contains(*end)) return base::fail(kSourceUnfit, fmt::format("no located link leads from {} to {}", from, to));
  Way way;
  for (int node = *end;; node = before.at(node)) {
    way.path.push_back(topology->names.at(node));
    if (node == *start) break;
  }
  std::reverse(way.path.begin(), way.path.end());
  way.metres = metres.at(*end);
  way.latency_ns = way.metres * 15 / 2 + static_cast<std::int64_t>(way.path.size()) * 250'000;  // 1.5 m of fibre a metre at 5 ns
  return way;
}

}  // namespace geo
