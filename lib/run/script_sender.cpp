#include "script_sender.hpp"

#include <memory>
#include <utility>

#include "client/copying.hpp"
#include "script_error.hpp"

namespace runner {

// The functions keep the reader alive until its last statement is answered: errors point into it.
void send_script(Connection& connection, Pipeline& pipeline, Observer& observer, const Step& step) {
  BetweenStatements between;
  between.echo = [&pipeline, &observer](const std::string& line) {
    pipeline.then([&observer, line] { observer.echo(line); });
  };
  const auto items = std::make_shared<ScriptStatements>(step.script, std::move(between));
  std::size_t number = 0;
  while (auto next = items->next()) {
    const auto item = std::make_shared<const ScriptStatement>(std::move(*next));
    ++number;
    const auto tell = [&observer, &step, item, number] {
      observer.statement_started(step, number, summary_of(item->statement.text));
    };
    if (item->rows) {
      pipeline.finish();
      tell();
      run_by_itself(connection, pipeline, *item);
      continue;
    }
    pipeline.then(tell);
    pipeline.send({std::string(item->sql()), {}}, [items, item](const Result& answer) {
      if (answer.failed()) throw to_error(answer.report(), *item);
    });
  }
}

void run_by_itself(Connection& connection, Pipeline& pipeline, const ScriptStatement& item) {
  pipeline.finish();
  const std::string sql(item.sql());
  const Result result = item.rows ? copy_rows(connection, sql, item.rows->text) : connection.try_execute(sql);
  if (result.failed()) throw to_error(result.report(), item);
}

}  // namespace runner
