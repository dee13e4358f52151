// Several who hear the same.
#pragma once

#include <initializer_list>
#include <vector>

#include "reference/base/witness.h"

namespace evidence {

/// A Witness that tells several, in the order they were named: the pack writer and the oracle, say.
///
/// Owner:   the witnesses are borrowed and outlive it; null ones are left out.
class FanOut : public base::Witness {
 public:
  FanOut(std::initializer_list<base::Witness*> witnesses) {
    for (base::Witness* witness : witnesses) {
      if (witness != nullptr) witnesses_.push_back(witness);
    }
  }

  void hear(const base::Event& event) override {
    for (base::Witness* witness : witnesses_) witness->hear(event);
  }

 private:
  std::vector<base::Witness*> witnesses_;
};

}  // namespace evidence
