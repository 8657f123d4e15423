#include "caught_error.hpp"

#include <exception>
#include <new>
#include <string>

namespace runner {

Error caught_error() {
  try {
    throw;
  } catch (const Error& error) {
    return error;
  } catch (const std::bad_alloc&) {
    return Error(ErrorKind::in_doubt, "out of memory").hint("\"runner status\" shows what is done.");
  } catch (const std::exception& unexpected) {
    return {ErrorKind::in_doubt, std::string("unexpected: ") + unexpected.what()};
  }
}

}  // namespace runner
