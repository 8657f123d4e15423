// The worked example of docs/files.md. It imports three CSV files that this test generates with known faults.

#include <fmt/format.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <random>
#include <set>

#include "support/paths.hpp"
#include "support/runner_fixture.hpp"
#include "support/says.hpp"

namespace import {

using namespace runner::test;
using Names = std::vector<std::string>;
namespace fs = std::filesystem;

constexpr int kDoctors = 40;
constexpr int kPatients = 5'000;
constexpr int kVisits = 20'000;

/// The three files, and what an import must find in them.
struct Data {
  std::string doctors = "id,name,licence\n";
  std::string patients = "id,name,birth_date,email\n";
  std::string visits = "patient,doctor,started_at,minutes\n";
  std::vector<std::string> errors;  ///< "file:line column reason", sorted
  std::set<std::string> bad_lines;  ///< "file:line"
  int good_visits = 0;
  std::map<std::string, int> visits_of;  ///< by the expected patient
  std::size_t duplicates = 0;
};

// Uses no std distribution: its results would differ between libraries, unlike the generator's numbers.
class Maker {
 public:
  Data make(unsigned one_in) {
    one_in_ = one_in;
    for (int i = 1; i <= kDoctors; ++i) add_doctor(i);
    for (int i = 1; i <= kPatients; ++i) add_patient(i);
    for (int i = 1; i <= kVisits; ++i) add_visit(i);
    std::sort(data_.errors.begin(), data_.errors.end());
    return std::move(data_);
  }

 private:
  unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }
  bool now_and_then() { return below(one_in_) == 0; }

  void wrong(const std::string& line, const std::string& what) {
    data_.errors.push_back(line + " " + what);
    data_.bad_lines.insert(line);
  }

  void add_doctor(int i) {
    const bool bad = i == 7;
    if (bad) wrong("doctors.csv:8", "licence is missing");
    if (bad) bad_doctors_.insert(i);
    data_.doctors +=
        fmt::format("D{},\"Dr. Söhn, no. {}\",{}\n", i, i, bad ? " " : fmt::format(" li-{} ", i));
  }

  void add_patient(int i) {
    const std::string line = fmt::format("patients.csv:{}", i + 1);
    std::string name = fmt::format("\"O'Neil \"\"{}\"\" 😀\"", i);
    std::string born = fmt::format("19{:02}-{:02}-{:02}", 20 + below(80), 1 + below(12), 1 + below(28));
    std::string email = fmt::format(" Patient.{}@Example.ORG", i);
    if (now_and_then()) name = "  ", wrong(line, "name is missing");
    if (now_and_then()) born = "1980-02-30", wrong(line, "birth_date is no date");
    if (now_and_then()) born = "2190-01-01", replace_future(line);
    if (now_and_then()) email = "nobody", wrong(line, "email is no address");
    const bool sound = !data_.bad_lines.contains(line);
    if (sound && !good_.empty() && now_and_then()) {
      const int first = good_[below(static_cast<unsigned>(good_.size()))];
      email = fmt::format("patient.{}@example.org ", first);
      wrong(line, fmt::format("email is the address of line {}", first + 1));
      first_of_[i] = first;
      ++data_.duplicates;
    } else if (sound) {
      good_.push_back(i);
    } else {
      bad_patients_.insert(i);
    }
    data_.patients += fmt::format("P{},{},{},{}\n", i, name, born, email);
  }

  // A column has one error only, so this replaces an earlier "is no date".
  void replace_future(const std::string& line) {
    const std::string earlier = line + " birth_date is no date";
    if (!data_.errors.empty() && data_.errors.back() == earlier) data_.errors.pop_back();
    wrong(line, "birth_date is in the future");
  }

  void add_visit(int i) {
    const std::string line = fmt::format("visits.csv:{}", i + 1);
    int patient = 1 + static_cast<int>(below(kPatients));
    const int doctor = 1 + static_cast<int>(below(kDoctors));
    std::string at = fmt::format("2025-{:02}-{:02} {:02}:30:00+00", 1 + below(12), 1 + below(28), below(24));
    std::string minutes = std::to_string(1 + below(60));
    if (now_and_then()) at = "yesterday at noon", wrong(line, "started_at is no time");
    if (now_and_then()) {
      minutes = "half an hour", wrong(line, "minutes is no number");
    } else if (now_and_then()) {
      minutes = "-5", wrong(line, "minutes is not between 1 and 480");
    }
    if (now_and_then()) patient += kPatients;
    if (patient > kPatients || bad_patients_.contains(patient)) wrong(line, "patient was not imported");
    if (bad_doctors_.contains(doctor)) wrong(line, "doctor was not imported");
    data_.visits += fmt::format("P{},D{},{},{}\n", patient, doctor, at, minutes);
    if (data_.bad_lines.contains(line)) return;
    ++data_.good_visits;
    const auto duplicate = first_of_.find(patient);
    ++data_.visits_of[fmt::format("P{}", duplicate == first_of_.end() ? patient : duplicate->second)];
  }

  std::mt19937 random_{20261121};
  unsigned one_in_ = 1;
  Data data_;
  std::vector<int> good_;
  std::map<int, int> first_of_;  // the first patient, for each duplicate
  std::set<int> bad_patients_, bad_doctors_;
};

