// The lines of what concerns lists and national data (docs/evidence-pack.md).
#include "conformance/evidence/event_line.h"
#include "conformance/evidence/members.h"

namespace evidence {

using namespace base::event;
using namespace members;

void EventLine::body(std::string& out, const VoiUploaded& e) {
  kind(out, "voi.uploaded");
  text(out, "file", e.file);
  text(out, "owner", e.owner);
  if (e.content != nullptr) text(out, "sha256", files_.list(*e.content));
  truth(out, "national", e.national);
  if (e.staged) truth(out, "staged", true);
}

void EventLine::body(std::string& out, const ListInForce& e) {
  kind(out, "list.in_force");
  text(out, "component", e.component);
  text(out, "file", e.file);
  text(out, "version", e.version);
}

void EventLine::body(std::string& out, const VoiRefused& e) {
  kind(out, "voi.refused");
  text(out, "file", e.file);
  text(out, "owner", e.owner);
  text(out, "reason", e.reason);
}

void EventLine::body(std::string& out, const VoiDeleted& e) {
  kind(out, "voi.deleted");
  text(out, "file", e.file);
  text(out, "owner", e.owner);
}

void EventLine::body(std::string& out, const VoiRowRefused& e) {
  kind(out, "voi.row_refused");
  text(out, "file", e.file);
  number(out, "row", e.row);
  number(out, "column", e.column);
  text(out, "reason", e.reason);
}

void EventLine::body(std::string& out, const VoiWeeded& e) {
  kind(out, "voi.weeded");
  text(out, "file", e.file);
  number(out, "row", e.row);
}

void EventLine::body(std::string& out, const PncLink& e) {
  kind(out, "pnc.link");
  truth(out, "up", e.up);
}

void EventLine::body(std::string& out, const PncExtractIssued& e) {
  kind(out, "pnc.extract_issued");
  text(out, "version", e.version);
  if (e.content != nullptr) text(out, "sha256", files_.list(*e.content));
}

void EventLine::body(std::string& out, const PncExtractLoaded& e) {
  kind(out, "pnc.extract_loaded");
  text(out, "component", e.component);
  text(out, "version", e.version);
}

void EventLine::body(std::string& out, const PncEntries& e) {
  kind(out, "pnc.entries");
  text(out, "source", e.source);
  if (e.content != nullptr) text(out, "sha256", files_.list(*e.content));
}

void EventLine::body(std::string& out, const ListLoaded& e) {
  kind(out, "list.loaded");
  text(out, "component", e.component);
  text(out, "file", e.file);
  text(out, "version", e.version);
}

void EventLine::body(std::string& out, const SymbolShown& e) {
  kind(out, "symbol.shown");
  text(out, "component", e.component);
  text(out, "hit_id", e.hit_id);
  text(out, "action", e.action);
  if (e.text_told) text(out, "text", e.text);
}

}  // namespace evidence
