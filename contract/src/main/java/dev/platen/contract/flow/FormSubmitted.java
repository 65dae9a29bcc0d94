package dev.platen.contract.flow;

import dev.platen.contract.id.RequestId;
import dev.platen.contract.id.TenantId;

/**
 * Somebody submitted data that the schema accepts. Recorded at least once; records of one submission have the same
 * request.
 *
 * @param tenant whose form it is
 * @param head against which version of which schema the data was validated
 * @param request the submission
 * @param data JSON
 */
public record FormSubmitted(TenantId tenant, SchemaHead head, RequestId request, byte[] data) implements Message {}
