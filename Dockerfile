# One recipe for every service: docker build --build-arg SERVICE=gateway -t platen/gateway:0.1.0 .
# SERVICE is the folder of a built module (./platen build); ./platen images builds all of them.
ARG BASE=eclipse-temurin:25-jre
FROM ${BASE}

ARG SERVICE
LABEL org.opencontainers.image.title="platen ${SERVICE}" \
      org.opencontainers.image.licenses="Apache-2.0"

# Layers from what changes seldom to what changes always; nothing in them belongs to the user that runs.
WORKDIR /opt/platen
COPY ${SERVICE}/target/quarkus-app/lib/ lib/
COPY ${SERVICE}/target/quarkus-app/quarkus-run.jar ./
COPY ${SERVICE}/target/quarkus-app/quarkus/ quarkus/
COPY ${SERVICE}/target/quarkus-app/app/ app/

# A number, so that Kubernetes can tell that it is not root.
USER 10001:10001
EXPOSE 8080

# The share of the container's memory that the heap may take; the chart sets it too.
ENV JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=60"
ENTRYPOINT ["java", \
    "-XX:+UseSerialGC", \
    "-XX:+UseCompactObjectHeaders", \
    "-XX:+ExitOnOutOfMemoryError", \
    "-Dorg.infinispan.threads.virtual=false", \
    "--enable-native-access=ALL-UNNAMED", \
    "--sun-misc-unsafe-memory-access=allow", \
    "-jar", "quarkus-run.jar"]
