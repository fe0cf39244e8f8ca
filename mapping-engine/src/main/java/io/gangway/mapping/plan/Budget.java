package io.gangway.mapping.plan;

/**
 * What a run may use up. All of it together bounds the memory and the time of a run.
 *
 * @param nodes values that a run reads and makes
 * @param cells members and items of all containers, those included that growing containers leave behind
 * @param bytes of the payload and of the texts that operations make
 * @param steps rules applied to a value
 * @param patternSteps characters that pattern matching looks at
 * @param converted values that are taken out of the document at once, a long text for several
 * @param outputBytes of the result
 */
public record Budget(int nodes, int cells, int bytes, long steps, long patternSteps, int converted, int outputBytes) {
    static final Budget NONE = new Budget(0, 0, 0, 0, 0, 0, 0);
}
