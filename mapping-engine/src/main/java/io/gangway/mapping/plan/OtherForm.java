package io.gangway.mapping.plan;

/** A payload, or what a shift makes of it, is not of the form that a {@link DirectShift} expects: no fault of anybody. */
final class OtherForm extends RuntimeException {
    static final OtherForm PAYLOAD = new OtherForm();

    private OtherForm() {
        super("The payload is not what the shift expects.", null, false, false);
    }
}
