package dev.platen.operator.report;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Events on the objects, as {@code kubectl describe} shows them. Said once per change and never repeated, so their number
 * follows the number of changes. One that cannot be written is logged and otherwise of no consequence. Thread-safe.
 */
public final class Events {
    private static final Logger LOG = Logger.getLogger(Events.class);
    private static final String COMPONENT = "platen-operator";

    /** The API server refuses longer ones. */
    private static final int LONGEST_MESSAGE = 1024;

    private final KubernetesClient client;
    private final InstantSource clock;

    /** Writes with this client. */
    public Events(KubernetesClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    /** Says that something went as it should. */
    public void normal(HasMetadata subject, String reason, String message) {
        say(subject, "Normal", reason, message);
    }

    /** Says that something needs attention. */
    public void warning(HasMetadata subject, String reason, String message) {
        say(subject, "Warning", reason, message);
    }

    /** Says which conditions have another status than before; a first True is no news. */
    public void transitions(HasMetadata subject, List<Condition> before, List<Condition> after) {
        for (Condition condition : after) {
            String earlier = before.stream()
                    .filter(other -> condition.getType().equals(other.getType()))
                    .map(Condition::getStatus)
                    .findFirst()
                    .orElse("True");
            if (!earlier.equals(condition.getStatus())) {
                String type = "True".equals(condition.getStatus()) ? "Normal" : "Warning";
                say(subject, type, condition.getReason(), condition.getType() + ": " + condition.getMessage());
            }
        }
    }

    private void say(HasMetadata subject, String type, String reason, String message) {
        String now = clock.instant().toString();
        String text = message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE);
        try {
            client.v1()
                    .events()
                    .inNamespace(subject.getMetadata().getNamespace())
                    .resource(new EventBuilder()
                            .withNewMetadata()
                            .withGenerateName(subject.getMetadata().getName() + ".")
                            .withNamespace(subject.getMetadata().getNamespace())
                            .endMetadata()
                            .withNewInvolvedObject()
                            .withApiVersion(subject.getApiVersion())
                            .withKind(subject.getKind())
                            .withName(subject.getMetadata().getName())
                            .withNamespace(subject.getMetadata().getNamespace())
                            .withUid(subject.getMetadata().getUid())
                            .endInvolvedObject()
                            .withType(type)
                            .withReason(reason)
                            .withMessage(text)
                            .withFirstTimestamp(now)
                            .withLastTimestamp(now)
                            .withCount(1)
                            .withNewSource()
                            .withComponent(COMPONENT)
                            .endSource()
                            .withReportingComponent(COMPONENT)
                            .build())
                    .create();
        } catch (KubernetesClientException e) {
            LOG.warnf(
                    "event %s on %s %s was not written: %s",
                    reason, subject.getKind(), subject.getMetadata().getName(), e.getMessage());
        }
    }
}
