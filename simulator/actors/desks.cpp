#include "simulator/actors/desks.h"

#include "reference/base/check.h"
#include "simulator/kernel/random.h"

namespace actors {
namespace {

constexpr std::uint64_t kVehicles = 1'000'000;   // of the population; of interest are the first, so by chance some are

}  // namespace

Desks::Desks(const Stage& stage, const world::World& world, Outlet& outlet, doors::PeerId first, std::vector<Desk> desks)
    : stage_(stage), world_(world), outlet_(outlet), first_(first), desks_(std::move(desks)) {
  for (std::size_t i = 0; i < desks_.size(); ++i) {
    queues_.emplace_back(stage, ReadQueueOptions{}, ReadQueue::Ends{{first.value + i}, desks_[i].peer}, desks_[i].id.text(),
                         outlet.counts());
  }
}

void Desks::type_in(std::uint32_t index) {
  const Desk& desk = desks_[index];
  ReadQueue& queue = queues_[index];
  const std::uint64_t stream = kernel::stream_of("desk.entry");
  const std::uint64_t n = typed_++;
  const std::uint64_t vehicle = kernel::uniform(kernel::draw(stage_.seed, stream, index, 2 * n), kVehicles);
  const std::uint64_t place = kernel::uniform(kernel::draw(stage_.seed, stream, index, 2 * n + 1), desk.cameras.size());
  const world::Camera& site = world_.cameras()[desk.cameras[place]];
  const auto vrm = domain::Vrm::make(world_.vehicle(vehicle).vrm);
  PLUMB_CHECK(vrm.has_value(), "the world gives every vehicle a valid mark");
  domain::Read read{*vrm, domain::CaptureTime::truncate(stage_.kernel.now()), site.recorded, desk.id};
  read.camera_class = site.camera_class;
  read.username = desk.username;
  const std::string lea = "lea:" + desk.id.feed.text();
  const std::string read_id = queue.next_read_id();
  stage_.witness.hear({stage_.kernel.now(), base::event::ManualEntry{lea, read_id}});
  Capture capture;
  capture.camera = static_cast<std::uint32_t>(world_.cameras().size()) + index;
  capture.occasion = Occasion::kManualEntry;
  capture.at = stage_.kernel.now();
  capture.clock = capture.at;
  outlet_.take(capture, std::move(read), std::nullopt, queue);
}

}  // namespace actors
