#include "text_scan.hpp"

#include "text_window.hpp"
#include "utf8.hpp"

namespace runner {

// Scans in pieces that never split a character.
TextScan scan_text(const Text& text, const Heed& heed) {
  TextScan all;
  TextWindow window(text);
  for (std::size_t from = 0; from < text.view().size() && !all.bytes.bad;) {
    heed();
    std::string_view piece = window.read(from, CopyTerminatorPieces::kPiece);
    if (from + piece.size() < text.view().size()) piece = piece.substr(0, whole_characters(piece));
    const ByteScan bytes = scan_bytes(piece);
    if (bytes.bad) all.bytes.bad = from + *bytes.bad;
    all.bytes.carriage_return |= bytes.carriage_return;
    if (text.sealed() != nullptr) all.rows_may_end.scan(piece, from);
    from += piece.size();
  }
  return all;
}

}  // namespace runner
