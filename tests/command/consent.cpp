#include "command/consent.hpp"

#include "command/context_fixture.hpp"
#include "migration/build.hpp"

namespace consent {

using namespace runner;
using namespace runner::test;

constexpr std::string_view kDatabase = "database \"app\" on db:5432";

struct ConsentFixture : ContextFixture {
  ConsentFixture() {
    report.plan = plan_down(on_disk({1, 2}), applied({1, 2}), {.to = {}, .all = true}, kept);
  }

  void require(const std::vector<DataLoss>& losses) { require_consent(context(), report, losses); }
  void require_in(const std::string& environment_name) {
    report.target->environment = environment_name;
    require({});
  }

  /// Acts as a terminal on which the user types this.
  void answer(const std::string& typed) {
    ask = [this, typed](const Clean& asked, const std::string& expected) {
      question = asked.text();
      return typed == expected;
    };
  }

  RunReport report{.action = Action::down,
                   .plan = {},
                   .at = {},
                   .nothing = {},
                   .target = Target{std::string(kDatabase), ""}};
  std::string question;
};

const std::vector<DataLoss> kLosses = {{"001_a", LossKind::table, "public.a", 2},
                                       {"001_a", LossKind::some_rows, "public.b", {}}};

Refusal needs_yes(const std::string& why) {
  return refused("\"runner down\" " + why + " needs --yes when there is no terminal");
}

}  // namespace consent

BOOST_FIXTURE_TEST_SUITE(consent, ConsentFixture)

BOOST_AUTO_TEST_CASE(production_has_two_names_in_any_case) {
  for (const char* name : {"production", "Production", "PRODUCTION", "prod", "PROD"}) {
    BOOST_TEST_CONTEXT(name) { BOOST_TEST(is_production(name)); }
  }
  for (const char* name : {"", "staging", "products", "preprod", "prod2", "reproduction"}) {
    BOOST_TEST_CONTEXT(name) { BOOST_TEST(!is_production(name)); }
  }
}

BOOST_AUTO_TEST_CASE(yes_is_enough_and_notes_each_loss) {
  invocation.yes = true;
  answer("no");
  require(kLosses);
  BOOST_TEST(question == "");
  BOOST_TEST(err.str() ==
             "note: 001_a drops table public.a: 2 rows\n"
             "note: 001_a deletes rows from public.b: row count unknown\n");
}

BOOST_AUTO_TEST_CASE(at_a_terminal_yes_has_to_be_typed) {
  answer("yes");
  require({});
  BOOST_TEST(question ==
             "This will undo, in " + std::string(kDatabase) + ":\n  002_b\n  001_a\nType yes to continue: ");
  answer("y");
  BOOST_CHECK_EXCEPTION(require({}), Error, refused("nothing was undone: the answer was not \"yes\""));
}

BOOST_AUTO_TEST_CASE(at_a_terminal_losses_take_the_number_of_the_oldest_step) {
  answer("001");
  require(kLosses);
  BOOST_TEST(question == "This will undo, in " + std::string(kDatabase) +
                             ":\n  002_b\n  001_a\n"
                             "    drops table public.a: 2 rows\n"
                             "    deletes rows from public.b: row count unknown\n"
                             "\"runner up\" does not bring this data back.\nType 001 to continue: ");
  answer("1");
  BOOST_CHECK_EXCEPTION(require(kLosses), Error, refused("nothing was undone: the answer was not \"001\""));
}

BOOST_AUTO_TEST_CASE(without_a_terminal_losses_need_yes) {
  BOOST_CHECK_EXCEPTION(require(kLosses), Error,
                        needs_yes("would lose data, and")
                            .detail("  001_a\n"
                                    "    drops table public.a: 2 rows\n"
                                    "    deletes rows from public.b: row count unknown\n"
                                    "\"runner up\" does not bring this data back.\n"
                                    "It would run in " +
                                    std::string(kDatabase) + ".")
                            .hint("Check \"runner down --dry-run\" first, then add --yes."));
}

BOOST_AUTO_TEST_CASE(without_a_terminal_production_needs_yes) {
  for (const char* name : {"", "staging"}) BOOST_CHECK_NO_THROW(require_in(name));
  BOOST_CHECK_EXCEPTION(
      require_in("prod"), Error,
      needs_yes("in production").detail("It would run in " + std::string(kDatabase) + " (prod)."));
}

BOOST_AUTO_TEST_CASE(the_hint_is_the_dry_run_of_the_very_command_without_what_may_be_a_password) {
  invocation.common.database_url = "postgresql://app:secret@db/app";
  invocation.common.migrations = "it's here";
  invocation.common.schema = "ops";
  invocation.common.environment = "prod";
  invocation.common.env_file = "prod.env";
  invocation.common.secrets = {"pw=@/run/pw"};
  invocation.variables["owner"] = "alice";
  invocation.to = version("003");
  invocation.out_of_order = true;
  BOOST_CHECK_EXCEPTION(
      require_in("prod"), Error,
      needs_yes("in production")
          .hint("Check \"runner down --database-url … --migrations 'it'\\''s here' --schema ops --env prod "
                "--env-file prod.env --set owner=… --set-secret 'pw=@/run/pw' --to 3 --out-of-order "
                "--dry-run\" "
                "first, then add --yes."));
  invocation = {};
  invocation.steps = 2;
  BOOST_CHECK_EXCEPTION(
      require_in("prod"), Error,
      needs_yes("in production").hint("Check \"runner down --steps 2 --dry-run\" first, then add --yes."));
  invocation = {};
  invocation.all = true;
  BOOST_CHECK_EXCEPTION(
      require_in("prod"), Error,
      needs_yes("in production").hint("Check \"runner down --all --dry-run\" first, then add --yes."));
}

BOOST_AUTO_TEST_SUITE_END()
