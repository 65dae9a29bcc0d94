package dev.platen.engine.dialect;

import java.util.Optional;

/** Documents that others can be made of, by the name under which they are stored. Thread-safe. */
@FunctionalInterface
public interface Registry {
    /** None. */
    Registry NONE = name -> Optional.empty();

    /** The document of that name, as it is now. */
    Optional<byte[]> find(String name);
}
