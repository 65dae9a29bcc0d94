package dev.platen.transport;

import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Says for people what a failed call of Kafka's clients means, and what to do. */
public final class KafkaFailure {
    private KafkaFailure() {}

    /** One sentence: what was found, down to its cause, and what to look at. */
    public static String sentence(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> "Kafka gave no reason";
            case SslAuthenticationException _ ->
                "%s; is the brokers' certificate from the authority that ssl.truststore names, made for the host that is asked, and is that port one for TLS? Do the brokers know the authority of ssl.keystore?"
                        .formatted(found(failure));
            case AuthenticationException _ ->
                "%s; are mechanism, name and password those of the brokers?".formatted(found(failure));
            case AuthorizationException _ ->
                "%s; give the user the rights that docs/deploy.md lists".formatted(found(failure));
            case TimeoutException _, DisconnectException _ ->
                "%s; are the brokers reachable, and is security.protocol that of their port?".formatted(found(failure));
            default -> found(failure);
        };
    }

    /** Kafka's own words, and those of the first cause, which it leaves out. */
    private static String found(Throwable failure) {
        Throwable cause = failure.getCause();
        if (cause == null) {
            return failure.toString();
        }
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return "%s (%s)".formatted(failure, cause.getMessage());
    }
}
