#!/bin/sh
# Runs every service for one page, while an image is built, and has the JVM of each note what that took: service.aot.
# Whatever goes wrong only costs time at the start of a container: a service without such a file starts without it.
# Usage: train.sh FOLDER, which holds the services, standalone and examples.
cd "$1" || exit 0
export JDK_JAVA_OPTIONS=-Xmx128m
broker=127.0.0.1:24092
started=

# start NAME FOLDER ARGUMENT...
start() {
  name=$1 folder=$2
  shift 2
  (cd "$folder" && exec java @jvm.options "$@" >"/tmp/train-$name.log" 2>&1) &
  started="$! $started"
}

service() {
  name=$1 port=$2
  shift 2
  cp jvm.options "$name/"
  start "$name" "$name" -XX:AOTCacheOutput=service.aot -Dquarkus.http.host=127.0.0.1 -Dquarkus.http.port="$port" \
    -Dplaten.kafka.bootstrap-servers=$broker -Dplaten.cache-client.servers=127.0.0.1:24222 "$@" -jar quarkus-run.jar
}

cp jvm.options standalone/
start broker standalone -jar quarkus-run.jar broker /tmp/train-broker 24092
service cache-service 24080 -Dplaten.cache.port=24222 -Dplaten.cache.peer-port=24800 -Dplaten.cache.peers=127.0.0.1:24800 \
  -Dplaten.cache.directory=/tmp/train-cache
service compiler-service 24081
service render-service 24082
service gateway 24083 -Dplaten.identity.open=true
# It ends at once, for want of an API server, and has loaded most of its classes by then.
service operator 24084 -Dkubernetes.master=http://127.0.0.1:9

(cd standalone && java @jvm.options -Dplaten.home="$1" -jar quarkus-run.jar train --at http://127.0.0.1:24083) || tail -n 5 /tmp/train-*.log

# The gateway ends first and the broker last; each writes its file when it ends. A build waits five minutes for that and no longer.
(sleep 300 && kill -9 $started) >/dev/null 2>&1 &
watch=$!
for process in $started; do
  kill "$process" 2>/dev/null
  wait "$process"
done
kill "$watch" 2>/dev/null
for service in cache-service compiler-service render-service gateway operator; do
  if [ -s "$service/service.aot" ]; then
    echo "-XX:AOTCache=service.aot" >>"$service/jvm.options"
  else
    echo "train: $service starts without an AOT cache: $(tail -n 1 "/tmp/train-$service.log")"
  fi
done
rm -rf /tmp/train-*
exit 0
