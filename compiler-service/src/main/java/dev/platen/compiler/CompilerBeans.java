package dev.platen.compiler;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.compile.Compiler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The engine's part in this service. */
final class CompilerBeans {
    @Produces
    @Singleton
    Compiler compiler() {
        return new Compiler(Limits.DEFAULT);
    }
}
