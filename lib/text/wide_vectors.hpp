#pragma once

#include <version>  // tells __GLIBC__, whose loader chooses

/// For a loop over many bytes: it is compiled twice, and the program takes what the processor has. Those of
/// the last ten years take twice as many bytes in a step as the oldest that the rest is compiled for.
#if defined(__x86_64__) && defined(__linux__) && defined(__GLIBC__)
#define RUNNER_WIDE_VECTORS __attribute__((target_clones("avx2", "default")))
#else
#define RUNNER_WIDE_VECTORS
#endif
