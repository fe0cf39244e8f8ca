package io.gangway.mapping.suggest;

import io.gangway.mapping.CodeRow;
import java.util.Optional;

/**
 * A tuple of codes that the samples have.
 *
 * @param row its status is UNKNOWN where the samples don't tell it clearly; to be completed by a person
 * @param seen how often
 * @param text the sender's words beside it, cut; personal data may be in it
 */
public record DraftCode(CodeRow row, int seen, Optional<String> text) {}
