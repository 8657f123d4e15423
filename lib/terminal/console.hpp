#pragma once

#include <ostream>
#include <string>

#include "clean.hpp"
#include "script/mask.hpp"

namespace runner {

/// The two output streams of the process. GitHub Actions takes no command from them, except annotations.
/// Reports at the end, on standard error, what it could not write to standard output.
class Console {
 public:
  /// The token is a secret shared with the CI that reads the output; empty when no CI reads it.
  Console(std::ostream& out, std::ostream& err, std::string token = {});
  /// Reports lost output, and lets the CI take commands again.
  ~Console();
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  /// From now on shows these values as "***".
  void hide(Mask mask);
  [[nodiscard]] std::string masked(std::string_view text) const { return mask_.masked(text); }

  /// Writes a result to standard output. If the pipe is closed, the result is lost and nothing is thrown.
  void result(const Clean& text);
  /// The same for a document that masking would break. The caller has masked its values.
  void document(const Clean& text);
  /// Writes everything else to standard error.
  void tell(const Clean& text);
  /// Writes a command for the CI that reads the output.
  void annotate(const Clean& command);
  void flush();

 private:
  void write(const Clean& text, std::string_view shown);
  void stop_commands();
  void resume_commands();
  void tell_what_is_lost();

  std::ostream& out_;
  std::ostream& err_;
  std::string token_;
  Mask mask_;
  bool stopped_ = false;
  int out_error_ = 0;  // errno of the first write that failed
  Clean lost_;
};

/// Escapes text for a GitHub command, which ends at a line end. A property also ends at a comma or colon.
[[nodiscard]] Clean escaped_for_github(const Clean& text, bool property);

/// A token that cannot be guessed, for a process whose output GitHub Actions reads.
[[nodiscard]] std::string random_token();

}  // namespace runner
