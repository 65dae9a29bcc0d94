package dev.platen.helm.chart;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a manifest says beyond what Kubernetes knows: the typed model keeps unknown fields aside, where an API server
 * would drop or refuse them. The resources of the Prometheus operator have such a model too; those without one, such as
 * WorkerPool, are not looked into.
 */
final class UnknownFields {
    private static final String ASIDE = "getAdditionalProperties";

    private final List<String> found = new ArrayList<>();

    private UnknownFields() {}

    static List<String> of(Object model) {
        UnknownFields fields = new UnknownFields();
        fields.visit(model);
        return fields.found;
    }

    private void visit(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(this::visit);
        } else if (value instanceof Collection<?> collection) {
            collection.forEach(this::visit);
        } else if (value != null && isModel(value.getClass())) {
            visitModel(value);
        }
    }

    private static boolean isModel(Class<?> type) {
        return (type.getName().startsWith("io.fabric8.kubernetes.api.model.")
                        || type.getName().startsWith("io.fabric8.openshift.api.model.monitoring."))
                && !type.isEnum()
                && !type.getSimpleName().startsWith("GenericKubernetes");
    }

    private void visitModel(Object model) {
        for (Method method : model.getClass().getMethods()) {
            if (method.getParameterCount() > 0 || !method.getName().startsWith("get")) {
                continue;
            }
            Object value = call(model, method);
            if (method.getName().equals(ASIDE) && value instanceof Map<?, ?> aside) {
                aside.keySet().forEach(key -> found.add(model.getClass().getSimpleName() + "." + key));
            } else {
                visit(value);
            }
        }
    }

    private static @Nullable Object call(Object model, Method getter) {
        try {
            return getter.invoke(model);
        } catch (IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalStateException("getter %s fails".formatted(getter), broken);
        }
    }
}
