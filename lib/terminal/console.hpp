#pragma once

#include <ostream>
#include <string>

#include "clean.hpp"
#include "script/mask.hpp"

namespace runner {

/// The two streams that a process writes to. Under GitHub Actions it takes no command from what is
/// written, but for annotations. What cannot be written is told at the end, on the other stream.
class Console {
 public:
  /// The token is a secret between us and the CI that reads along; empty: none does.
  Console(std::ostream& out, std::ostream& err, std::string token = {});
  /// Takes leave: the CI takes commands again.
  ~Console();
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  /// From here on these values are shown as "***".
  void hide(Mask mask);
  [[nodiscard]] std::string masked(std::string_view text) const { return mask_.masked(text); }

  /// A result, on standard output. On a pipe that was closed it is lost; nothing is thrown.
  void result(const Clean& text);
  /// The same, of a document that would be none with something in it hidden: its values were masked before.
  void document(const Clean& text);
  /// Everything else, on standard error.
  void tell(const Clean& text);
  /// A command for the CI that reads along.
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
  int out_error_ = 0;  // what the system says of the first write that failed
  Clean lost_;
};

/// A line of a command to GitHub, which ends one at a line end and a property at a comma or colon.
[[nodiscard]] Clean escaped_for_github(const Clean& text, bool property);

/// A token that cannot be guessed, for a process that GitHub Actions reads along with.
[[nodiscard]] std::string random_token();

}  // namespace runner
