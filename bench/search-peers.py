"""faiss over the codes and queries SearchBench wrote: one thread, one query at a time, radius 31."""
import sys
import time

import faiss
import numpy

folder, radius = sys.argv[1], 31
codes = numpy.fromfile(folder + "/codes", dtype=numpy.uint8).reshape(-1, 32)
queries = numpy.fromfile(folder + "/queries", dtype=numpy.uint8).reshape(-1, 32)
faiss.omp_set_num_threads(1)


def measure(name, index):
    times, found = [], 0
    for query in queries:
        start = time.perf_counter()
        # faiss takes distances below the radius it is given.
        limits, _, _ = index.range_search(query.reshape(1, 32), radius + 1)
        times.append(time.perf_counter() - start)
        found += int(limits[1])
    times.sort()
    print("  %-9s radius  31  median %7.3f ms  99 %% %7.3f ms  found %d"
          % (name, times[len(times) // 2] * 1e3, times[len(times) * 99 // 100] * 1e3, found))


flat = faiss.IndexBinaryFlat(256)
flat.add(codes)
measure("flat", flat)
hashes = faiss.IndexBinaryMultiHash(256, 16, 16)
hashes.nflip = 1
hashes.add(codes)
measure("MultiHash", hashes)
