#pragma once

#include <string_view>

namespace runner {

// The SQLSTATEs that runner handles, named by their meaning.

constexpr const char* kConnectionExceptions = "08";  ///< the prefix of the class
constexpr const char* kProtocolViolation = "08P01";
constexpr const char* kFeatureNotSupported = "0A000";
constexpr const char* kDivisionByZero = "22012";  ///< the guards in runner's own statements fail with it
constexpr const char* kInvalidParameterValue = "22023";
constexpr const char* kInTransaction = "25001";  ///< the statement cannot run in a transaction
constexpr const char* kReadOnlyTransaction = "25006";
constexpr const char* kNotInTransaction = "25P01";
constexpr const char* kIdleInTransactionTimeout = "25P03";
constexpr const char* kTransactionTimeout = "25P04";
constexpr const char* kCannotEndTransaction = "2D000";  ///< a COMMIT in a procedure, inside a transaction
constexpr const char* kSchemaMissing = "3F000";
constexpr const char* kSerializationFailure = "40001";
constexpr const char* kDeadlock = "40P01";
constexpr const char* kPermissionDenied = "42501";
constexpr const char* kStatementMalformed = "42601";
constexpr const char* kNameMalformed = "42602";
constexpr const char* kTableMissing = "42P01";
constexpr const char* kParameterMissing = "42P02";
constexpr const char* kDiskFull = "53100";
constexpr const char* kTooManyConnections = "53300";
constexpr const char* kLockUnavailable = "55P03";  ///< after lock_timeout, or at once with NOWAIT
constexpr const char* kServerShutDown = "57P01";
constexpr const char* kServerCrashed = "57P02";  ///< whatever the cause
constexpr const char* kServerNotReady = "57P03";
constexpr const char* kIdleSessionTimeout = "57P05";

/// Another session was in the way. A retry may succeed.
[[nodiscard]] constexpr bool is_lock_conflict(std::string_view sqlstate) noexcept {
  return sqlstate == kLockUnavailable || sqlstate == kDeadlock;
}

}  // namespace runner
