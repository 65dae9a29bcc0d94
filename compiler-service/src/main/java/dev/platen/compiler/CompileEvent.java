package dev.platen.compiler;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** One compilation in a recording of the Flight Recorder. Sizes only: a recording may be sent to somebody. */
@Name("dev.platen.Compile")
@Label("Compilation")
@Category({"Platen", "Compiler"})
@StackTrace(false)
final class CompileEvent extends Event {
    @Label("Document")
    @DataAmount
    int documentBytes;

    @Label("Plan")
    @DataAmount
    int planBytes;

    @Label("Parts of the form")
    int nodes;

    @Label("Dialect")
    @Nullable
    String dialect;

    @Label("Rejected")
    boolean rejected;
}
