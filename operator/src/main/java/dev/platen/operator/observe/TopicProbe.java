package dev.platen.operator.observe;

import java.util.Map;

/** Asks the broker how far a topic has come and how far a group has come in it. */
public interface TopicProbe {
    /**
     * Reads the offsets; takes seconds at most and never throws for a broker that is away.
     *
     * @param topic name of the topic
     * @param group name of the consumer group
     */
    Reading read(String topic, String group);

    /** What came of it. */
    sealed interface Reading {
        /**
         * The offsets of every partition.
         *
         * @param partitions by number, at least one
         */
        record Offsets(Map<Integer, Position> partitions) implements Reading {
            /** Copies the map. */
            public Offsets {
                partitions = Map.copyOf(partitions);
            }
        }

        /**
         * Nothing.
         *
         * @param reason why, for people
         */
        record Unreadable(String reason) implements Reading {}
    }

    /**
     * One partition.
     *
     * @param end where the next record goes
     * @param committed where the group goes on, {@link #NOWHERE} where it has never been
     */
    record Position(long end, long committed) {
        /** The group has committed nothing. */
        public static final long NOWHERE = -1;

        /** Records that wait. A group that has never been here has no lag: nobody knows where it will begin. */
        long lag() {
            return committed == NOWHERE ? 0 : Math.max(0, end - committed);
        }
    }
}
