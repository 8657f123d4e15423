#include "address.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "error.hpp"
#include "handles.hpp"
#include "shown_address.hpp"
#include "text/strings.hpp"

namespace runner {
namespace {

// libpq's message quotes the part of the string that it cannot parse. That part may be the password and may
// contain quotes, so this removes everything from the first quote to the last.
std::string without_quotations(std::string_view message) {
  const std::string_view text = trimmed(message);
  const std::size_t first = text.find('"');
  if (first == std::string_view::npos) return std::string(text);
  return fmt::format("{}\"…\"{}", text.substr(0, first), text.substr(text.rfind('"') + 1));
}

std::size_t scheme_length(std::string_view url) {
  for (const std::string_view scheme : {"postgresql://", "postgres://"}) {
    if (url.starts_with(scheme)) return scheme.size();
  }
  return 0;
}

bool looks_like_query(std::string_view text) {
  const std::size_t equals = text.find('=');
  return equals != std::string_view::npos && equals > 0 &&
         text.substr(0, equals).find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos;
}

// An unescaped character may end the password early. The rest then becomes a host or database, which error
// messages show. libpq accepts an unescaped # and ?, but other programs do not.
void refuse_unescaped_password(std::string_view url, const std::string& origin) {
  const std::size_t scheme = scheme_length(url);
  if (scheme == 0) return;
  std::string_view rest = url.substr(scheme);
  const std::size_t question = rest.find('?');
  if (question != std::string_view::npos && looks_like_query(rest.substr(question + 1))) {
    rest = rest.substr(0, question);
  }
  const std::size_t at = rest.rfind('@');
  if (at == std::string_view::npos || rest.substr(0, at).find_first_of("@/?#") == std::string_view::npos)
    return;
  throw Error(
      ErrorKind::usage,
      fmt::format("the user or password in {} contains a character that must be percent-encoded", origin))
      .hint("Write @ as %40, / as %2F, # as %23, ? as %3F, : as %3A, % as %25.");
}

// Docker Compose and similar tools expand variables, so users write them here, too.
void refuse_unexpanded(std::string_view url, const std::string& origin) {
  if (url.find("${") == std::string_view::npos) return;
  throw Error(ErrorKind::usage,
              fmt::format("{} holds a variable in ${{…}}, and runner fills in none", origin))
      .hint("Write the value itself; or set DATABASE_URL in the environment, where the shell fills it in.");
}

constexpr const char* kLooksLike = "It should look like postgresql://user:password@host:5432/database";

OptionsHandle parse(const std::string& url, const std::string& origin) {
  char* message = nullptr;
  OptionsHandle options(PQconninfoParse(url.c_str(), &message));
  const MemoryHandle owned(message);
  if (options) return options;
  throw Error(ErrorKind::usage,
              fmt::format("{} could not be read: {}", origin,
                          without_quotations(message == nullptr ? "out of memory" : message)))
      .hint(kLooksLike);
}

void set(ConnectionParameters& parameters, const std::string& keyword, std::string value) {
  for (auto& [name, old] : parameters.keywords) {
    if (name == keyword) {
      old = std::move(value);
      return;
    }
  }
  parameters.keywords.emplace_back(keyword, std::move(value));
}

bool has(const ConnectionParameters& parameters, std::string_view keyword) {
  return std::any_of(parameters.keywords.begin(), parameters.keywords.end(),
                     [&](const auto& pair) { return pair.first == keyword; });
}

// Fills in what libpq would take from PG* variables and its defaults, where no value is given.
void fill_in_defaults(ConnectionParameters& parameters) {
  if (has(parameters, "service")) return;  // the service file takes precedence, and libpq reads it
  const OptionsHandle defaults(PQconndefaults());
  if (!defaults) return;
  for (const PQconninfoOption* option = defaults.get(); option->keyword != nullptr; ++option) {
    if (option->val == nullptr || has(parameters, option->keyword)) continue;
    for (const std::string_view shown : {"host", "hostaddr", "port", "user", "dbname"}) {
      if (shown == option->keyword) parameters.keywords.emplace_back(option->keyword, option->val);
    }
  }
}

// A shown address must not contain a misplaced password. Without a host, libpq takes the password for the
// port. A URL may be in the place of a name.
void refuse_misplaced(const ConnectionParameters& parameters, const std::string& origin) {
  if (parameters.value_of("port").find_first_not_of("0123456789,") != std::string::npos) {
    throw Error(ErrorKind::usage, fmt::format("the port in {} is not a number", origin)).hint(kLooksLike);
  }
  for (const std::string_view keyword : {"host", "user", "dbname"}) {
    if (parameters.value_of(keyword).find("://") == std::string::npos) continue;
    throw Error(ErrorKind::usage, fmt::format("the {} in {} is a URL", keyword, origin))
        .hint("Put a URL into DATABASE_URL, as a whole.");
  }
}

// A password misplaced in the user, as in "user%3Asecret@", follows the colon.
std::string user_shown(const std::string& user) {
  const std::size_t colon = user.find(':');
  return colon == std::string::npos ? user : user.substr(0, colon) + ":…";
}

std::string host_shown(const ConnectionParameters& parameters) {
  const std::string named = parameters.value_of("host");
  const std::string host = named.empty() ? parameters.value_of("hostaddr") : named;
  const std::string port = parameters.value_of("port");
  return fmt::format("{}{}{}", host.empty() ? "local socket" : host, port.empty() ? "" : ":", port);
}

// The database name defaults to the user name.
std::string name_shown(const ConnectionParameters& parameters) {
  const std::string name = parameters.value_of("dbname");
  return name.empty() ? user_shown(parameters.value_of("user")) : name;
}

}  // namespace

std::string ConnectionParameters::value_of(std::string_view keyword) const {
  for (const auto& [name, value] : keywords) {
    if (name == keyword) return value;
  }
  return {};
}

std::string ConnectionParameters::shown() const {
  if (!value_of("service").empty()) return "service " + value_of("service");
  return fmt::format("{}@{}/{}", user_shown(value_of("user")), host_shown(*this), name_shown(*this));
}

std::string database_shown(const ConnectionParameters& parameters) {
  const std::string service = parameters.value_of("service");
  if (!service.empty()) return fmt::format("the database of service \"{}\"", service);
  return fmt::format("database \"{}\" on {}", name_shown(parameters), host_shown(parameters));
}

std::string without_password(std::string text, const ConnectionParameters& parameters) {
  const std::string user = parameters.value_of("user");
  const std::string shown = user_shown(user);
  if (user == shown) return text;
  for (std::size_t at = text.find(user); at != std::string::npos; at = text.find(user, at + shown.size())) {
    text.replace(at, user.size(), shown);
  }
  return text;
}

ConnectionParameters parse_address(const DatabaseAddress& address, const std::string& application) {
  ConnectionParameters parameters;
  const std::string url(trimmed(address.url));  // a secret is often stored with a line end
  if (!url.empty()) {
    refuse_unexpanded(url, address.origin);
    refuse_unescaped_password(url, address.origin);
    const OptionsHandle options = parse(url, address.origin);
    for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
      if (option->val != nullptr) parameters.keywords.emplace_back(option->keyword, option->val);
    }
  }
  for (const auto& [keyword, value] : address.keywords) {
    if (!has(parameters, keyword)) set(parameters, keyword, value);
  }
  fill_in_defaults(parameters);
  refuse_misplaced(parameters, address.origin);
  set(parameters, "application_name", application);
  set(parameters, "client_encoding", "UTF8");
  return parameters;
}

}  // namespace runner
