{{/* A HorizontalPodAutoscaler on processor time, where one is asked for. Takes root and component. */}}
{{- define "platen.hpa" -}}
{{- $hpa := (index .root.Values .component).hpa -}}
{{- if $hpa.enabled -}}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  {{- include "platen.metadata" . | nindent 2 }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ include "platen.name" . }}
  minReplicas: {{ $hpa.minReplicas }}
  maxReplicas: {{ $hpa.maxReplicas }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: {{ $hpa.targetCpuPercent }}
{{- end -}}
{{- end -}}
