#include "mapped_regions.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <mutex>
#include <vector>

namespace runner {

// Never freed, because the handler may be reading it. A free slot is used again.
struct MappedRegion::Slot {
  std::atomic<std::uintptr_t> begin{0};  // 0: free
  std::atomic<std::uintptr_t> end{0};
  std::atomic<bool> lost{false};
  Slot* next = nullptr;
};

namespace {

using Slot = MappedRegion::Slot;

static_assert(std::atomic<std::uintptr_t>::is_always_lock_free && std::atomic<Slot*>::is_always_lock_free,
              "the handler may only touch lock-free atomics");

std::atomic<Slot*> slots{nullptr};
std::atomic<std::uintptr_t> page_size{0};
struct sigaction before {};

Slot* slot_at(std::uintptr_t address) {
  for (Slot* slot = slots; slot != nullptr; slot = slot->next) {
    const std::uintptr_t begin = slot->begin;
    if (begin != 0 && begin <= address && address < slot->end) return slot;
  }
  return nullptr;
}

// All bytes after the address are missing, too. The processor then repeats the read, and finds the new pages.
bool fill_up(std::uintptr_t address) {
  Slot* const slot = slot_at(address);
  if (slot == nullptr) return false;
  const std::uintptr_t from = address & ~(page_size - 1);
  void* const place = reinterpret_cast<void*>(from);  // NOLINT(*-reinterpret-cast,performance-no-int-to-ptr)
  slot->lost = true;
  return mmap(place, slot->end - from, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == place;
}

// For any other address, restores the earlier handler: the signal then has its usual effect.
extern "C" void note_missing_page(int signal, siginfo_t* info, void* /*context*/) {
  const int saved = errno;
  if (!fill_up(reinterpret_cast<std::uintptr_t>(info->si_addr)))  // NOLINT(*-reinterpret-cast)
    sigaction(signal, &before, nullptr);
  errno = saved;
}

void install_handler() {
  page_size = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  struct sigaction action {};
  action.sa_sigaction = note_missing_page;
  action.sa_flags = SA_SIGINFO;
  sigemptyset(&action.sa_mask);
  sigaction(SIGBUS, &action, &before);
}

std::mutex mutex;
std::vector<Slot*>& free_slots() {
  static std::vector<Slot*> free;
  return free;
}

Slot& take_slot() {
  static std::once_flag once;
  std::call_once(once, install_handler);
  const std::lock_guard lock(mutex);
  std::vector<Slot*>& free = free_slots();
  if (free.empty()) {
    auto* const made = new Slot;  // NOLINT(*-owning-memory)
    made->next = slots;
    slots = made;
    free.push_back(made);
  }
  Slot& slot = *free.back();
  free.pop_back();
  return slot;
}

}  // namespace

MappedRegion::MappedRegion(void* begin, std::size_t size) : slot_(take_slot()) {
  slot_.lost = false;
  const auto address = reinterpret_cast<std::uintptr_t>(begin);  // NOLINT(*-reinterpret-cast)
  slot_.end = address + size;
  slot_.begin = address;
}

MappedRegion::~MappedRegion() {
  slot_.begin = 0;
  slot_.end = 0;
  const std::lock_guard lock(mutex);
  free_slots().push_back(&slot_);
}

const std::atomic<bool>& MappedRegion::lost() const noexcept { return slot_.lost; }

}  // namespace runner
