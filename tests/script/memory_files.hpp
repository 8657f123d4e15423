#pragma once

#include <map>
#include <string>

#include "script/script.hpp"

namespace runner::test {

/// Files in memory: their texts by name. A file's name is also its path.
using Files = std::map<std::string, std::string>;

inline OpenFile opening(const Files& files) {
  return [files](const std::string&, const std::string& name, Content) {
    const auto file = files.find(name);
    if (file == files.end()) throw Error(ErrorKind::source, "\"" + name + "\" is not there");
    return SourceFile{name, Text(file->second)};
  };
}

/// The checked script "main.sql", which may name these files.
inline Script checked(const std::string& text, const Files& files = {}, const Variables& variables = {}) {
  return check_script("main.sql", Text(text), {variables, opening(files)});
}

}  // namespace runner::test
