{{- define "platen.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- $name := default .Chart.Name .Values.nameOverride -}}
{{- ternary .Release.Name (printf "%s-%s" .Release.Name $name) (contains $name .Release.Name) | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* The name of a component's objects. Takes root and component. */}}
{{- define "platen.name" -}}
{{- printf "%s-%s" (include "platen.fullname" .root) .component -}}
{{- end -}}

{{/* What selects the pods of one component, or of all without one. */}}
{{- define "platen.selector" -}}
app.kubernetes.io/name: {{ default .root.Chart.Name .root.Values.nameOverride }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- with .component }}
app.kubernetes.io/component: {{ . }}
{{- end }}
{{- end -}}

{{- define "platen.labels" -}}
{{ include "platen.selector" . }}
app.kubernetes.io/part-of: platen
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- end -}}

{{/* Name, namespace and labels. Takes root, component and name. */}}
{{- define "platen.metadata" -}}
name: {{ .name | default (include "platen.name" .) }}
namespace: {{ .root.Release.Namespace }}
labels:
  {{- include "platen.labels" . | nindent 2 }}
{{- end -}}

{{- define "platen.image" -}}
{{- $image := (index .root.Values .component).image -}}
{{- $repository := $image.repository -}}
{{- with .root.Values.global.imageRegistry -}}
{{- $repository = printf "%s/%s" (trimSuffix "/" .) $repository -}}
{{- end -}}
{{- if $image.digest -}}
{{- printf "%s@%s" $repository $image.digest -}}
{{- else -}}
{{- printf "%s:%s" $repository (default .root.Chart.AppVersion $image.tag) -}}
{{- end -}}
{{- end -}}

{{/* "true" where somebody else than the chart decides how many pods a component has: the chart must then not say a number, or every upgrade would reset it. */}}
{{- define "platen.scaledElsewhere" -}}
{{- $values := index .root.Values .component -}}
{{- if dig "hpa" "enabled" false $values -}}
true
{{- else if and .root.Values.operator.enabled (eq (dig "pool" "mode" "" $values) "Auto") -}}
true
{{- end -}}
{{- end -}}

{{/* Every cache node by name, so that clients turn to the next one when a node is away. */}}
{{- define "platen.cacheServers" -}}
{{- $name := include "platen.name" (dict "root" . "component" "cache") -}}
{{- $servers := list -}}
{{- range until (int .Values.cache.replicas) -}}
{{- $servers = append $servers (printf "%s-%d.%s:11222" $name . $name) -}}
{{- end -}}
{{- join ";" $servers -}}
{{- end -}}
