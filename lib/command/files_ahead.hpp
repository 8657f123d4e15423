#pragma once

#include <functional>
#include <future>

#include "context.hpp"

namespace runner {

/// Files that another thread reads while runner opens the database.
template <typename Folder>
class FilesAhead {
 public:
  using Read = std::function<Folder(const Heed& heed)>;

  FilesAhead(const Context& context, const Read& read)
      : context_(context),
        reading_(std::async(std::launch::async, read, [&context] { context.interrupt.check(); })) {}

  /// Waits until the files are read and reports their findings. Throws the errors in the files, or that a
  /// signal came: the reading thread checks for signals.
  void settle() {
    if (folder_ != nullptr) return;
    folder_ = &reading_.get();
    for (const Finding& finding : folder_->findings) context_.reporter.remark(finding);
  }

  [[nodiscard]] const Folder* operator->() const { return folder_; }

 private:
  const Context& context_;
  std::shared_future<Folder> reading_;  // its destructor waits for the thread
  const Folder* folder_ = nullptr;
};

}  // namespace runner
