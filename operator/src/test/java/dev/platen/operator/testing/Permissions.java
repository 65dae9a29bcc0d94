package dev.platen.operator.testing;

import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What a role allows, asked as an API server asks: group, resource with its subresource, verb. */
public final class Permissions {
    private final List<PolicyRule> rules;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    private Permissions(List<PolicyRule> rules) {
        this.rules = rules;
    }

    /** The operator's role as the chart ships it; refuses wildcards. */
    public static Permissions shipped() throws IOException {
        String template = Files.readString(Golden.repository("helm/platen/templates/operator.yaml"));
        String rules = defined(template, "platen.operatorRules") + defined(template, "platen.operatorLeaseRules");
        Role role = new KubernetesSerialization().unmarshal("kind: Role\nrules:" + rules, Role.class);
        for (PolicyRule rule : role.getRules()) {
            if (rule.getApiGroups().contains("*")
                    || rule.getResources().contains("*")
                    || rule.getVerbs().contains("*")) {
                throw new AssertionError("the operator's role has a wildcard: " + rule);
            }
        }
        return new Permissions(role.getRules());
    }

    private static String defined(String template, String name) {
        String head = "define \"%s\" -}}".formatted(name);
        int begin = template.indexOf(head) + head.length();
        return "\n" + template.substring(begin, template.indexOf("{{- end", begin));
    }

    /** The rights that nobody has made use of so far, such as {@code patch uischemas}. */
    public Set<String> unused() {
        Set<String> unused = new TreeSet<>();
        for (PolicyRule rule : rules) {
            for (String resource : rule.getResources()) {
                rule.getVerbs().forEach(verb -> unused.add(verb + " " + resource));
            }
        }
        unused.removeAll(used);
        return unused;
    }

    /** Why a request is refused, empty where it is allowed or is not about resources. */
    Optional<String> refusal(String method, String pathAndQuery) {
        int query = pathAndQuery.indexOf('?');
        String path = query < 0 ? pathAndQuery : pathAndQuery.substring(0, query);
        List<String> parts = new ArrayList<>(Arrays.asList(path.substring(1).split("/")));
        boolean core = parts.getFirst().equals("api");
        if (parts.size() < (core ? 3 : 4) || path.contains("/selfsubject")) {
            return Optional.empty();
        }
        String group = core ? "" : parts.get(1);
        List<String> rest = parts.subList(core ? 2 : 3, parts.size());
        if (rest.getFirst().equals("namespaces") && rest.size() > 2) {
            rest = rest.subList(2, rest.size());
        }
        String resource = rest.size() > 2 ? rest.get(0) + "/" + rest.get(2) : rest.get(0);
        String verb = verb(method, rest.size() > 1, pathAndQuery.contains("watch=true"));
        boolean allowed = rules.stream()
                .anyMatch(rule -> rule.getApiGroups().contains(group)
                        && rule.getResources().contains(resource)
                        && rule.getVerbs().contains(verb));
        if (allowed) {
            used.add(verb + " " + resource);
        }
        return allowed
                ? Optional.empty()
                : Optional.of("cannot %s resource %s in API group '%s'".formatted(verb, resource, group));
    }

    private static String verb(String method, boolean named, boolean watch) {
        return switch (method) {
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> named ? "delete" : "deletecollection";
            default -> watch ? "watch" : oneOrAll(named);
        };
    }

    private static String oneOrAll(boolean named) {
        return named ? "get" : "list";
    }
}
