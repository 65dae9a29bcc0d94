package dev.platen.operator.act;

import dev.platen.contract.flow.Notice.PoolDecision;
import dev.platen.contract.flow.Notice.PoolSettings;

/** Tells workers the sizes of their pools, and everybody what was decided. */
public interface SettingsPublisher {
    /**
     * Publishes the settings of a tier and waits until they are safe, seconds at most.
     *
     * @throws PublishFailedException where they are not
     */
    void publish(PoolSettings settings);

    /** Tells whoever shows it to people; waits for nobody, and what cannot be told is lost: the next decision is told again. */
    void tell(PoolDecision decision);

    /** The settings may not have been published; it is safe to try again. */
    final class PublishFailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** Names the tier and the cause. */
        public PublishFailedException(String tier, Throwable cause) {
            super("settings of tier %s were not published: %s".formatted(tier, cause.getMessage()), cause);
        }
    }
}
