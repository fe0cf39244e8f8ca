package io.gangway.mapping.plan;

import org.jspecify.annotations.Nullable;

/** A place in a JSON document. Rendered only when something is wrong there. */
public record Pointer(@Nullable Pointer parent, String part) {
    private static final int SHOWN = 100;

    public static final Pointer ROOT = new Pointer(null, "");

    public Pointer child(String name) {
        return new Pointer(this, name);
    }

    /** The number that the last part is. */
    public int index() {
        return Integer.parseInt(part);
    }

    public Pointer child(int index) {
        return new Pointer(this, Integer.toString(index));
    }

    /** JSON pointer as a URI fragment: {@code #/steps/0}. */
    @Override
    public String toString() {
        return parent == null ? "#" : parent + "/" + escaped(part);
    }

    private static String escaped(String part) {
        var shown = part.length() <= SHOWN ? part : part.substring(0, SHOWN) + "…";
        return shown.replace("~", "~0").replace("/", "~1").replace("\u0000", "\\u0000");
    }
}