struct Import : RunnerFixture {
  Import() {
    fs::copy(fs::path(project_folder()) / "docs/examples/import/migrations",
             project.path() / "database/migrations");
  }

  Data give(unsigned one_in) const {
    Data data = Maker().make(one_in);
    project.write("database/data/doctors.csv", data.doctors);
    project.write("database/data/patients.csv", data.patients);
    project.write("database/data/visits.csv", data.visits);
    return data;
  }

  int count(const std::string& what) { return std::stoi(database.value("select count(*) from " + what)); }

  /// The user's columns, constraints, schemas, indexes and functions, as text.
  Names schema() {
    return database.column(
        "select concat_ws(' ', table_schema, table_name, column_name, data_type, is_nullable) from "
        "information_schema.columns"
        " where table_schema not in ('pg_catalog', 'information_schema') and table_name !~ "
        "'^(migration|seed)_'"
        " union all select conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint"
        " where conrelid::regclass::text !~ '^(migration|seed)_'"
        " union all select nspname from pg_namespace where nspname !~ '^pg_'"
        " union all select indexdef from pg_indexes where schemaname = 'public' and tablename !~ "
        "'^(migration|seed)_'"
        " union all select oid::regprocedure::text from pg_proc where pronamespace::regnamespace::text !~ "
        "'^(pg_catalog|information_schema)$'"
        " order by 1");
  }
};

const std::string kErrors =
    "select e from (select concat(file, ':', line, ' ', \"column\", ' ', reason) as e from import_errors) as "
    "all_of_them"
    " order by e collate \"C\"";

}  // namespace import

BOOST_AUTO_TEST_SUITE(import)

BOOST_FIXTURE_TEST_CASE(import_brings_what_is_right_and_keeps_what_is_not_with_every_reason, Import) {
  const Data data = give(150);
  const Outcome outcome = run({"up"});
  BOOST_TEST_REQUIRE(outcome.exit_code == 0, outcome.err);
  BOOST_TEST(data.errors.size() > 1000U);
  BOOST_TEST(database.column(kErrors) == data.errors, boost::test_tools::per_element());
  BOOST_TEST(count("import_quarantine") == static_cast<int>(data.bad_lines.size()));
  BOOST_TEST(count("visits") == data.good_visits);
  BOOST_TEST(count("doctors") == kDoctors - 1);
  BOOST_TEST(count("doctors") + count("patients") + count("visits") + count("import_quarantine") ==
             kDoctors + kPatients + kVisits);
  BOOST_TEST(database.value("select name || ' ' || licence from doctors where legacy_id = 'D3'") ==
             "Dr. Söhn, no. 3 LI-3");
  BOOST_TEST(contains(outcome.err, "visits.csv: 20000 read, "), outcome.err);
  // The visits of a duplicate belong to the first patient.
  Names expected;
  for (const auto& [patient, visits] : data.visits_of)
    expected.push_back(fmt::format("{} {}", patient, visits));
  BOOST_TEST(data.duplicates > 10U);
  BOOST_TEST(database.column(
                 "select legacy_id || ' ' || count(*) from visits v join patients p on p.id = v.patient_id"
                 " group by legacy_id order by legacy_id collate \"C\"") == expected,
             boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(too_many_bad_rows_undo_the_whole_import, Import) {
  give(150);
  BOOST_TEST_REQUIRE(run({"up", "--to", "1"}).exit_code == 0);
  const Names before = schema();
  give(5);
  const Outcome outcome = run({"up"});
  BOOST_TEST(says(outcome, 3, "/002_import.sql:"));
  BOOST_TEST(contains(outcome.err, " of 5000 rows in patients.csv are bad [P0001]"), outcome.err);
  BOOST_TEST(contains(outcome.err, "RAISE EXCEPTION '% of % rows in % are bad'"), outcome.err);
  BOOST_TEST(schema() == before, boost::test_tools::per_element());
  BOOST_TEST(count("patients") == 0);
}

BOOST_FIXTURE_TEST_CASE(a_row_that_is_lost_on_the_way_fails_the_reconciliation, Import) {
  give(150);
  const std::string sql = project.read("database/migrations/002_import.sql");
  const std::string step = "-- 7. Reconcile";
  migration("002_import.sql",
            std::string(sql).insert(sql.find(step),
                                    "DELETE FROM visits WHERE id = (SELECT max(id) FROM visits);\n"));
  BOOST_TEST(says(run({"up"}), 3, "error: visits.csv does not add up [P0004]"));
  BOOST_TEST(count("patients") == 0);
}

BOOST_FIXTURE_TEST_CASE(down_takes_out_what_was_imported_and_nothing_else, Import) {
  give(150);
  BOOST_TEST_REQUIRE(run({"up", "--to", "1"}).exit_code == 0);
  database.execute(
      "insert into patients (name, birth_date, email) values ('Ada', '1990-12-10', 'ada@lovelace.org')");
  const Names before = schema();
  BOOST_TEST_REQUIRE(run({"up"}).exit_code == 0);
  const int imported = count("visits");
  BOOST_TEST_REQUIRE(run({"down", "--yes"}).exit_code == 0);
  BOOST_TEST(schema() == before, boost::test_tools::per_element());
  BOOST_TEST(database.column("select email from patients") == (Names{"ada@lovelace.org"}));
  BOOST_TEST(count("visits") == 0);
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(count("visits") == imported);
}

BOOST_AUTO_TEST_SUITE_END()
