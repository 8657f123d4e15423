#include <nlohmann/json.hpp>

#include "error_text.hpp"
#include "event_reporter.hpp"
#include "plan/needed_secrets.hpp"
#include "reporter.hpp"

namespace runner {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

template <typename Number>
Json or_null(const std::optional<Number>& number) {
  return number ? Json(*number) : Json();
}

Json json_of(const Place& place) {
  return {{"file", place.path},
          {"line", place.line == 0 ? Json() : Json(place.line)},
          {"column", place.column == 0 ? Json() : Json(place.column)}};
}

Json json_of(const Error& error) {
  Json json{{"kind", name_of(error.kind())},
            {"exit_code", exit_code(error.kind())},
            {"message", error.message()},
            {"place", error.place() ? json_of(*error.place()) : Json()},
            {"sqlstate", or_null(error.sqlstate())},
            {"detail", or_null(error.detail())},
            {"hint", or_null(error.hint())},
            {"context", or_null(error.context())}};
  if (!error.rule().empty()) json["rule"] = error.rule();
  return json;
}

Json json_of(const Finding& finding) {
  return {{"rule", finding.rule},
          {"severity", name_of(finding.severity)},
          {"place", finding.place ? json_of(*finding.place) : Json()},
          {"message", finding.message},
          {"hint", or_null(finding.hint)}};
}

Json json_of(const HalfDone& half_done) {
  return {{"action", name_of(half_done.action)},
          {"statements_done", half_done.done},
          {"statements", half_done.statement_count}};
}

Json json_of(const Standing& standing) {
  const HistoryEntry* entry = standing.entry;
  Json json{{"version", standing.version.digits()},
            {"name", standing.name},
            {"state", name_of(standing.state)},
            {"rollback", name_of(standing.rollback())},
            {"applied_at", nullptr},
            {"applied_by", nullptr},
            {"took_ms", nullptr},
            {"checksum", nullptr}};
  if (standing.half_done != nullptr) json["half_done"] = json_of(*standing.half_done);
  if (entry == nullptr) return json;
  json["applied_at"] = or_null(entry->applied_at);
  json["applied_by"] = or_null(entry->applied_by);
  if (entry->took) json["took_ms"] = entry->took->count();
  if (entry->checksum) json["checksum"] = entry->checksum->hex();
  return json;
}

Json json_of(const Step& step) {
  Json json{{"action", name_of(step.action)},
            {"name", step.name},
            {"file", step.script.path},
            {"checksum", step.script.checksum.wait().hex()},
            {"statements", step.script.statement_count},
            {"first_statement", step.first_statement},
            {"transaction", step.script.in_transaction()},
            {"script", step.origin == Origin::stored ? "stored" : "file"}};
  if (const VariableNames names = values_stored_by(step); !names.empty()) json["stores_values_of"] = names;
  if (const VariableNames names = secrets_for_rollback(step); !names.empty()) json["rollback_needs"] = names;
  return json;
}

Json json_of(const DataLoss& loss) {
  return {{"step", loss.step},
          {"what", name_of(loss.kind)},
          {"object", loss.object},
          {"rows", or_null(loss.rows)},
          {"estimated", loss.estimated}};
}

// The columns of migration_log, by their names.
Json json_of(const LogEntry& entry) {
  return {{"id", entry.id},
          {"at", entry.at_utc},
          {"action", entry.action},
          {"outcome", entry.outcome},
          {"name", entry.name},
          {"environment", or_null(entry.environment)},
          {"checksum", or_null(entry.checksum)},
          {"down_checksum", or_null(entry.down_checksum)},
          {"took_ms", entry.took ? Json(entry.took->count()) : Json()},
          {"statement", or_null(entry.statement)},
          {"statement_count", or_null(entry.statement_count)},
          {"prefix_checksum", or_null(entry.prefix_checksum)},
          {"tries", entry.tries},
          {"sqlstate", or_null(entry.sqlstate)},
          {"error", or_null(entry.error)},
          {"database_role", entry.database_role},
          {"os_user", or_null(entry.os_user)},
          {"host", or_null(entry.host)},
          {"origin", or_null(entry.origin)},
          {"runner_version", or_null(entry.runner_version)}};
}

// Masks only string values. Masking inside a number or between two strings would break the JSON.
void mask_strings(Json& json, const Console& console) {
  if (json.is_string()) json = console.masked(json.get_ref<const std::string&>());
  if (!json.is_structured()) return;
  for (Json& part : json) mask_strings(part, console);
}

// Collects one document and writes it when the command ends, whether it succeeded or failed.
class JsonReporter final : public EventReporter {
 public:
  JsonReporter(const Screen& screen, const std::string& command) : EventReporter(screen) {
    document_ = {{"command", or_null(command)},
                 {"ok", true},
                 {"database", nullptr},
                 {"notes", Json::array()},
                 {"findings", Json::array()}};
  }

