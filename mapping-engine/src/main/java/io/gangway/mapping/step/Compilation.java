package io.gangway.mapping.step;

import io.gangway.mapping.CodeLists;
import io.gangway.mapping.plan.Names;
import io.gangway.mapping.plan.Notes;

/**
 * What the steps of one mapping are compiled with.
 *
 * @param names those that the mapping mentions
 * @param faults takes what is wrong with the mapping
 */
public record Compilation(Names.Builder names, CodeLists codeLists, Notes faults) {}
