package io.gangway.canonical;

/** What goods are packed in. */
public enum PackagingType {
    ENVELOPE,
    BAG,
    BOX,
    TUBE,
    CRATE,
    DRUM,
    ROLL_CONTAINER,
    PALLET,
    OTHER
}
