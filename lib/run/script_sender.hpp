#pragma once

#include "client/pipeline.hpp"
#include "plan/observer.hpp"

namespace runner {

/// Sends all statements of a step's script without waiting for answers. The rows of a COPY wait for the
/// answers before them.
void send_script(Connection& connection, Pipeline& pipeline, Observer& observer, const Step& step);

/// Waits for all earlier answers, then runs one statement or COPY of a script and waits for its answer.
void run_by_itself(Connection& connection, Pipeline& pipeline, const ScriptStatement& item);

}  // namespace runner
