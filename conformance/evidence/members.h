// The members of an event's line, written one after another, each with the comma before it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "reference/base/witness.h"

namespace evidence::members {

void kind(std::string& out, std::string_view name);
/// The name of a member whose value the caller writes.
void key(std::string& out, std::string_view name);
void text(std::string& out, std::string_view name, std::string_view value);
void number(std::string& out, std::string_view name, std::int64_t value);
void truth(std::string& out, std::string_view name, bool value);
/// `value` / 10^`places`, exactly: no floating point between what was measured and what is written.
void decimal(std::string& out, std::string_view name, std::int64_t value, int places);
/// An array of strings.
void strings(std::string& out, std::string_view name, std::span<const std::string_view> values);
void position(std::string& out, base::event::Position where);
/// A position as an object of its own, which the caller ends.
void position_object(std::string& out, std::string_view name, base::event::Position where);
/// An object of directions by preset, {"0": 270}; nothing where there is none. Of a preset that stands twice the first is written, since no
/// key may stand twice.
void presets(std::string& out, std::span<const base::event::Preset> presets);
/// The hash of an image, or null where there is none.
void part(std::string& out, std::string_view name, std::string_view hash);

}  // namespace evidence::members
