#pragma once

#include <cstddef>
#include <span>

#include "plan/plan.hpp"

namespace runner {

/// The steps of a run, how many of them are done, and whether all share one transaction. A step that is
/// passed to a function must be one of these, not a copy.
class RunSteps {
 public:
  RunSteps() = default;
  RunSteps(std::span<const Step> steps, bool one_transaction)
      : steps_(steps), one_transaction_(one_transaction) {}

  [[nodiscard]] std::size_t done() const noexcept { return done_; }
  [[nodiscard]] std::span<const Step> rest() const noexcept { return steps_.subspan(done_); }
  /// The first of the rest, which must not be empty.
  [[nodiscard]] const Step& next() const noexcept { return steps_[done_]; }

  [[nodiscard]] bool share_transaction() const noexcept { return one_transaction_; }
  [[nodiscard]] bool begins_transaction(const Step& step) const { return &step == &with(step).front(); }
  [[nodiscard]] bool ends_transaction(const Step& step) const { return &step == &with(step).back(); }
  /// Whether the step's transaction is the next to commit, which is the one that runner retries.
  [[nodiscard]] bool in_next_transaction(const Step& step) const { return &with(step).front() == &next(); }
  /// Whether the next step also has a COMMIT, which can then wait for the disk for both.
  [[nodiscard]] bool another_commit_follows(const Step& step) const {
    const std::size_t next = index_of(step) + 1;
    return next < steps_.size() && steps_[next].script.in_transaction();
  }

  /// Marks the transaction that this step ends as committed. Returns the steps in it.
  std::span<const Step> commit(const Step& step) {
    const std::span<const Step> together = with(step);
    done_ += together.size();
    return together;
  }

 private:
  [[nodiscard]] std::size_t index_of(const Step& step) const {
    return static_cast<std::size_t>(&step - steps_.data());
  }
  // All steps in the step's transaction.
  [[nodiscard]] std::span<const Step> with(const Step& step) const {
    return one_transaction_ ? steps_ : steps_.subspan(index_of(step), 1);
  }

  std::span<const Step> steps_;
  bool one_transaction_ = false;
  std::size_t done_ = 0;
};

}  // namespace runner
