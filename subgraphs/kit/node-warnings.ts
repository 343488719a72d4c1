import { type LogHealth, warningsOf } from '../../audit/log-health.js';
import type { Warning } from '../../common/warnings.js';

/** What whoever runs a node should see to. @param fault - what is wrong with agreements that are not in force */
export function nodeWarnings(health: LogHealth, refusals: number, fault: unknown): readonly Warning[] {
  const warnings = warningsOf(health, refusals);
  return fault === undefined ? warnings : [...warnings, 'AGREEMENTS_NOT_TAKEN'];
}
