#include <fmt/format.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include "connection.hpp"
#include "shown_address.hpp"
#include "text/text.hpp"

namespace runner {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr Milliseconds kRetryPause = 200ms;
constexpr Milliseconds kConnectTimeout = 10s;
// libpq resolves host names and computes password proofs without a time limit.
constexpr Milliseconds kToTimeOut = 1s;

// libpq applies connect_timeout only in its blocking call, so runner applies it here.
Milliseconds connect_timeout(const ConnectionParameters& parameters) {
  const std::string text = parameters.value_of("connect_timeout");
  int seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  return error == std::errc{} && seconds > 0 ? Milliseconds{seconds * 1000} : kConnectTimeout;
}

// Why the server does not accept a connection yet; nothing when waiting cannot help. libpq gives no SQLSTATE
// for a failed connection, so only the wording is available.
std::optional<std::string> obstacle_in(std::string_view message) {
  const auto says = [&](std::string_view words) { return message.find(words) != std::string_view::npos; };
  for (const char* state : {"starting up", "in recovery mode", "shutting down"}) {
    if (says(fmt::format("the database system is {}", state))) return state;
  }
  if (says("the database system is not yet accepting connections")) return "starting up";
  if (says("could not translate host name")) return "not found by its name yet";
  for (const char* absent : {"Connection refused", "No such file or directory",
                             "server closed the connection unexpectedly", "Connection reset by peer"}) {
    if (says(absent)) return "not there yet";
  }
  return std::nullopt;
}

struct Advice {
  std::string_view words;
  ErrorKind kind;
  const char* hint;
};

constexpr const char* kNoPostgres =
    "Is this the port of PostgreSQL? A port forwarded to a container that is starting answers like this, "
    "too: --wait "
    "30s.";

constexpr const char* kNoneIsFree = "The server has no free connection. Try again later.";

// libpq reports a bad setting with this prefix. Later in a message the word may be about a server's answer.
constexpr std::string_view kSetting = "invalid ";

// Advice by the English wording of libpq or the server. The first match counts.
constexpr std::array<Advice, 22> kAdvice{{
    {"definition of service", ErrorKind::usage, "Check its name, and ~/.pg_service.conf or PGSERVICEFILE."},
    {"password authentication failed", ErrorKind::usage, "Check the user and the password."},
    {"no password supplied", ErrorKind::usage,
     "Put the password into DATABASE_URL, PGPASSWORD or ~/.pgpass."},
    {"no pg_hba.conf entry", ErrorKind::usage,
     "The server does not let this user in from here; it may ask for sslmode=require."},
    {"server does not support SSL", ErrorKind::usage,
     "Remove sslmode from DATABASE_URL, or switch SSL on at the server."},
    {"session is read-only", ErrorKind::refused,
     "This is a standby or read-only: point DATABASE_URL at the primary."},
    {"is not permitted to log in", ErrorKind::usage, "Connect as another role, or ALTER ROLE … LOGIN."},
    {"permission denied for database", ErrorKind::usage,
     "Give the role access: GRANT CONNECT ON DATABASE … TO …"},
    {"does not exist", ErrorKind::usage,
     "Check the name in DATABASE_URL, or create it: createdb NAME, createuser NAME."},
    {"too many", ErrorKind::unreachable, kNoneIsFree},
    {"remaining connection slots", ErrorKind::unreachable, kNoneIsFree},
    {"could not translate host name", ErrorKind::unreachable,
     "Check the host in DATABASE_URL, and the network."},
    {"Connection refused", ErrorKind::unreachable,
     "Is the server running, on this host and port? Use --wait 30s to wait for it."},
    {"No such file or directory", ErrorKind::unreachable,
     "Is the server running, with its socket there? Name a host, or wait for it with --wait 30s."},
    {"server closed the connection", ErrorKind::unreachable, kNoPostgres},
    {"Connection reset by peer", ErrorKind::unreachable, kNoPostgres},
    {"the database system is ", ErrorKind::unreachable, "Use --wait 30s to wait for it."},
    {"timeout expired", ErrorKind::unreachable,
     "Nothing answers there: check the host and the port, and the firewall between."},
    {"expected authentication request", ErrorKind::unreachable, kIsItPostgres},
    {"invalid response to SSL negotiation", ErrorKind::unreachable, kIsItPostgres},
    {kSetting, ErrorKind::usage, "Check this setting of the connection."},
    {"", ErrorKind::unreachable, ""},
}};

Error connection_error(const ConnectionParameters& parameters, const std::string& message) {
  const auto advice = std::find_if(kAdvice.begin(), kAdvice.end(), [&](const Advice& candidate) {
    const std::size_t found = message.find(candidate.words);
    return candidate.words == kSetting ? found == 0 : found != std::string::npos;
  });
  return Error(advice->kind, fmt::format("could not connect to {}", parameters.shown()))
      .detail(without_password(message, parameters))
      .hint(advice->hint);
}

Error timed_out(const ConnectionParameters& parameters) {
  return connection_error(parameters, "timeout expired");
}

// After a wait, advice to wait does not help.
Error after_waiting(const Error& error, Milliseconds limit) {
  if (limit == 0ms) return error;
  return Error(error).hint(
      fmt::format("Waited for {}. Allow more time with --wait, or check whether the server starts at all.",
                  to_text(limit)));
}

// Without a receiver, libpq prints notices.
void ignore_notice(void* /*handler*/, const PGresult* /*notice*/) noexcept {}

ConnectionHandle start(const ConnectionParameters& parameters) {
  std::vector<const char*> keywords;
  std::vector<const char*> values;
  for (const auto& [keyword, value] : parameters.keywords) {
    keywords.push_back(keyword.c_str());
    values.push_back(value.c_str());
  }
  keywords.push_back(nullptr);
  values.push_back(nullptr);
  ConnectionHandle handle(PQconnectStartParams(keywords.data(), values.data(), 0));
  if (!handle) throw Error(ErrorKind::unreachable, "out of memory while connecting");
  PQsetNoticeReceiver(handle.get(), ignore_notice, nullptr);
  return handle;
}

}  // namespace

