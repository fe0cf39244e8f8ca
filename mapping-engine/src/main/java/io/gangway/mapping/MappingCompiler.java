package io.gangway.mapping;

/** Turns the text of a mapping into something that runs. */
public final class MappingCompiler {
    private final MappingLimits limits;

    public MappingCompiler(MappingLimits limits) {
        this.limits = limits;
    }

    /** Throws {@link MappingSpecInvalid} with all faults if the text is not a mapping that can run. */
    public CompiledMapping compile(String text, CodeLists codeLists) {
        return new CompiledMapping(limits);
    }
}
