#include "text.hpp"

#include "sealed_bytes.hpp"
#include "text_window.hpp"

namespace runner {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// How many bytes of a large text one step scans.
constexpr std::size_t kSlice = 256 * 1024;

bool has_windows_line_end(const Text& text) {
  TextWindow window(text);
  for (std::size_t from = 0; from < text.view().size(); from = window.end() - (window.at_end() ? 0 : 1)) {
    window.move(from, kSlice);
    if (window.bytes().find("\r\n") != std::string_view::npos) return true;
  }
  return false;
}

// Turns CRLF into LF. The CR may be the last byte of the slice before.
void append_normalized(std::string_view slice, std::string& clean) {
  for (std::size_t end = slice.find('\n'); end != std::string_view::npos; end = slice.find('\n')) {
    clean.append(slice.substr(0, end));
    if (clean.ends_with('\r')) clean.pop_back();
    clean += '\n';
    slice.remove_prefix(end + 1);
  }
  clean.append(slice);
}

}  // namespace

Text::Text(std::string bytes) {
  const auto owner = std::make_shared<const std::string>(std::move(bytes));
  view_ = *owner;
  owner_ = owner;
}

// Allocates the bytes and their reference count together: there may be thousands of texts.
Text Text::copy_of(std::string_view bytes) {
  const auto copy = std::make_shared_for_overwrite<char[]>(bytes.size());
  bytes.copy(copy.get(), bytes.size());
  return {copy, {copy.get(), bytes.size()}};
}

Text::Text(const std::shared_ptr<const SealedBytes>& bytes)
    : owner_(bytes), view_(bytes->view()), sealed_(bytes.get()) {}

Text Text::part(std::size_t offset, std::size_t size) const {
  Text part(*this);
  part.view_ = view_.substr(offset, size);
  return part;
}

Text without_mark(const Text& raw) {
  const bool marked = TextWindow(raw).read(0, kByteOrderMark.size()) == kByteOrderMark;
  return marked ? raw.part(kByteOrderMark.size()) : raw;
}

Text normalized(const Text& raw) {
  Text text = without_mark(raw);
  if (!has_windows_line_end(text)) return text;
  std::string clean;
  clean.reserve(text.view().size());
  TextWindow window(text);
  for (std::size_t from = 0; from < text.view().size(); from += kSlice)
    append_normalized(window.read(from, kSlice), clean);
  return Text(std::move(clean));
}

}  // namespace runner
