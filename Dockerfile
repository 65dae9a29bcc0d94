# One recipe for every service, each of them a target: docker build --target gateway -t platen/gateway:0.1.0 .
# It takes what ./platen build made; ./platen images builds all of them.
ARG BASE=eclipse-temurin:25-jre

# All services run once, for one page, with the JVM and in the place that they will have. Builders keep this stage for the next service.
FROM ${BASE} AS trained
WORKDIR /opt/platen
COPY image/ ./
COPY examples/sign-up.json examples/
COPY standalone/target/quarkus-app/ standalone/
COPY cache-service/target/quarkus-app/ cache-service/
COPY compiler-service/target/quarkus-app/ compiler-service/
COPY render-service/target/quarkus-app/ render-service/
COPY gateway/target/quarkus-app/ gateway/
COPY operator/target/quarkus-app/ operator/
RUN sh train.sh /opt/platen

# What all images have in common. Nothing in them belongs to the user that runs.
FROM ${BASE} AS service
LABEL org.opencontainers.image.licenses="Apache-2.0"
# A number, so that Kubernetes can tell that it is not root.
USER 10001:10001
EXPOSE 8080
# The share of the container's memory that the heap may take; the chart sets it too.
ENV JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=60"
ENTRYPOINT ["java", "@jvm.options", "-jar", "quarkus-run.jar"]

# The folder is that of the training: a cache of the JVM is only good for the files that it was made of.
FROM service AS cache-service
WORKDIR /opt/platen/cache-service
COPY --from=trained /opt/platen/cache-service/ ./

FROM service AS compiler-service
WORKDIR /opt/platen/compiler-service
COPY --from=trained /opt/platen/compiler-service/ ./

FROM service AS render-service
WORKDIR /opt/platen/render-service
COPY --from=trained /opt/platen/render-service/ ./

FROM service AS operator
WORKDIR /opt/platen/operator
COPY --from=trained /opt/platen/operator/ ./

FROM service AS gateway
WORKDIR /opt/platen/gateway
COPY --from=trained /opt/platen/gateway/ ./
