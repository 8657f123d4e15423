#include "reporting.hpp"

#include <iostream>
#include <utility>

namespace runner {

Reporting::Reporting(Console& console, std::string token, Make make)
    : console_(console), token_(std::move(token)) {
  change(std::move(make));
}

void Reporting::change(Make make, Mask mask) {
  const std::lock_guard lock(mutex_);
  mask_ = std::move(mask);
  console_.hide(mask_);
  make_ = std::move(make);
  reporter_ = make_(console_);
}

void Reporting::show_beside(const Error& error) const {
  const std::lock_guard lock(mutex_);
  Console beside(std::cout, std::cerr, token_);
  beside.hide(mask_);
  make_(beside)->show_error(error);
}

}  // namespace runner
