// Clause 2.2.4: the pictures of a read.
#include "conformance/cases/clauses.h"

namespace cases {

Case clause_2_2_4() {
  return {
      .id = "case-2.2.4",
      .clause = "2.2.4",
      .suite = Suite::kFormat,
      .requirements = {"2.2.4-a", "2.2.4-b", "2.2.4-c", "2.2.4-d", "2.2.4-e", "2.2.4-f"},
      .scenario = "cases/2.2.4-images.json",
      .expects =
          "every read of an LEA's camera has a plate patch, a JPEG of 120 x 60 pixels and at most 3 kB; an overview, where there is one, "
          "is "
          "a JPEG of at most 25 kB",
      .unprovoked = without_traffic,
  };
}

Case clause_2_2_4_drawn() {
  return {
      .id = "case-2.2.4-drawn",
      .clause = "2.2.4",
      .suite = Suite::kFormat,
      .requirements = {"2.2.4-g", "2.2.4-h", "2.2.4-i"},
      .scenario = "cases/2.2.4-images.json",
      .expects =
          "pictures of scenes full of detail are made to fit and their reads are not lost; a geotag gives the place of the read; a person "
          "finds a plate and nothing beside it on the patches, and the vehicle where it was read on the overviews",
      .unprovoked = without_drawn_images,
  };
}

}  // namespace cases
