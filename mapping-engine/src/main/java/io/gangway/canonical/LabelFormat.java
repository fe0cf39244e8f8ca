package io.gangway.canonical;

/** How a label is to be made. */
public enum LabelFormat {
    PDF,
    PNG,
    ZPL,
    EPL
}