Connection Connection::open_at_once(const ConnectionParameters& parameters, const Interrupt& interrupt) {
  ConnectionHandle handle = start(parameters);
  const auto deadline = Clock::now() + connect_timeout(parameters);
  PostgresPollingStatusType status = PGRES_POLLING_WRITING;
  while (PQstatus(handle.get()) != CONNECTION_BAD && status != PGRES_POLLING_OK &&
         status != PGRES_POLLING_FAILED) {
    const auto left = std::chrono::duration_cast<Milliseconds>(deadline - Clock::now());
    if (left <= 0ms) throw timed_out(parameters);
    std::array<pollfd, 2> watched{
        {{PQsocket(handle.get()), static_cast<short>(status == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0},
         {interrupt.descriptor(), POLLIN, 0}}};
    poll(watched.data(), watched.size(), static_cast<int>(left.count()));
    interrupt.check();
    if (watched[0].revents != 0) status = PQconnectPoll(handle.get());
  }
  if (PQstatus(handle.get()) != CONNECTION_OK)
    throw connection_error(parameters, connection_failure(handle.get()));
  return {std::move(handle), interrupt};
}

Connection Connection::open(const ConnectionParameters& parameters, const Interrupt& interrupt,
                            Milliseconds limit, const TellWaiting& tell_waiting) {
  const auto deadline = Clock::now() + limit;
  const WithinLimit within(interrupt,
                           {deadline + connect_timeout(parameters) + kToTimeOut, timed_out(parameters)});
  bool told = false;
  while (true) {
    try {
      return open_at_once(parameters, interrupt);
    } catch (const Error& error) {
      const auto obstacle = obstacle_in(error.detail());
      if (!obstacle) throw;
      if (Clock::now() + kRetryPause > deadline) throw after_waiting(error, limit);
      if (!told && tell_waiting) tell_waiting(*obstacle, limit);
      told = true;
    }
    pollfd signal{interrupt.descriptor(), POLLIN, 0};
    poll(&signal, 1, static_cast<int>(kRetryPause.count()));
    interrupt.check();
  }
}

}  // namespace runner
