#include "finding.hpp"

namespace runner {

Error error_of(const Finding& finding) {
  Error error(finding.kind, finding.message);
  if (finding.place) error.at(*finding.place);
  return error.detail(finding.detail).hint(finding.hint).rule(finding.rule);
}

const char* name_of(Severity severity) noexcept {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::error: return "error";
  }
  return "unknown";
}

}  // namespace runner
