package dev.platen.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.platen.contract.flow.Notice.PoolSettings;
import dev.platen.operator.act.KafkaSettingsPublisher;
import dev.platen.operator.act.SettingsPublisher.PublishFailedException;
import dev.platen.operator.observe.KafkaTopicProbe;
import dev.platen.operator.observe.TopicProbe.Reading;
import dev.platen.transport.KafkaClients;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An operator that starts before its broker has a name or a listener. */
class BrokerAwayTest {
    @Test
    void shouldReadNothingWhileTheBrokerHasNoName() {
        // Given
        KafkaClients clients = new KafkaClients("broker.invalid:9092", Map.of());

        // When
        Reading reading;
        try (KafkaTopicProbe probe = new KafkaTopicProbe(clients)) {
            reading = probe.read("platen.render", "platen-render");
        }

        // Then
        assertThat(reading)
                .isInstanceOfSatisfying(Reading.Unreadable.class, unreadable -> assertThat(unreadable.reason())
                        .startsWith("topic platen.render: "));
    }

    @Test
    void shouldReadNothingWhileNobodyListens() {
        // Given
        KafkaClients clients = new KafkaClients("127.0.0.1:1", Map.of());

        // When
        Reading reading;
        try (KafkaTopicProbe probe = new KafkaTopicProbe(clients)) {
            reading = probe.read("platen.render", "platen-render");
        }

        // Then
        assertThat(reading)
                .isEqualTo(new Reading.Unreadable("topic platen.render: the broker gave no answer within 5 s"));
    }

    @Test
    void shouldSayThatSettingsWereNotPublished() {
        // Given
        KafkaClients clients = new KafkaClients("broker.invalid:9092", Map.of());

        // When
        Throwable failure;
        try (KafkaSettingsPublisher publisher = new KafkaSettingsPublisher(clients)) {
            failure = catchThrowable(() -> publisher.publish(new PoolSettings("render", 2, 16)));
        }

        // Then
        assertThat(failure)
                .isInstanceOf(PublishFailedException.class)
                .hasMessageStartingWith("settings of tier render were not published: ");
    }
}
