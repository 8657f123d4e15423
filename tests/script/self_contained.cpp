#include "script/self_contained.hpp"

#include <string>
#include <vector>

#include "sql/expect.hpp"
#include "text/text_window.hpp"

namespace self_contained_scripts {

using namespace runner;
using namespace runner::test;
using Texts = std::vector<std::string>;

Surroundings with(const Variables& variables) {
  Surroundings surroundings;
  surroundings.variables = variables;
  surroundings.open = [](const std::string&, const std::string& name, Content) {
    return SourceFile{name, Text("insert into :t values (:'pw');\n\\set t other\n"), {}};
  };
  return surroundings;
}

Texts sent(const Script& script) {
  Texts texts;
  ScriptStatements items(script);
  while (const auto item = items.next()) {
    texts.emplace_back(item->sql());
    if (item->rows) texts.back() += "\n" + copy_of(item->rows->text);
  }
  return texts;
}

Variables only_secrets(Variables variables) {
  std::erase_if(variables, [](const auto& entry) { return !entry.second.secret; });
  return variables;
}

const Variables kVariables{{"pw", Variable("it's \\ a \"secret\":", true)},
                           {"token", Variable("12345678", true)},
                           {"t", "things"},
                           {"odd", "'a'\n \\ \t:t"},
                           {"nested", "'a' || :t"},
                           {"unused", "x"}};

struct Case {
  std::string_view what, text;
};
std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.what; }

const std::vector<Case> kScripts{
    {"a literal", "insert into a values (:'pw');"},
    {"a name", "create role :\"pw\";"},
    {"SQL", "select :token + 1;"},
    {"a question", "select :{?pw}, :{?t}, :{?nothing};"},
    {"an open value beside it", "insert into :t values (:'pw', :'odd');"},
    {"a value with a variable in it", "select :nested, :'token';"},
    {"a variable made of it", "\\set both :t':':pw\nselect :'both';\n"},
    {"a variable that names it", "\\set later :pw\n\\set name ':token'\nselect :name, :'later';\n"},
    {"a variable that is forgotten", "\\unset t\nselect array[1:t], :'pw';\n"},
    {"one that is set where another was given", "select :'t', :'pw';\n\\set t 2\nselect :t;\n"},
    {"rows of a COPY", "insert into a values (:'pw');\ncopy :t from stdin;\n:'pw'\t:t\n\\.\nselect 1;"},
    {"an included file", "\\ir part.sql\nselect :'t', :'pw';"},
    {"a transaction of its own", "begin isolation level serializable;\nselect :'pw';\ncommit;"},
    {"no transaction", "-- runner: no-transaction\nselect :'pw';\nvacuum;"},
    {"limits", "-- runner: lock-timeout 1s\n-- runner: statement-timeout 2s\nselect :'pw';"},
    {"quotes and comments", "select ':pw', $$:pw$$ /* :pw */, :'pw' -- :pw\n;"},
};

}  // namespace self_contained_scripts

BOOST_AUTO_TEST_SUITE(self_contained_scripts)

BOOST_DATA_TEST_CASE(a_text_with_a_secret_does_the_same_when_it_is_given_again, bdata::make(kScripts)) {
  const Script script = check_script("a.sql", Text(std::string(sample.text)), with(kVariables));
  const Text text = self_contained(script);
  for (const char* value : {"it's", "it''s", "secret\"", "12345678"}) {
    BOOST_TEST(text.view().find(value) == std::string_view::npos, text.view());
  }
  Surroundings later;
  later.variables = only_secrets(kVariables);
  const Script again = check_script("a (stored)", Text(std::string(text.view())), later);
  BOOST_TEST(sent(again) == sent(script), boost::test_tools::per_element());
  BOOST_TEST(again.directives.secrets == secrets_of(script), boost::test_tools::per_element());
  BOOST_TEST(!again.directives.secrets.empty());
  BOOST_TEST(again.in_transaction() == script.in_transaction());
  BOOST_TEST(again.begin == script.begin);
  BOOST_CHECK(again.directives.lock_timeout == script.directives.lock_timeout);
  BOOST_CHECK(again.directives.statement_timeout == script.directives.statement_timeout);
}

BOOST_AUTO_TEST_CASE(a_script_that_uses_no_variable_is_its_own_text) {
  const std::string text = "-- a comment\nselect 1, array[1:n]; -- another\n\\echo done\n";
  BOOST_TEST(self_contained(check_script("a.sql", Text(text), with(kVariables))).view() == text);
}

BOOST_AUTO_TEST_CASE(without_a_secret_the_values_are_filled_in) {
  const Script script = check_script("a.sql", Text("\\set x :t\nselect :'x', :'odd';\n"), with(kVariables));
  BOOST_TEST(self_contained(script).view() == "select 'things',  E'''a''\n \\\\ \t:t';\n");
  BOOST_TEST(open_values_of(script) == (VariableNames{"odd", "t"}), boost::test_tools::per_element());
  BOOST_TEST(secrets_of(script).empty());
}

BOOST_AUTO_TEST_CASE(a_secret_that_a_directive_asks_for_stays_asked_for) {
  const Script script =
      check_script("a.sql", Text("-- runner: secret later\nselect :t;\n"), with(kVariables));
  BOOST_TEST(self_contained(script).view() == "-- runner: secret later\nselect things;\n");
}

BOOST_AUTO_TEST_SUITE_END()
