import type { Finding, FindingKind } from '../../../audit/reconcile/finding.js';
import { type Run, wrongOf } from './run.js';

const kinds: Readonly<Record<FindingKind, string>> = {
  ONLY_GATEWAY: "not in the node's log / no está en la bitácora del nodo",
  ONLY_NODE: "not in the gateway's log / no está en la bitácora de la pasarela",
  DIFFERENT: 'the two do not say the same / las dos no dicen lo mismo',
  IN_FLIGHT: 'too new to say / demasiado reciente para decirlo',
};

/** A finding as a person reads it. */
export function findingText({ kind, jti, time, onlyGateway, onlyNode }: Finding): string {
  const parts = [
    `${time} ${jti}: ${kinds[kind]}`,
    ...(onlyGateway.length > 0 ? [`  gateway / pasarela: ${onlyGateway.join(', ')}`] : []),
    ...(onlyNode.length > 0 ? [`  node / nodo: ${onlyNode.join(', ')}`] : []),
  ];
  return parts.join('\n');
}

/** How a run ended, in a line. */
export function runText(run: Run): string {
  if (run.result === 'NOT_COMPARED') return `not compared / no se compararon: ${run.fault ?? ''}`;
  const wrong = wrongOf(run);
  const verdict = wrong === 0 ? 'OK' : `${String(wrong)} differ / difieren`;
  return `${verdict}: ${String(run.agreed)} requests in both, the same / solicitudes en ambas, iguales`;
}

/** Findings that a line of JSON names; it says how many there are. */
const namedFindings = 1_000;

/** A run as a line of JSON, made as its findings come. */
export function runLine(): {
  readonly tell: (finding: Finding) => void;
  readonly text: (run: Run) => string;
} {
  const findings: Finding[] = [];
  return {
    tell: (finding) => {
      if (findings.length < namedFindings) findings.push(finding);
    },
    text: (run) => JSON.stringify({ ...run, findings }),
  };
}
