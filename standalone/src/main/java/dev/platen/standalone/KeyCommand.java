package dev.platen.standalone;

import dev.platen.contract.id.TenantId;
import dev.platen.gateway.identity.ApiKey;
import dev.platen.gateway.identity.Caller;
import dev.platen.gateway.identity.Role;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes an API key: the key for whoever will use it, and the line for the file that the gateway reads. */
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description = "Makes an API key.",
        footer = {
            "",
            "Prints the key to standard error, once: it is kept nowhere. Prints to standard output the line that stands",
            "for it in the file of API keys: ./platen key --id ci --tenant acme --role author >> api-keys"
        })
final class KeyCommand implements Callable<Integer> {
    @Option(names = "--id", required = true, description = "What the key is called in the file and in logs.")
    private String id = "";

    @Option(names = "--tenant", defaultValue = "default", description = "Whose it is (default: ${DEFAULT-VALUE}).")
    private String tenant = "";

    @Option(
            names = "--role",
            defaultValue = "reader",
            description = "reader, author or admin (default: ${DEFAULT-VALUE}).")
    private String role = "";

    @Option(names = "--refused-from", paramLabel = "DATE", description = "The day from which it is refused, in UTC.")
    private @Nullable LocalDate refusedFrom;

    @Override
    public Integer call() {
        String key = ApiKey.generate(new SecureRandom());
        Caller caller = new Caller(new TenantId(tenant), Role.named(role));
        ApiKey kept = new ApiKey(id, caller, ApiKey.hash(key), Optional.ofNullable(refusedFrom));
        System.err.printf("The key, which is shown only now: %s%n", key);
        System.out.println(kept.line());
        return 0;
    }
}
