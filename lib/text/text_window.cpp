#include "text_window.hpp"

#include <algorithm>
#include <utility>

#include "sealed_bytes.hpp"
#include "strings.hpp"

namespace runner {

TextWindow::TextWindow(Text text) : text_(std::move(text)) {
  if (text_.sealed() == nullptr) bytes_ = text_.view();
}

void TextWindow::move(std::size_t from, std::size_t size) {
  const SealedBytes* const sealed = text_.sealed();
  const std::size_t last = std::min(from + size, text_.view().size());
  if (sealed == nullptr || (from >= begin_ && last <= end() && copy_)) return;
  // The text may begin after a byte-order mark of the file, and may be only a part of the file.
  const std::size_t skipped = offset_in(sealed->view(), text_.view());
  const bool goes_on = from >= begin_ && from < end();
  std::size_t block = (skipped + (goes_on ? end() : from)) / SealedBytes::kBlock;
  const std::size_t unwanted = goes_on ? 0 : (skipped + from) % SealedBytes::kBlock;
  std::string held = goes_on ? take_copy(from - begin_) : std::string();
  bytes_ = {};
  held.reserve(last - from + 2 * SealedBytes::kBlock);
  while (block * SealedBytes::kBlock < skipped + last) sealed->append_block(block++, held);
  held.erase(0, unwanted);
  held.resize(std::min(held.size(), text_.view().size() - from));
  copy_ = std::make_shared<std::string>(std::move(held));
  begin_ = from;
  bytes_ = *copy_;
}

std::string_view TextWindow::read(std::size_t from, std::size_t size) {
  move(from, size);
  return bytes_.substr(from - begin_, size);
}

// Reuses the memory of the copy unless a keeper() still refers to it.
std::string TextWindow::take_copy(std::size_t from) {
  if (copy_.use_count() > 1) return copy_->substr(from);
  copy_->erase(0, from);
  return std::move(*copy_);
}

std::string copy_of(const Text& text) {
  TextWindow window(text);
  return std::string(window.read(0, text.view().size()));
}

}  // namespace runner
