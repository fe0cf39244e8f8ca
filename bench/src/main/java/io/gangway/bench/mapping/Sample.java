package io.gangway.bench.mapping;

/** One iteration: times in microseconds per operation, allocation in bytes per operation. */
record Sample(double wall, double cpu, double allocated) {}
