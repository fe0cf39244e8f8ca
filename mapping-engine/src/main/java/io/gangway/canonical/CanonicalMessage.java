package io.gangway.canonical;

/** A message in the shape that is the same for all senders. */
public sealed interface CanonicalMessage permits TrackingEvent {}
