{{/*
The pod of any component, within Pod Security "restricted". Takes root, component, env (a list) and, where they are
needed: ports (further ones), preStopSeconds, graceSeconds, serviceAccount, volumes, mounts.
*/}}
{{- define "platen.pod" -}}
{{- $values := index .root.Values .component -}}
{{- $kafkaSecrets := include "platen.kafkaSecrets" .root | fromYamlArray -}}
{{- $kafkaSecured := include "platen.kafkaSecured" .root -}}
metadata:
  labels:
    {{- include "platen.selector" . | nindent 4 }}
    app.kubernetes.io/part-of: platen
  {{- with $values.podAnnotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  serviceAccountName: {{ .serviceAccount | default (include "platen.fullname" .root) }}
  automountServiceAccountToken: {{ if .serviceAccount }}true{{ else }}false{{ end }}
  # The variables of service links, such as PLATEN_CACHE_PORT, would be taken for settings.
  enableServiceLinks: false
  terminationGracePeriodSeconds: {{ .graceSeconds | default 30 }}
  securityContext:
    runAsNonRoot: true
    seccompProfile:
      type: RuntimeDefault
  {{- with .root.Values.global.imagePullSecrets }}
  imagePullSecrets:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $values.priorityClassName }}
  priorityClassName: {{ . }}
  {{- end }}
  {{- with $values.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $values.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $values.affinity }}
  affinity:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  topologySpreadConstraints:
    {{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
    - maxSkew: 1
      topologyKey: {{ . }}
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          {{- include "platen.selector" $ | nindent 10 }}
    {{- end }}
  containers:
    - name: {{ .component }}
      image: {{ include "platen.image" . }}
      imagePullPolicy: {{ .root.Values.imagePullPolicy }}
      ports:
        - name: http
          containerPort: 8080
        {{- with .ports }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      env:
        {{- include "platen.env" . | nindent 8 }}
      {{- include "platen.probes" . | nindent 6 }}
      {{- with .preStopSeconds }}
      lifecycle:
        preStop:
          sleep:
            seconds: {{ . }}
      {{- end }}
      resources:
        {{- toYaml $values.resources | nindent 8 }}
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        capabilities:
          drop: [ALL]
      volumeMounts:
        - name: tmp
          mountPath: /tmp
        {{- if $kafkaSecured }}
        - name: kafka-settings
          mountPath: /etc/platen/kafka-settings
          readOnly: true
        {{- end }}
        {{- range $kafkaSecrets }}
        - name: {{ .folder }}
          mountPath: /etc/platen/{{ .folder }}
          readOnly: true
        {{- end }}
        {{- with .mounts }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
  volumes:
    - name: tmp
      emptyDir:
        sizeLimit: 256Mi
    {{- if $kafkaSecured }}
    - name: kafka-settings
      configMap:
        name: {{ include "platen.name" (dict "root" .root "component" "kafka") }}
    {{- end }}
    {{- range $kafkaSecrets }}
    - name: {{ .folder }}
      secret:
        secretName: {{ .secret }}
        items:
          {{- range .keys }}
          - key: {{ . }}
            path: {{ . }}
          {{- end }}
    {{- end }}
    {{- with .volumes }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
{{- end -}}

{{- define "platen.env" -}}
{{- $kafka := .root.Values.kafka -}}
- name: JDK_JAVA_OPTIONS
  value: {{ .root.Values.javaOptions | quote }}
- name: QUARKUS_HTTP_HOST
  value: 0.0.0.0
- name: QUARKUS_HTTP_PORT
  value: "8080"
- name: PLATEN_LOG_FORMAT
  value: {{ .root.Values.logs.format }}
- name: PLATEN_KAFKA_BOOTSTRAP_SERVERS
  value: {{ include "platen.kafkaServers" .root | quote }}
- name: PLATEN_KAFKA_REPLICATION
  value: {{ $kafka.replication | quote }}
{{- $settings := list }}
{{- if include "platen.kafkaSecured" .root }}
{{- $settings = append $settings "file:/etc/platen/kafka-settings/kafka.properties" }}
{{- end }}
{{- if $kafka.existingSecret }}
{{- $settings = append $settings "file:/etc/platen/kafka/kafka.properties" }}
{{- end }}
{{- with $settings }}
- name: SMALLRYE_CONFIG_LOCATIONS
  value: {{ join "," . }}
{{- end }}
{{- if has .component (list "gateway" "compiler" "render") }}
{{- with .root.Values.tracing }}
{{- if .endpoint }}
- name: PLATEN_TRACING_ENDPOINT
  value: {{ .endpoint | quote }}
- name: PLATEN_TRACING_RATIO
  value: {{ .ratio | quote }}
- name: PLATEN_TRACING_TRUST_CALLERS
  value: {{ .trustCallers | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- range .env }}
- {{ toYaml . | nindent 2 | trim }}
{{- end }}
{{- range (index .root.Values .component).extraEnv }}
- {{ toYaml . | nindent 2 | trim }}
{{- end }}
{{- end -}}

{{- define "platen.probes" -}}
startupProbe:
  httpGet:
    path: /q/health/started
    port: http
  periodSeconds: 2
  timeoutSeconds: 2
  failureThreshold: 90
livenessProbe:
  httpGet:
    path: /q/health/live
    port: http
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 3
readinessProbe:
  httpGet:
    path: /q/health/ready
    port: http
  periodSeconds: 5
  timeoutSeconds: 3
  failureThreshold: 3
{{- end -}}
