package io.gangway.canonical;

/** Why goods cross a border. */
public enum ExportPurpose {
    SALE,
    GIFT,
    SAMPLE,
    RETURN,
    REPAIR,
    DOCUMENTS,
    PERSONAL_EFFECTS,
    OTHER
}
