#pragma once

#include <string>
#include <string_view>

namespace runner {

/// What "new" writes into the up file of a migration with this name, number included; and into its down file.
[[nodiscard]] std::string up_template(std::string_view name);
[[nodiscard]] std::string down_template(std::string_view name);

/// Whether the text is that of an up file as "new" wrote it, whatever the file is called by now.
[[nodiscard]] bool is_up_template(std::string_view text);

}  // namespace runner
