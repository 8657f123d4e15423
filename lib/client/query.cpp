#include "query.hpp"

namespace runner {
namespace {

std::vector<const char*> values_of(const std::vector<Parameter>& parameters) {
  std::vector<const char*> values;
  values.reserve(parameters.size());
  for (const Parameter& parameter : parameters) values.push_back(parameter ? parameter->c_str() : nullptr);
  return values;
}

}  // namespace

bool send_query(PGconn* connection, const Query& query) {
  const std::vector<const char*> values = values_of(query.parameters);
  return PQsendQueryParams(connection, query.sql.c_str(), static_cast<int>(values.size()), nullptr,
                           values.data(), nullptr, nullptr, 0) == 1;
}

bool send_prepared(PGconn* connection, const std::string& name, const std::vector<Parameter>& parameters) {
  const std::vector<const char*> values = values_of(parameters);
  return PQsendQueryPrepared(connection, name.c_str(), static_cast<int>(values.size()), values.data(),
                             nullptr, nullptr, 0) == 1;
}

}  // namespace runner
