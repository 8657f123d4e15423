#pragma once

#include <cstddef>
#include <exception>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace runner {

/// What the operator has to do next, not where in the code it went wrong.
enum class ErrorKind {
  usage,        ///< fix the command
  source,       ///< fix a file
  unreachable,  ///< the server is unreachable or busy: retry later
  failed,       ///< a script failed and was undone
  refused,      ///< nothing ran: decide
  in_doubt,     ///< half done, or outcome unknown: look
  interrupted,  ///< stopped by SIGINT
  terminated,   ///< stopped by SIGTERM or SIGHUP
};

/// A place in a file. Lines and columns count from 1, columns in characters.
struct Place {
  std::string path;
  std::size_t line = 0;      ///< 0: the whole file
  std::size_t column = 0;    ///< 0: only the line is known, no caret is drawn
  std::string excerpt = {};  ///< the text of the line, cut around the column when it is long
  std::size_t caret = 0;     ///< the column in the excerpt, from 1; 0 without a column

  bool operator==(const Place&) const = default;
};

[[nodiscard]] inline Place whole_file(std::string path) { return {std::move(path), 0, 0, {}, 0}; }

/// The one error type: what happened, where, why, and what to do next.
/// Messages are one line, lower case, without a full stop. Details and hints are sentences.
class Error : public std::exception {
 public:
  Error(ErrorKind kind, std::string message);

  Error& at(Place place);
  Error& detail(std::string text);
  Error& hint(std::string text);
  /// Appends a line to the detail or the hint.
  Error& add_detail(const std::string& line);
  Error& add_hint(const std::string& line);
  Error& context(std::string text);
  Error& sqlstate(std::string code);
  Error& rule(std::string name);
  /// Puts what failed before the message: "prefix: message".
  Error& prefix(const std::string& text);
  /// Sets the errors found together with this one, in order, so that the operator can fix all at once.
  Error& with(std::vector<Error> others);

  [[nodiscard]] const char* what() const noexcept override { return message_.c_str(); }
  [[nodiscard]] ErrorKind kind() const noexcept { return kind_; }
  [[nodiscard]] const std::string& message() const noexcept { return message_; }
  [[nodiscard]] const std::string& detail() const noexcept { return detail_; }
  [[nodiscard]] const std::string& hint() const noexcept { return hint_; }
  [[nodiscard]] const std::string& context() const noexcept { return context_; }
  [[nodiscard]] const std::string& sqlstate() const noexcept { return sqlstate_; }
  /// The stable name of the finding that the error comes from; empty without one.
  [[nodiscard]] const std::string& rule() const noexcept { return rule_; }
  [[nodiscard]] const std::optional<Place>& place() const noexcept { return place_; }
  [[nodiscard]] const std::vector<Error>& others() const noexcept { return others_; }

  /// A copy of another kind, for example when a failed script is left half done.
  [[nodiscard]] Error as(ErrorKind kind) const;

 private:
  ErrorKind kind_;
  std::string message_;
  std::string detail_;
  std::string hint_;
  std::string context_;
  std::string sqlstate_;
  std::string rule_;
  std::optional<Place> place_;
  std::vector<Error> others_;
};

/// The process's exit code for an error of this kind.
[[nodiscard]] int exit_code(ErrorKind kind) noexcept;

/// The kind's stable name in JSON.
[[nodiscard]] const char* name_of(ErrorKind kind) noexcept;

}  // namespace runner
