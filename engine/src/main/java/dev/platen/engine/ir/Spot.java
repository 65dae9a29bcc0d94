package dev.platen.engine.ir;

import java.util.List;

/**
 * Where a part of a form reads its data and how it is named.
 *
 * @param members names of the members that lead to its value from that of the part around it; empty where the part is all
 *     there is, as for the items of a list. For an item with a part of its own, the index in decimal.
 * @param id what is added to the id of the part around it, separator included
 */
public record Spot(List<String> members, String id) {
    /** The part is the item itself. */
    public static final Spot SAME = new Spot(List.of(), "");

    /** Keeps a copy. */
    public Spot {
        members = List.copyOf(members);
    }

    /** The spot of one member. */
    public Spot(String member, String id) {
        this(List.of(member), id);
    }
}
