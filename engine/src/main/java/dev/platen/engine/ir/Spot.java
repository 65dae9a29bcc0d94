package dev.platen.engine.ir;

/**
 * Where a part of a form reads its data and how it is named.
 *
 * @param member name of the member that is read, within the object around it; empty where the part is all there is, as
 *     for the items of a list
 * @param id what is added to the id of the part around it, separator included
 */
public record Spot(String member, String id) {
    /** The part is the item itself. */
    public static final Spot SAME = new Spot("", "");
}
