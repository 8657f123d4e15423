#pragma once

#include "client/pipeline.hpp"
#include "plan/observer.hpp"

namespace runner {

/// Sends all that the script of a step does, ahead of the answers. The rows of a COPY wait for the answers
/// before them.
void send_script(Connection& connection, Pipeline& pipeline, Observer& observer, const Step& step);

/// Waits until all before it is answered, then runs one statement or COPY of a script and waits for its
/// answer.
void run_by_itself(Connection& connection, Pipeline& pipeline, const ScriptStatement& item);

}  // namespace runner
