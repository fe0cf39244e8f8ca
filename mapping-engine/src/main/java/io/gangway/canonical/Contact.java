package io.gangway.canonical;

import static io.gangway.canonical.Classification.PERSONAL;

import org.jspecify.annotations.Nullable;

/**
 * How to reach a person.
 *
 * @param name the person or desk, cut at 200 characters
 * @param phone telephone number, with the country's prefix if the sender has it; at most 50 characters
 * @param email e-mail address, at most 254 characters
 */
public record Contact(
        @Classified(PERSONAL) @MaxLength(200) @Cut @Nullable String name,
        @Classified(PERSONAL) @MaxLength(50) @Nullable String phone,

        @Classified(PERSONAL) @MaxLength(254) @Format(TextFormat.EMAIL) @Nullable
        String email) {}
