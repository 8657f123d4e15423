#pragma once

#include <version>  // defines __GLIBC__: glibc's loader chooses the version

/// For a function that loops over many bytes: compiles it twice, and the program uses what the processor has.
/// AVX2, in processors of the last ten years, handles twice as many bytes in a step as the default version.
#if defined(__x86_64__) && defined(__linux__) && defined(__GLIBC__)
#define RUNNER_WIDE_VECTORS __attribute__((target_clones("avx2", "default")))
#else
#define RUNNER_WIDE_VECTORS
#endif
