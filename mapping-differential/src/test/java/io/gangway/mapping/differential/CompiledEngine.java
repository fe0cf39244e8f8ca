package io.gangway.mapping.differential;

import io.gangway.mapping.CodeLists;
import io.gangway.mapping.MappingCompiler;
import io.gangway.mapping.MappingLimits;
import io.gangway.mapping.MappingResult;
import io.gangway.mapping.MappingSpecInvalid;
import io.gangway.mapping.TransformResult;

/** Our engine. */
final class CompiledEngine implements ChainEngine {
    private final MappingCompiler compiler = new MappingCompiler(MappingLimits.defaults());

    /** With a second document beside the first. */
    static Object run(String chain, Object input, Object context) {
        var compiler = new MappingCompiler(MappingLimits.defaults());
        return switch (compiler.compile(chain, CodeLists.none()).transform(Json.bytes(input), Json.bytes(context))) {
            case TransformResult.Transformed transformed -> Json.read(transformed.json());
            case MappingResult.Rejected rejected -> rejected;
        };
    }

    @Override
    public Compiled compile(String chainJson) {
        try {
            var mapping = compiler.compile(chainJson, CodeLists.none());
            return input -> switch (mapping.transform(input)) {
                case TransformResult.Transformed transformed -> new Outcome.Made(transformed.json());
                case MappingResult.Rejected rejected ->
                    new Outcome.Failed(
                            rejected.faults().getFirst().code(),
                            rejected.faults().getFirst().detail());
            };
        } catch (MappingSpecInvalid invalid) {
            throw new ChainRefused(String.valueOf(invalid.getMessage()));
        }
    }
}
