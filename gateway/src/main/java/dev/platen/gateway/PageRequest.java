package dev.platen.gateway;

import dev.platen.contract.flow.Envelope;
import dev.platen.contract.flow.Work;
import dev.platen.contract.id.Digest;
import dev.platen.contract.id.TenantId;
import java.util.function.Function;

/**
 * A page by its content address, and how it is made where nobody has it.
 *
 * @param key the content address
 * @param tenant whose page it is
 * @param work what a worker is asked for
 */
record PageRequest(Digest key, TenantId tenant, Function<Envelope, Work> work) {}