  void connected(const std::string& database) override {
    document_["database"] = database;
    EventReporter::connected(database);
  }
  void remark(const Finding& finding) override {
    document_["notes"].push_back(finding.message);
    document_["findings"].push_back(json_of(finding));
    EventReporter::remark(finding);
  }
  void step_finished(const Step& step, Milliseconds took) override {
    Json done = json_of(step);
    done["took_ms"] = took.count();
    document_["steps"].push_back(std::move(done));
    EventReporter::step_finished(step, took);
  }
  void step_lost(const Step& step) override {
    std::erase_if(document_["steps"].get_ref<Json::array_t&>(), [lost = json_of(step)](Json done) {
      done.erase("took_ms");
      return done == lost;
    });
    EventReporter::step_lost(step);
  }

  void losses_found(std::vector<DataLoss> losses) override {
    document_["losses"] = Json::array();
    for (const DataLoss& loss : losses) document_["losses"].push_back(json_of(loss));
  }

  void show_status(const StatusReport& report) override {
    Json migrations = Json::array();
    Json counts{{"applied", 0}, {"pending", 0}};
    for (const Standing& standing : report.standings) {
      migrations.push_back(json_of(standing));
      Json& count = counts[name_of(standing.state)];
      count = count.is_null() ? 1 : count.get<int>() + 1;
    }
    document_["migrations"] = std::move(migrations);
    document_["counts"] = std::move(counts);
    document_["unnumbered_rows"] = report.unnumbered;
    report.unreadable ? show_error(*report.unreadable) : write();
  }

  void show_plan(const RunReport& report) override {
    Json steps = Json::array();
    for (const Step& step : report.plan.steps) steps.push_back(json_of(step));
    document_["dry_run"] = true;
    document_["steps"] = std::move(steps);
    document_["at"] = or_null(report.at);
    write();
  }

  void show_run(const RunReport& report) override {
    if (report.plan.steps.empty()) document_["steps"] = Json::array();
    document_["dry_run"] = false;
    document_["took_ms"] = report.took.count();
    if (report.action != Action::seed) document_["at"] = or_null(report.at);
    if (report.target) document_["environment"] = or_null(report.target->environment);
    write();
  }

  void show_log(const Log& log) override {
    Json entries = Json::array();
    for (const LogEntry& entry : log.entries) entries.push_back(json_of(entry));
    document_["entries"] = std::move(entries);
    document_["total"] = log.total;
    write();
  }

  void show_new(const NewReport& report) override {
    document_["up"] = report.up_path;
    document_["down"] = report.down_path;
    write();
  }

  void show_text(const std::string& text) override {
    document_["text"] = text;
    write();
  }

  void show_error(const Error& error) override {
    end_line();
    document_["ok"] = false;
    document_["error"] = json_of(error);
    if (!error.others().empty()) {
      for (const Error& each : shown_errors(error)) document_["errors"].push_back(json_of(each));
      document_["error_count"] = 1 + error.others().size();
    }
    write();
    if (screen().github) screen().console.annotate(github_annotation(error));
  }

 private:
  // Only a server or a file name can bring text that is not UTF-8. The document replaces its bad bytes.
  void write() {
    mask_strings(document_, screen().console);
    const std::string document = document_.dump(2, ' ', false, Json::error_handler_t::replace);
    screen().console.document(safe_json(document) + "\n");
  }

  Json document_;
};

}  // namespace

std::unique_ptr<Reporter> make_json_reporter(const Screen& screen, const std::string& command) {
  return std::make_unique<JsonReporter>(screen, command);
}

}  // namespace runner
