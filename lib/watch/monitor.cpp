#include "monitor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "client/own_transaction.hpp"

namespace runner {
namespace {

using namespace std::chrono_literals;

constexpr auto kTryAgain = 30s;
constexpr auto kAnswerLimit = 2s;
// A lock timeout may end a wait between two looks. The last look still counts for this long.
constexpr auto kJustNow = 3s;

// Local, because behind a pooler a setting of the session would reach the session's next client.
constexpr const char* kLimit = "set local statement_timeout = '500ms'";

// pg_locks.waitstart is new in PostgreSQL 14. Reading it through jsonb lets it be missing. The lock's
// database must match, because another database may use the same oid for another relation.
constexpr const char* kActivity =
    "select a.state, a.query, round(extract(epoch from clock_timestamp() - a.query_start) * 1000)::bigint,"
    " l.locktype, l.mode, case when c.oid is not null then format('%I.%I', n.nspname, c.relname) end,"
    " round(extract(epoch from clock_timestamp()"
    " - coalesce((to_jsonb(l) ->> 'waitstart')::timestamptz, a.query_start)) * 1000)::bigint,"
    " case a.wait_event when 'SyncRep' then pg_catalog.current_setting('synchronous_standby_names') end"
    " from pg_catalog.pg_stat_activity a"
    " left join pg_catalog.pg_locks l on l.pid = a.pid and not l.granted"
    " left join pg_catalog.pg_class c on c.oid = l.relation and l.database in (0, a.datid)"
    " left join pg_catalog.pg_namespace n on n.oid = c.relnamespace"
    " where a.pid = $1::int and a.datname = current_database() and a.usename = session_user limit 1";

// The sessions that do not wait themselves come first: only they can release a lock. The rest waits for them.
constexpr const char* kBlockers =
    "select b.pid, case a.backend_type when 'client backend' then a.application_name"
    " else coalesce(a.backend_type, a.application_name) end, a.usename, a.state,"
    " round(extract(epoch from clock_timestamp() - a.state_change) * 1000)::bigint,"
    " round(extract(epoch from clock_timestamp() - a.xact_start) * 1000)::bigint, a.query"
    " from (select distinct unnest(pg_catalog.pg_blocking_pids($1::int)) as pid) b"
    " left join pg_catalog.pg_stat_activity a on a.pid = b.pid"
    " order by exists (select from pg_catalog.pg_locks l where l.pid = b.pid and not l.granted),"
    " a.xact_start nulls last, b.pid";

constexpr const char* kQueue =
    "select count(*), coalesce(round(extract(epoch from clock_timestamp() - min(since)) * 1000), 0)::bigint"
    " from (select min(coalesce((to_jsonb(l) ->> 'waitstart')::timestamptz, a.query_start)) as since"
    " from pg_catalog.pg_locks l left join pg_catalog.pg_stat_activity a on a.pid = l.pid"
    " where not l.granted and l.pid <> $1::int and $1::int = any(pg_catalog.pg_blocking_pids(l.pid))"
    " group by l.pid) q";

// Each view, with the version that introduced it. Uses only columns that every version since then has.
struct ProgressView {
  int since;
  const char* sql;
};

constexpr std::array<ProgressView, 5> kProgressViews{
    {{120000,
      "select phase, blocks_done, blocks_total, tuples_done, tuples_total, lockers_done, lockers_total"
      " from pg_catalog.pg_stat_progress_create_index where pid = $1::int"},
     {120000,
      "select phase, heap_blks_scanned, heap_blks_total, 0, 0, 0, 0"
      " from pg_catalog.pg_stat_progress_cluster where pid = $1::int"},
     {120000,
      "select phase, case phase when 'vacuuming heap' then heap_blks_vacuumed else heap_blks_scanned end,"
      " heap_blks_total, 0, 0, 0, 0 from pg_catalog.pg_stat_progress_vacuum where pid = $1::int"},
     {130000,
      "select phase, sample_blks_scanned, sample_blks_total, 0, 0, 0, 0"
      " from pg_catalog.pg_stat_progress_analyze where pid = $1::int"},
     {140000,
      "select '', bytes_processed, bytes_total, 0, 0, 0, 0"
      " from pg_catalog.pg_stat_progress_copy where pid = $1::int"}}};

std::string progress_sql(int server_version) {
  std::string sql;
  for (const ProgressView& view : kProgressViews) {
    if (server_version < view.since) continue;
    sql += fmt::format("{}{}", sql.empty() ? "" : " union all ", view.sql);
  }
  return sql + " limit 1";
}

std::uint64_t count_in(const Result& answer, int column) {
  return static_cast<std::uint64_t>(std::max<std::int64_t>(answer.number(0, column), 0));
}

Milliseconds time_in(const Result& answer, int row, int column) {
  return Milliseconds{std::max<std::int64_t>(answer.number(row, column), 0)};
}

std::optional<Milliseconds> time_if_known(const Result& answer, int row, int column) {
  if (!answer.field(row, column)) return std::nullopt;
  return time_in(answer, row, column);
}

std::vector<Blocker> blockers_in(const Result& answer) {
  std::vector<Blocker> blockers;
  for (int row = 0; row < answer.rows(); ++row) {
    blockers.push_back({answer.number<int>(row, 0), answer.text(row, 1), answer.text(row, 2),
                        answer.text(row, 3), time_if_known(answer, row, 4), time_if_known(answer, row, 5),
                        shown_query(answer.text(row, 6))});
  }
  return blockers;
}

// The progress query comes last and may fail: some servers with PostgreSQL's protocol lack those views.
std::optional<Look> look_from(std::span<const Result> answers) {
  for (const Result& answer : answers.first(std::min<std::size_t>(answers.size(), 4))) {
    if (answer.failed()) throw to_error(answer.report());
  }
  const Result& activity = answers[1];
  const Result& blockers = answers[2];
  const Result& queue = answers[3];
  const Result& progress = answers[4];
  if (activity.rows() == 0) return std::nullopt;
  Look look{activity.text(0, 0), activity.text(0, 1), time_in(activity, 0, 2), {}, {}, {}, {},
            activity.field(0, 7)};
  if (activity.field(0, 3)) {
    look.lock =
        AwaitedLock{activity.text(0, 3), activity.text(0, 4), activity.text(0, 5), time_in(activity, 0, 6)};
  }
  look.blockers = blockers_in(blockers);
  look.behind = {count_in(queue, 0), time_in(queue, 0, 1)};
  if (!progress.failed() && progress.rows() > 0) {
    look.progress = ProgressRow{progress.text(0, 0),   count_in(progress, 1), count_in(progress, 2),
                                count_in(progress, 3), count_in(progress, 4), count_in(progress, 5),
                                count_in(progress, 6)};
  }
  return look;
}

// The same parameters with another application name and a shorter timeout.
ConnectionParameters for_monitor(ConnectionParameters parameters) {
  const std::string name = parameters.value_of("application_name");
  constexpr std::string_view kRunner = "runner ";
  const bool ours = name.starts_with(kRunner);
  std::erase_if(parameters.keywords, [](const auto& keyword) {
    return keyword.first == "application_name" || keyword.first == "connect_timeout";
  });
  parameters.keywords.emplace_back("application_name",
                                   "runner monitor " + (ours ? name.substr(kRunner.size()) : name));
  parameters.keywords.emplace_back("connect_timeout", "2");
  return parameters;
}

// statement_timeout does not help when the server does not answer at all.
void give_up(const Wait& wait) {
  if (wait.lasted >= kAnswerLimit) throw Error(ErrorKind::unreachable, "the monitor does not answer");
}

}  // namespace

Monitor::Monitor(Connection& watched, const ConnectionParameters& parameters, const Interrupt& interrupt,
                 Observer& observer, const std::function<void()>& before_looking)
    : watched_(watched), parameters_(for_monitor(parameters)), interrupt_(interrupt), observer_(observer) {
  watched_.callbacks().while_waiting = [this, before_looking](const Wait& wait) {
    if (before_looking) before_looking();
    look(wait);
  };
}

Monitor::~Monitor() { watched_.callbacks().while_waiting = {}; }

std::optional<Blockage> Monitor::last_blockage() const {
  if (!last_blockage_ || Clock::now() - blocked_at_ > kJustNow) return std::nullopt;
  return last_blockage_;
}

// After an interrupt the user wants runner to end, without more reports.
void Monitor::look(const Wait& wait) noexcept {
  if (interrupt_.pending()) return;
  try {
    tell(try_to_look(), wait);
  } catch (const std::exception&) {
  }
}

std::optional<Look> Monitor::try_to_look() noexcept {
  try {
    return take_look();
  } catch (const std::exception&) {
    connection_.reset();
    not_before_ = Clock::now() + kTryAgain;
    return std::nullopt;
  }
}

std::optional<Look> Monitor::take_look() {
  if (!connection_) {
    if (Clock::now() < not_before_) return std::nullopt;
    connection_.emplace(Connection::open_at_once(parameters_, interrupt_));
    connection_->interruption().break_off_when_interrupted();
    connection_->callbacks().while_waiting = give_up;
  }
  const std::vector<Parameter> watched{std::to_string(watched_.backend().serving_pid())};
  return look_from(try_in_own_transaction(
      *connection_, {{kLimit, {}},
                     {kActivity, watched},
                     {kBlockers, watched},
                     {kQueue, watched},
                     {progress_sql(connection_->backend().server_version()), watched}}));
}

// The client's own count of the rows that it sends is exact, and does not depend on the server.
void Monitor::tell(const std::optional<Look>& look, const Wait& wait) {
  if (look) {
    if (auto blockage = blockage_in(*look)) {
      observer_.waiting_for_answer(*blockage);
      last_blockage_ = std::move(blockage);
      blocked_at_ = Clock::now();
      return;
    }
    if (const auto replica = replication_wait_in(*look)) return observer_.waiting_for_answer(*replica);
    // An active statement got its lock. One that has ended may not have got it, so the blockage stays.
    if (look->state == "active") last_blockage_.reset();
  }
  std::optional<StatementProgress> progress = look ? progress_in(*look) : StatementProgress{};
  if (!progress) return;
  if (!look) progress->elapsed = wait.lasted;
  if (wait.sending) {
    progress->done = wait.sending->sent;
    progress->total = wait.sending->total;
  }
  tell_progress(std::move(*progress));
}

void Monitor::tell_progress(StatementProgress progress) {
  if (!phase_began_ || !same_phase(*phase_began_, progress)) phase_began_ = progress;
  progress.left = time_left(*phase_began_, progress);
  observer_.waiting_for_answer(progress);
}

}  // namespace runner
