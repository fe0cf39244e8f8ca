package io.gangway.mapping.differential;

/** A chain and what it is run with, as JSON texts. */
record Pair(String chain, String input) {}
