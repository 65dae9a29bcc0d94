package dev.platen.benchmarks.autoscale.simulation;

import java.util.Arrays;
import java.util.List;

/**
 * Shares partitions out evenly and leaves as many as possible where they are, as Kafka's cooperative sticky assignor and
 * its server-side uniform assignor do.
 */
final class Assignor {
    private Assignor() {}

    /**
     * The owner of every partition, some ⌊P/n⌋ and the others ⌈P/n⌉ for each.
     *
     * @param owners as they are; those that are no members count as nobody
     * @param members places of those that take part; where there are none, everything stays
     */
    static int[] assign(int[] owners, List<Integer> members) {
        int[] assigned = owners.clone();
        if (members.isEmpty()) {
            return assigned;
        }
        int places = members.stream().mapToInt(Integer::intValue).max().orElseThrow() + 1;
        int[] room = new int[places];
        int larger = owners.length % members.size();
        for (int place : byPossession(owners, members)) {
            room[place] = owners.length / members.size() + (larger-- > 0 ? 1 : 0);
        }
        for (int partition = 0; partition < owners.length; partition++) {
            int owner = owners[partition];
            boolean stays = owner >= 0 && owner < places && room[owner] > 0;
            assigned[partition] = stays ? owner : -1;
            if (stays) {
                room[owner]--;
            }
        }
        int place = 0;
        for (int partition = 0; partition < owners.length; partition++) {
            while (assigned[partition] < 0 && room[place] == 0) {
                place++;
            }
            if (assigned[partition] < 0) {
                assigned[partition] = place;
                room[place]--;
            }
        }
        return assigned;
    }

    /** Those that have most come first: they get the larger shares. */
    private static List<Integer> byPossession(int[] owners, List<Integer> members) {
        return members.stream()
                .sorted((one, other) -> Long.compare(count(owners, other), count(owners, one)))
                .toList();
    }

    private static long count(int[] owners, int place) {
        return Arrays.stream(owners).filter(owner -> owner == place).count();
    }
}
