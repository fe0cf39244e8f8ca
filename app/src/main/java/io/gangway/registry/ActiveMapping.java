package io.gangway.registry;

import io.gangway.mapping.CompiledMapping;

/** The version of a mapping that is active, ready to run. */
public record ActiveMapping(MappingVersionId version, CompiledMapping compiled) {}
