// A read that is under way, as the Witness is told of it.
#pragma once

#include <string>
#include <string_view>

#include "reference/base/witness.h"
#include "reference/doors/component.h"

namespace actors {

/// The `read_id` in a read's text: found without parsing where it stands as formats::encode_read writes it, else by
/// formats::salvage_read_id. Empty where there is none.
/// Owner:   a view of `text`, or of `kept`, which holds what had to be made.
[[nodiscard]] std::string_view read_id_in(std::string_view text, std::string& kept);

/// The value of a string field that stands as `"name":"value"`, without escapes; empty where it does not.
[[nodiscard]] std::string_view plain_field(std::string_view text, std::string_view name);

/// The body and the id of the read in a message or a row.
/// Owner:   views of `content`, good as long as it and this live.
class ToldRead {
 public:
  explicit ToldRead(const doors::Content& content);
  ToldRead(const ToldRead&) = delete;
  ToldRead& operator=(const ToldRead&) = delete;

  [[nodiscard]] const base::event::ReadBody& body() const { return body_; }
  [[nodiscard]] std::string_view read_id() const { return read_id_; }

 private:
  base::event::ReadFacts facts_;
  base::event::ReadBody body_;
  std::string_view read_id_;
  std::string kept_;
};

}  // namespace actors
