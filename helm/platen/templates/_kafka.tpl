{{/* Where the brokers are: those that are named, or those that Strimzi runs. */}}
{{- define "platen.kafkaServers" -}}
{{- if .Values.strimzi.enabled -}}
{{- if .Values.kafka.bootstrapServers -}}
{{- fail "strimzi.enabled brings a Kafka of its own: leave kafka.bootstrapServers empty, or set strimzi.enabled to false" -}}
{{- end -}}
{{- if or .Values.kafka.tls.enabled .Values.kafka.sasl.mechanism -}}
{{- fail "strimzi.enabled brings certificates of its own: leave out kafka.tls and kafka.sasl, or set strimzi.enabled to false" -}}
{{- end -}}
{{- if gt (int .Values.kafka.replication) (int .Values.strimzi.replicas) -}}
{{- fail (printf "kafka.replication is %d and strimzi.replicas is %d: there cannot be more copies than brokers" (int .Values.kafka.replication) (int .Values.strimzi.replicas)) -}}
{{- end -}}
{{- printf "%s-kafka-kafka-bootstrap:9093" (include "platen.fullname" .) -}}
{{- else -}}
{{- required "kafka.bootstrapServers is required: the brokers to ask first, host:port separated by commas" .Values.kafka.bootstrapServers -}}
{{- end -}}
{{- end -}}

{{/* The Secrets of Kafka and the folders under /etc/platen where their keys are found, as YAML. */}}
{{- define "platen.kafkaSecrets" -}}
{{- $secrets := list -}}
{{- if .Values.strimzi.enabled -}}
{{- $cluster := printf "%s-kafka" (include "platen.fullname" .) -}}
{{- $secrets = list
  (dict "folder" "kafka-ca" "secret" (printf "%s-cluster-ca-cert" $cluster) "keys" (list "ca.crt"))
  (dict "folder" "kafka-client" "secret" (include "platen.fullname" .) "keys" (list "user.crt" "user.key")) -}}
{{- end -}}
{{- with .Values.kafka.tls -}}
{{- if and .caSecret .enabled -}}
{{- $secrets = append $secrets (dict "folder" "kafka-ca" "secret" .caSecret "keys" (list "ca.crt")) -}}
{{- end -}}
{{- if and .clientSecret .enabled -}}
{{- $secrets = append $secrets (dict "folder" "kafka-client" "secret" .clientSecret "keys" (list "tls.crt" "tls.key")) -}}
{{- end -}}
{{- end -}}
{{- with .Values.kafka.sasl -}}
{{- if .mechanism -}}
{{- $secrets = append $secrets (dict "folder" "kafka-sasl" "secret" (required "kafka.sasl.secret is required with kafka.sasl.mechanism: a Secret with the keys username and password" .secret) "keys" (list "username" "password")) -}}
{{- end -}}
{{- end -}}
{{- with .Values.kafka.existingSecret -}}
{{- $secrets = append $secrets (dict "folder" "kafka" "secret" . "keys" (list "kafka.properties")) -}}
{{- end -}}
{{- toYaml $secrets -}}
{{- end -}}

{{/* Whether the clients are told more than where the brokers are. */}}
{{- define "platen.kafkaSecured" -}}
{{- if or .Values.strimzi.enabled .Values.kafka.tls.enabled .Values.kafka.sasl.mechanism -}}
true
{{- end -}}
{{- end -}}

{{/*
Settings of every client. They hold no secret: Kafka's own provider reads those from the mounted folders, and its marks
are written with two dollars because one belongs to the configuration of the service.
*/}}
{{- define "platen.kafkaProperties" -}}
{{- $tls := or .Values.strimzi.enabled .Values.kafka.tls.enabled -}}
{{- $certificate := ternary "user" "tls" .Values.strimzi.enabled -}}
{{- $prefix := "platen.kafka.properties." -}}
{{ $prefix }}"security.protocol"={{ if .Values.kafka.sasl.mechanism }}SASL_{{ end }}{{ ternary "SSL" "PLAINTEXT" $tls }}
{{ $prefix }}"config.providers"=secret
{{ $prefix }}"config.providers.secret.class"=org.apache.kafka.common.config.provider.DirectoryConfigProvider
{{ $prefix }}"config.providers.secret.param.allowed.paths"=/etc/platen
{{- if or .Values.strimzi.enabled (and $tls .Values.kafka.tls.caSecret) }}
{{ $prefix }}"ssl.truststore.type"=PEM
{{ $prefix }}"ssl.truststore.location"=/etc/platen/kafka-ca/ca.crt
{{- end }}
{{- if or .Values.strimzi.enabled (and $tls .Values.kafka.tls.clientSecret) }}
{{ $prefix }}"ssl.keystore.type"=PEM
{{ $prefix }}"ssl.keystore.certificate.chain"=$${secret:/etc/platen/kafka-client:{{ $certificate }}.crt}
{{ $prefix }}"ssl.keystore.key"=$${secret:/etc/platen/kafka-client:{{ $certificate }}.key}
{{- end }}
{{- with .Values.kafka.sasl.mechanism }}
{{ $prefix }}"sasl.mechanism"={{ . }}
{{ $prefix }}"sasl.jaas.config"=org.apache.kafka.common.security.{{ ternary "plain.PlainLoginModule" "scram.ScramLoginModule" (eq . "PLAIN") }} required username="$${secret:/etc/platen/kafka-sasl:username}" password="$${secret:/etc/platen/kafka-sasl:password}";
{{- end }}
{{- end -}}
