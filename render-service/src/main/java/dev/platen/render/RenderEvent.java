package dev.platen.render;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** One rendering in a recording of the Flight Recorder. Sizes only: a recording may be sent to somebody. */
@Name("dev.platen.Render")
@Label("Rendering")
@Category({"Platen", "Renderer"})
@StackTrace(false)
final class RenderEvent extends Event {
    @Label("Data")
    @DataAmount
    int dataBytes;

    @Label("Page")
    @DataAmount
    long pageBytes;

    @Label("Steps")
    long steps;

    @Label("Part of a page")
    boolean part;

    @Label("Rejected")
    boolean rejected;
}
