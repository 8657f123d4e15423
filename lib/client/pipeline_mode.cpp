#include "pipeline_mode.hpp"

namespace runner {

void PipelineMode::enter() {
  wire_.require_step(PQenterPipelineMode(wire_.handle()));
  statements_ = 0;
}

void PipelineMode::leave() { wire_.require_step(PQexitPipelineMode(wire_.handle())); }

bool PipelineMode::send(const Query& query) {
  ++statements_;
  return send_query(wire_.handle(), query);
}

bool PipelineMode::send_named(const std::string& name, const Query& query) {
  statements_ += 2;
  return PQsendPrepare(wire_.handle(), name.c_str(), query.sql.c_str(), 0, nullptr) == 1 &&
         send_prepared(wire_.handle(), name, query.parameters);
}

bool PipelineMode::send_again(const std::vector<Parameter>& parameters) {
  ++statements_;
  return send_prepared(wire_.handle(), "", parameters);
}

void PipelineMode::send_sync() { wire_.require_step(PQpipelineSync(wire_.handle())); }

// The wait for the answers sends the rest.
void PipelineMode::ask_for_answers() {
  wire_.require_step(PQsendFlushRequest(wire_.handle()));
  (void)wire_.hand_over();
}

bool PipelineMode::has_answer() {
  if (PQconsumeInput(wire_.handle()) == 0) return true;
  return PQisBusy(wire_.handle()) == 0;
}

// If this fails, libpq keeps the rows, which only costs memory.
void PipelineMode::pass_rows_by() { (void)PQsetSingleRowMode(wire_.handle()); }

// libpq returns null at the end of each remaining answer. Two nulls in a row, or more answers than
// statements, break the protocol.
void PipelineMode::take_sync() {
  bool ended = false;
  std::size_t answers = 0;
  while (wire_.alive()) {
    const ResultHandle answer = wire_.next();
    const ExecStatusType status = answer ? PQresultStatus(answer.get()) : PGRES_EMPTY_QUERY;
    if (answer && status == PGRES_PIPELINE_SYNC) return;
    const bool copies = status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH;
    if (answer) ++answers;
    if (copies || (!answer && ended) || answers > statements_) return wire_.fall_out_of_step();
    ended = !answer;
  }
}

}  // namespace runner
