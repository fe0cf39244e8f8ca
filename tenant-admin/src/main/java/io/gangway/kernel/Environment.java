package io.gangway.kernel;

/** The two worlds of a tenant, which share nothing at run time. */
public enum Environment {
    SANDBOX("test"),
    LIVE("live");

    private final String keyWord;

    Environment(String keyWord) {
        this.keyWord = keyWord;
    }

    /** The word in an API key's prefix: {@code gw_live_…}, {@code gw_test_…}. */
    public String keyWord() {
        return keyWord;
    }
}
