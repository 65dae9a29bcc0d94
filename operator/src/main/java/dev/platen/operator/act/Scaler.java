package dev.platen.operator.act;

import dev.platen.operator.api.Target;
import io.fabric8.kubernetes.api.model.autoscaling.v1.Scale;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Scalable;

/** Sets the replicas of workloads through their scale subresource, and touches nothing else of them. Thread-safe. */
public final class Scaler {
    private final KubernetesClient client;

    /** Writes with this client. */
    public Scaler(KubernetesClient client) {
        this.client = client;
    }

    /**
     * Sets the replicas; throws where the API server refuses, for instance because somebody else was faster.
     *
     * @param namespace of the workload
     * @param target the workload, which must be there
     * @param replicas how many it should have
     */
    public void scale(String namespace, Target target, int replicas) {
        Scalable<?> workload =
                switch (target.kind()) {
                    case DEPLOYMENT ->
                        client.apps().deployments().inNamespace(namespace).withName(target.name());
                    case STATEFUL_SET ->
                        client.apps().statefulSets().inNamespace(namespace).withName(target.name());
                };
        Scale scale = workload.scale();
        scale.getSpec().setReplicas(replicas);
        workload.scale(scale);
    }
}
