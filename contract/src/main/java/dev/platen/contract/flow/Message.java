package dev.platen.contract.flow;

/**
 * Everything that travels between services, in the order of a request: {@link Work} towards the workers,
 * {@link Reply} back to a gateway, {@link LogEntry} into the log of schemas, {@link FormSubmitted} to whoever the
 * forms are for, {@link Notice} to everyone.
 *
 * <p>Messages are immutable; the byte arrays in them are handed over, not copied, and nobody may write to them.
 */
public sealed interface Message permits Work, Reply, LogEntry, FormSubmitted, Notice {}
