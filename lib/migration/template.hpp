#pragma once

#include <string>
#include <string_view>

namespace runner {

/// The text that "new" writes into the up and the down file of a migration. The name includes the number.
[[nodiscard]] std::string up_template(std::string_view name);
[[nodiscard]] std::string down_template(std::string_view name);

/// Whether the text is that of an up file as "new" wrote it, even if the file was renamed since.
[[nodiscard]] bool is_up_template(std::string_view text);

}  // namespace runner
