// Mutants of NAS at the desk where lists come in: whose they are, what they are called, what is answered (5-a, 5-l, 5-m).
#include <algorithm>
#include <cctype>
#include <map>
#include <memory>
#include <utility>

#include "conformance/subjects/mutant.h"
#include "conformance/subjects/wrapped.h"

namespace subjects {
namespace {

using doors::Channel;

// ---- names and people are mistaken

/// Takes a list for one of another name.
class RenamesLists final : public Wrapped {
 public:
  using Rename = std::string (*)(std::string_view file);
  RenamesLists(const doors::Doors& outer, doors::Factory inner, Rename rename) : Wrapped(outer, std::move(inner)), rename_(rename) {}

 private:
  void on_message(base::Now now, const doors::Principal& from, const doors::Message& message, doors::Last last) override {
    const std::string name = message.channel == Channel::kVoiList ? rename_(message.name) : message.name;
    if (name == message.name) return Wrapped::on_message(now, from, message, last);
    names_[name] = message.name;
    doors::Message other = message;
    other.name = name;
    doors::Principal owner = from;
    owner.organisation = name.substr(0, name.find('_'));
    Wrapped::on_message(now, owner, other, last);
  }
  doors::SendOutcome send(doors::PeerId peer, const doors::Message& message) override {
    const auto known = names_.find(message.name);
    if (message.channel != Channel::kVoiListAnswer || known == names_.end()) return Wrapped::send(peer, message);
    doors::Message answer = message;
    answer.name = known->second;
    return Wrapped::send(peer, answer);
  }
  Rename rename_;
  std::map<std::string, std::string> names_;
};

run::Cast renaming(RenamesLists::Rename rename) {
  return nas_made(
      [rename](const doors::Doors& doors, const doors::Factory& inner) { return std::make_unique<RenamesLists>(doors, inner, rename); });
}

std::string of_nobody(std::string_view file) { return file.starts_with("99_") ? "88" + std::string(file.substr(2)) : std::string(file); }
std::string in_any_case(std::string_view file) {
  std::string name(file);
  const std::size_t underscore = name.find('_');
  if (underscore == std::string::npos) return name;
  std::transform(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(underscore), name.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return name;
}

/// Takes whoever speaks on a channel for the owner of the list in question.
template <Channel kOn>
class TrustsAnybody final : public Wrapped {
  using Wrapped::Wrapped;
  void on_message(base::Now now, const doors::Principal& from, const doors::Message& message, doors::Last last) override {
    if (message.channel != kOn) return Wrapped::on_message(now, from, message, last);
    doors::Principal owner = from;
    owner.organisation = message.name.substr(0, message.name.find('_'));
    Wrapped::on_message(now, owner, message, last);
  }
};

// ---- the answer says something else

/// Changes the answer to each upload.
class AnswersOtherwise final : public Wrapped {
 public:
  using Change = void (*)(std::string& text);
  AnswersOtherwise(const doors::Doors& outer, doors::Factory inner, Change change) : Wrapped(outer, std::move(inner)), change_(change) {}

 private:
  doors::SendOutcome send(doors::PeerId peer, const doors::Message& message) override {
    if (message.channel != Channel::kVoiListAnswer) return Wrapped::send(peer, message);
    std::string text(message.content.text.view());
    change_(text);
    doors::Message answer = message;
    answer.content.size_bytes = static_cast<std::uint32_t>(text.size());
    answer.content.text = base::Bytes(std::move(text));
    return Wrapped::send(peer, answer);
  }
  Change change_;
};

run::Cast answering(AnswersOtherwise::Change change) {
  return nas_made([change](const doors::Doors& doors, const doors::Factory& inner) {
    return std::make_unique<AnswersOtherwise>(doors, inner, change);
  });
}

/// Every column as the one before it, as one would who counts from 0.
void columns_from_0(std::string& text) {
  constexpr std::string_view kKey = "\"column\":";
  for (std::size_t at = text.find(kKey); at != std::string::npos; at = text.find(kKey, at + 1)) {
    const std::size_t from = at + kKey.size(), to = text.find_first_not_of("0123456789", from);
    text.replace(from, to - from, std::to_string(std::stoi(text.substr(from, to - from)) - 1));
  }
}
void without_reasons(std::string& text) {
  constexpr std::string_view kKey = "\"expected\":\"";
  for (std::size_t at = text.find(kKey); at != std::string::npos; at = text.find(kKey, at + 1)) {
    const std::size_t from = at + kKey.size();
    text.erase(from, text.find('"', from) - from);
  }
}

}  // namespace

std::vector<Mutant> list_desk_mutants() {
  return {
      {"nas.takes-lists-of-nobody", "nas", "5-a", "A list under a code that nobody has is taken in.", {}, {}, renaming(of_nobody)},
      {"nas.takes-codes-in-any-case", "nas", "5-a", "A list under a code in lower case is taken in.", {}, {}, renaming(in_any_case)},
      {"nas.lets-anybody-change-a-list",
       "nas",
       "5-l",
       "Any organisation replaces any list.",
       {},
       {},
       nas_cast<TrustsAnybody<Channel::kVoiList>>()},
      {"nas.lets-anybody-remove-a-list",
       "nas",
       "5-l",
       "Any organisation removes any list.",
       {},
       {},
       nas_cast<TrustsAnybody<Channel::kVoiListRemoval>>()},
      {"nas.counts-columns-from-0",
       "nas",
       "5-m",
       "The column of a refused row is given as the one before it.",
       {},
       {},
       answering(columns_from_0)},
      {"nas.gives-no-reasons", "nas", "5-m", "A refused row is told of without a reason.", {}, {}, answering(without_reasons)},
  };
}

}  // namespace subjects
