package dev.platen.operator.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.mockwebserver.dsl.HttpMethod;
import io.fabric8.mockwebserver.http.Buffer;
import io.fabric8.mockwebserver.http.Headers;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the CRUD dispatcher what production writes need: server-side apply (creates what is absent, lays itself over
 * what is there, replaces a status as a whole, since its one writer owns all of it), scale subresources and the question what
 * one may do.
 */
final class ApplyingDispatcher extends KubernetesCrudDispatcher {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    private static final String EVERYTHING_ALLOWED = """
            {"apiVersion": "authorization.k8s.io/v1", "kind": "SelfSubjectRulesReview", "spec": {}, "status": {
              "incomplete": false, "nonResourceRules": [],
              "resourceRules": [{"verbs": ["*"], "apiGroups": ["*"], "resources": ["*"]}]}}
            """;

    private static final String RESTRICTED = "Bearer " + MockApiServer.RESTRICTED_TOKEN;

    private static final Pattern MANAGER = Pattern.compile("[?&]fieldManager=([^&]+)");

    private final FieldOwners owners = new FieldOwners();
    private final @Nullable Permissions permissions;

    /**
     * A server.
     *
     * @param permissions what callers with the restricted token may do; others may do everything, as may all where this is null
     */
    ApplyingDispatcher(@Nullable Permissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        Optional<String> refusal = permissions == null || !RESTRICTED.equals(request.getHeader("Authorization"))
                ? Optional.empty()
                : permissions.refusal(request.getMethod(), request.getPath());
        if (refusal.isPresent()) {
            ObjectNode status = JSON.createObjectNode()
                    .put("apiVersion", "v1")
                    .put("kind", "Status")
                    .put("status", "Failure")
                    .put("reason", "Forbidden")
                    .put("code", 403)
                    .put("message", refusal.get());
            return new MockResponse().setResponseCode(403).setBody(status.toString());
        }
        return super.dispatch(request);
    }

    @Override
    public MockResponse handleGet(String path) {
        String resource = withoutQuery(path);
        return isScale(resource) ? scaleOf(super.handleGet(parent(resource))) : super.handleGet(path);
    }

    @Override
    public MockResponse handleCreate(RecordedRequest request) {
        return withoutQuery(request.getPath()).endsWith("/selfsubjectrulesreviews")
                ? new MockResponse().setResponseCode(201).setBody(EVERYTHING_ALLOWED)
                : super.handleCreate(request);
    }

    @Override
    public MockResponse handleUpdate(RecordedRequest request) {
        String path = withoutQuery(request.getPath());
        return isScale(path) ? scale(path, body(request)) : super.handleUpdate(request);
    }

    @Override
    public MockResponse handlePatch(RecordedRequest request) {
        String path = withoutQuery(request.getPath());
        if (isScale(path)) {
            return scale(path, body(request));
        }
        String type = request.getHeader("Content-Type");
        return type != null && type.contains("apply-patch") ? apply(path, request) : super.handlePatch(request);
    }

    private MockResponse apply(String path, RecordedRequest request) {
        JsonNode body = body(request);
        boolean present = findResource(getKey(path)) != null;
        if (path.endsWith("/status")) {
            ObjectNode replacement = JSON.createObjectNode().put("op", "add").put("path", "/status");
            replacement.set("value", body.path("status"));
            String patch = JSON.createArrayNode().add(replacement).toString();
            return super.handlePatch(request(HttpMethod.PATCH, path, "application/json-patch+json", patch));
        }
        String manager = manager(request.getPath());
        if (!present) {
            owners.forget(path);
            ObjectNode created = owners.apply(path, manager, JSON.createObjectNode(), body);
            return super.handleCreate(request(HttpMethod.POST, parent(path), "application/json", created.toString()));
        }
        ObjectNode there = (ObjectNode) json(super.handleGet(path).getBody().getBytes());
        String patch = FieldOwners.difference(there, owners.apply(path, manager, there, body))
                .toString();
        return super.handlePatch(request(HttpMethod.PATCH, path, "application/json-patch+json", patch));
    }

    private static String manager(String pathAndQuery) {
        Matcher found = MANAGER.matcher(pathAndQuery);
        if (!found.find()) {
            throw new IllegalArgumentException("an API server refuses an apply without fieldManager: " + pathAndQuery);
        }
        return found.group(1);
    }

    private MockResponse scale(String path, JsonNode wanted) {
        ObjectNode patch = JSON.createObjectNode();
        patch.putObject("spec").set("replicas", wanted.at("/spec/replicas"));
        JsonNode version = wanted.at("/metadata/resourceVersion");
        if (!version.isMissingNode()) {
            patch.putObject("metadata").set("resourceVersion", version);
        }
        RecordedRequest onParent =
                request(HttpMethod.PATCH, parent(path), "application/merge-patch+json", patch.toString());
        return scaleOf(super.handlePatch(onParent));
    }

    private static MockResponse scaleOf(MockResponse answer) {
        if (answer.code() >= 300) {
            return answer;
        }
        JsonNode resource = json(answer.getBody().getBytes());
        ObjectNode scale =
                JSON.createObjectNode().put("apiVersion", "autoscaling/v1").put("kind", "Scale");
        ObjectNode metadata = scale.putObject("metadata");
        for (String field : new String[] {"name", "namespace", "uid", "resourceVersion"}) {
            metadata.set(field, resource.path("metadata").path(field));
        }
        scale.putObject("spec").put("replicas", resource.at("/spec/replicas").asInt());
        scale.putObject("status")
                .put("replicas", resource.at("/status/replicas").asInt());
        return new MockResponse().setResponseCode(200).setBody(scale.toString());
    }

    private static RecordedRequest request(HttpMethod method, String path, String type, String body) {
        Headers headers = Headers.builder().add("Content-Type", type).build();
        return new RecordedRequest(
                "HTTP/1.1", method, path, headers, new Buffer(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonNode body(RecordedRequest request) {
        return YAML.unmarshal(new String(request.getBody().getBytes(), StandardCharsets.UTF_8), JsonNode.class);
    }

    private static JsonNode json(byte[] text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isScale(String path) {
        return path.endsWith("/scale");
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    private static String withoutQuery(String path) {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }
}
