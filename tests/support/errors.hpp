#pragma once

#include <boost/test/unit_test.hpp>
#include <optional>
#include <string>
#include <utility>

#include "error.hpp"

namespace runner::test {

/// The predicate of every expected error, for BOOST_CHECK_EXCEPTION. It compares the kind, the exact message
/// and whatever else is given. Each difference is a failure that shows both sides.
class Refusal {
 public:
  Refusal(ErrorKind kind, std::string message) : kind_(kind), message_(std::move(message)) {}

  Refusal& at(std::size_t line, std::size_t column) {
    place_ = std::to_string(line) + ":" + std::to_string(column);
    return *this;
  }
  Refusal& shown_as(std::string path, std::string excerpt, std::size_t caret) {
    shown_ = path + " [" + excerpt + "] " + std::to_string(caret);
    return *this;
  }
  Refusal& detail(std::string text) { return detail_ = std::move(text), *this; }
  Refusal& detail_begins(std::string text) { return detail_start_ = std::move(text), *this; }
  Refusal& hint(std::string text) { return hint_ = std::move(text), *this; }
  Refusal& sqlstate(std::string code) { return sqlstate_ = std::move(code), *this; }
  /// The message, the detail and the hint do not contain this.
  Refusal& hides(std::string secret) { return secret_ = std::move(secret), *this; }

  bool operator()(const Error& error) const {
    BOOST_TEST(runner::name_of(error.kind()) == std::string(runner::name_of(kind_)));
    BOOST_TEST(error.message() == message_);
    if (place_) BOOST_TEST(place_of(error) == *place_);
    if (shown_) BOOST_TEST(shown_in(error) == *shown_);
    if (detail_) BOOST_TEST(error.detail() == *detail_);
    if (detail_start_) BOOST_TEST(error.detail().substr(0, detail_start_->size()) == *detail_start_);
    if (hint_) BOOST_TEST(error.hint() == *hint_);
    if (sqlstate_) BOOST_TEST(error.sqlstate() == *sqlstate_);
    const std::string all = error.message() + "\n" + error.detail() + "\n" + error.hint();
    if (secret_) BOOST_TEST(all.find(*secret_) == std::string::npos, all);
    return true;
  }

 private:
  static std::string place_of(const Error& error) {
    if (!error.place()) return "no place";
    return std::to_string(error.place()->line) + ":" + std::to_string(error.place()->column);
  }

  static std::string shown_in(const Error& error) {
    if (!error.place()) return "no place";
    return error.place()->path + " [" + error.place()->excerpt + "] " + std::to_string(error.place()->caret);
  }

  ErrorKind kind_;
  std::string message_;
  std::optional<std::string> place_, shown_, detail_, detail_start_, hint_, sqlstate_, secret_;
};

inline Refusal usage_error(std::string message) { return {ErrorKind::usage, std::move(message)}; }
inline Refusal source_error(std::string message) { return {ErrorKind::source, std::move(message)}; }
inline Refusal unreachable(std::string message) { return {ErrorKind::unreachable, std::move(message)}; }
inline Refusal failed(std::string message) { return {ErrorKind::failed, std::move(message)}; }
inline Refusal refused(std::string message) { return {ErrorKind::refused, std::move(message)}; }
inline Refusal in_doubt(std::string message) { return {ErrorKind::in_doubt, std::move(message)}; }
inline Refusal interrupted() { return {ErrorKind::interrupted, "interrupted"}; }

}  // namespace runner::test
