package dev.platen.transport;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of what every service writes to its standard output. */
@ConfigMapping(prefix = "platen.log")
public interface LogConfig {
    /** How lines are written: {@code text} for people, or {@code json} for what collects them. */
    @WithDefault("text")
    LogFormat format();
}
