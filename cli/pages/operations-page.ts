import { type MetricKinds, namesOf } from '../../common/metrics/kinds.js';
import { warningKinds } from '../../common/warnings.js';
import { gatewayKinds } from '../../gateway/metrics/kinds.js';
import { nodeKinds } from '../../subgraphs/kit/metrics.js';
import { reconcileKinds } from '../audit/reconcile/metric-kinds.js';
import { alertRules } from './alert-rules.js';

const head = `# Watching over gateways and nodes / Vigilar pasarelas y nodos

\`npm run docs:pages\` writes this page from code.

## Is it well? / ¿Está bien?

\`GET /health\` of a gateway says which States' nodes answer. \`GET /ready\` of a gateway and of a node is 200, or 503 while its log cannot be
written and nothing is disclosed; \`log\` says how the log does, and \`warnings\` what to see to long before that. The process's own log says the
same whenever it changes.

_\`GET /health\` de una pasarela dice qué nodos contestan. \`GET /ready\` de una pasarela y de un nodo da 200, o 503 mientras su bitácora no se pueda
escribir y nada se divulgue; \`log\` dice cómo está la bitácora y \`warnings\` qué atender mucho antes. El registro propio del proceso dice lo mismo
cada vez que cambia._

| warning / aviso | what it says | qué dice |
| --- | --- | --- |
`;

const disk = `
### Backlog and disk / Cola y disco

A log in SQLite knows what is left of its disk. PostgreSQL tells nobody but its superuser, and a log must not be written as one: say in
\`ISTMO_LOG_MAX_BYTES\` how many bytes the log's database may take, and what is left of them is watched instead (with SQLite, whichever is
less). Without it only what it takes is known. \`daysLeft\` is what is left divided by what the entries of the last 24 hours took; it is worked out
anew every ten minutes. Gateways that share a log each say how many disclosures wait in its queue and for how long the oldest has (\`queue\`): the gateway
that numbers takes some milliseconds, another takes over within a second, and after eight seconds what waits is refused.

_Una bitácora en SQLite sabe cuánto queda de su disco. PostgreSQL solo lo dice a su superusuario, y una bitácora no debe escribirse como tal: indique en
\`ISTMO_LOG_MAX_BYTES\` cuántos bytes puede ocupar la base de datos de la bitácora y se vigilará lo que quede de ellos (con SQLite, lo que sea
menos). Sin eso solo se sabe cuánto ocupa. \`daysLeft\` es lo que queda entre lo que ocuparon los asientos de las últimas 24 horas; se calcula
de nuevo cada diez minutos. Las pasarelas que comparten una bitácora dicen cada una cuántas divulgaciones esperan en la cola y desde cuándo la más antigua (\`queue\`): la
pasarela que numera tarda milisegundos, otra la releva en menos de un segundo, y a los ocho segundos lo que espera se niega._

### A proxy before a node / Un proxy delante de un nodo

Questions that a gateway has for a State at the same moment come in one exchange, of the type \`application/vnd.istmo.bundle\`, and are answered line by line as each is ready. A
proxy must pass lines on as they come: nginx does, as the node asks it to (\`X-Accel-Buffering: no\`); of another, turn off the buffering of answers. One that
holds them back makes each question wait for the slowest beside it. A proxy that says how much may come in one request must let a megabyte through.

_Las preguntas que una pasarela tiene para un Estado en un mismo momento llegan en un solo intercambio, del tipo \`application/vnd.istmo.bundle\`, y se contestan línea por línea, cada
una cuando está lista. Un proxy debe dejar pasar las líneas según llegan: nginx lo hace, porque el nodo se lo pide (\`X-Accel-Buffering: no\`); en otro, apague el
almacenamiento intermedio de respuestas. El que las retiene hace que cada pregunta espere a la más lenta de las suyas. Un proxy que limita el tamaño de una solicitud debe dejar pasar un megabyte._

## Metrics / Métricas

Off unless \`ISTMO_METRICS_PORT\` is set. They are served at \`/metrics\` of a port of their own, by default on 127.0.0.1 only (\`ISTMO_METRICS_HOST\`), in
Prometheus' text format: where the port can be reached from elsewhere, a firewall or a proxy must say by whom. No label names an agency, an
officer, a purpose, a case, a person, a record or what was asked; but how often States are asked tells something by itself.

_Apagadas si no se define \`ISTMO_METRICS_PORT\`. Se sirven en \`/metrics\` de un puerto propio, por omisión solo en 127.0.0.1 (\`ISTMO_METRICS_HOST\`), en el
formato de texto de Prometheus: si el puerto se alcanza desde otra parte, un cortafuegos o un proxy debe decir quién. Ninguna etiqueta nombra
agencia, agente, finalidad, caso, persona, registro ni lo que se preguntó; pero cuánto se pregunta a cada Estado ya dice algo._

\`\`\`yaml
scrape_configs:
  - job_name: istmo
    static_configs:
      - targets: ['127.0.0.1:9464', '127.0.0.1:9465'] # ISTMO_METRICS_PORT of a gateway and of a node
\`\`\`
`;

/** The page for operators, as Markdown. */
export function operationsPage(): string {
  const warnings = Object.entries(warningKinds).map(
    ([code, { en, es }]) => `| \`${code}\` | ${en} | ${es} |\n`,
  );
  return [
    head,
    ...warnings,
    disk,
    metricsTable('A gateway / Una pasarela', gatewayKinds),
    metricsTable('A node / Un nodo', nodeKinds),
    metricsTable('`istmo audit reconcile --metrics FILE`', reconcileKinds),
    '\n## Alarms, for a start / Alarmas, para empezar\n\n```yaml\n',
    alertRules,
    '```\n',
  ].join('');
}

function metricsTable(title: string, kinds: MetricKinds): string {
  const rows = namesOf(kinds).map((name) => {
    const { type, labels, en, es } = kinds[name] ?? { type: '', labels: [], en: '', es: '' };
    const of = labels.map((label) => `\`${label}\``).join(', ');
    return `| \`${name}\` | ${type} | ${of} | ${en} | ${es} |\n`;
  });
  return `\n### ${title}\n\n| metric | type | labels | what it is | qué es |\n| --- | --- | --- | --- | --- |\n${rows.join('')}`;
}
