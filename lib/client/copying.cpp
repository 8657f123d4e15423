#include "copying.hpp"

#include <string_view>
#include <utility>

#include "text/text_window.hpp"
#include "wire.hpp"

namespace runner {
namespace {

// Sends each slice before handing over the next, so that libpq never holds more than one. A slice and libpq's
// header exactly fill libpq's buffer, so libpq sends it in one piece.
bool send_slices(Wire& wire, const Text& rows) {
  constexpr std::size_t kSlice = 16 * 1024 - 5;
  TextWindow window(rows);
  Sending sending{0, rows.view().size()};
  bool sent = true;
  while (sent && sending.sent < sending.total) {
    const std::string_view slice = window.read(sending.sent, kSlice);
    sent = PQputCopyData(wire.handle(), slice.data(), static_cast<int>(slice.size())) == 1 &&
           wire.flush(sending);
    sending.sent += slice.size();
  }
  return sent;
}

void end_copy(Wire& wire, bool whole) {
  wire.require_step(PQputCopyEnd(wire.handle(), whole ? nullptr : "stopped by the client"));
}

// When not all rows can be sent, the COPY also fails on the server.
void send_rows(Wire& wire, const Text& rows) {
  try {
    end_copy(wire, send_slices(wire, rows));
  } catch (const Error&) {
    end_copy(wire, false);
    (void)wire.wait_for_result();
    throw;
  }
}

}  // namespace

Result copy_rows(Connection& connection, const std::string& sql, const Text& rows) {
  Wire& wire = connection.wire();
  wire.require_sent(PQsendQuery(wire.handle(), sql.c_str()) == 1);
  ResultHandle ready = wire.next();
  if (!ready || PQresultStatus(ready.get()) != PGRES_COPY_IN) {
    Result refused(std::move(ready), wire.handle());
    (void)wire.wait_for_result();
    return refused;
  }
  send_rows(wire, rows);
  return wire.wait_for_result();
}

}  // namespace runner
