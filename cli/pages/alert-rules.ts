/** Rules of Prometheus for a start, as they stand on the page for operators. */
export const alertRules = `groups:
  - name: istmo
    rules:
      - alert: NothingIsDisclosed # no se divulga nada
        expr: istmo_warning{warning="NOT_WRITABLE"} == 1
        for: 10s
      - alert: WitnessRefuses # un testigo vio otra bitácora
        expr: istmo_witness_refusals > 0
      - alert: SeeTo # cualquier otro aviso de /ready
        expr: istmo_warning == 1
        for: 1m
      - alert: WitnessedLongAgo # hace mucho que nadie refrenda
        expr: istmo_log_entries - istmo_witnessed_entries > 0 and changes(istmo_witnessed_entries[15m]) == 0
        for: 5m
      - alert: StateDown # un Estado no contesta
        expr: istmo_state_up == 0
        for: 2m
      - alert: StateSlow # un Estado tarda
        expr: histogram_quantile(0.95, sum by (le, state) (rate(istmo_state_answer_seconds_bucket[5m]))) > 2
        for: 5m
      - alert: ManyRefusals # muchas negativas
        expr: sum by (code) (rate(istmo_requests_total{outcome="REFUSED"}[5m])) > 1
        for: 5m
      - alert: QuotaExhausted # cuota agotada
        expr: increase(istmo_withheld_total{reason="QUOTA_EXHAUSTED"}[5m]) > 0
      - alert: ThreadFull # el hilo que contesta está lleno
        expr: rate(nodejs_eventloop_active_seconds_total[5m]) > 0.9
        for: 5m
      - alert: ProgramDown # el programa no está
        expr: up == 0
        for: 30s
`;
