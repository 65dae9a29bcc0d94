package dev.platen.transport;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** One look-up in the cluster's cache in a recording of the Flight Recorder; the thread is the one that got the answer. */
@Name("dev.platen.CacheLookUp")
@Label("Cache look-up")
@Category({"Platen", "Cache"})
@StackTrace(false)
final class CacheLookUpEvent extends Event {
    @Label("Cache")
    @Nullable
    String cache;

    @Label("Outcome")
    @Nullable
    String outcome;
}
