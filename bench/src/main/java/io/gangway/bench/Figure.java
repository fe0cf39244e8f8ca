package io.gangway.bench;

/** @param name stable, lower case with dots, such as {@code webhooks.16.per_second} */
record Figure(String name, double value, String unit) {}
