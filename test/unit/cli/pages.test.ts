import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { reconcileKinds } from '../../../cli/audit/reconcile/metric-kinds.js';
import { alertRules } from '../../../cli/pages/alert-rules.js';
import { coveragePage } from '../../../cli/pages/coverage-page.js';
import { errorsPage } from '../../../cli/pages/errors-page.js';
import { pages } from '../../../cli/pages/pages.js';
import type { MetricKinds } from '../../../common/metrics/kinds.js';
import { fromRoot } from '../../../common/root.js';
import { warningKinds } from '../../../common/warnings.js';
import { gatewayKinds } from '../../../gateway/metrics/kinds.js';
import { domains } from '../../../schema/domains.js';
import { memberDocument } from '../../../schema/sources.js';
import { vocabularyOf } from '../../../schema/vocabulary.js';
import { nodeKinds } from '../../../subgraphs/kit/metrics.js';

describe('the pages that are made from code', () => {
  it.each([...pages()])('docs/%s is as checked in (else: npm run docs:pages)', (path, text) => {
    expect(readFileSync(fromRoot('docs', path), 'utf8')).toBe(text);
  });

  it('are one for each file of the shared language, and no other', () => {
    const files = readdirSync(fromRoot('schema', 'member')).map((name) => name.replace('.graphql', ''));
    expect(domains.map(({ file }) => file).sort()).toEqual(files.sort());
    expect(readdirSync(fromRoot('docs', 'schema')).sort()).toEqual(
      [...pages().keys()]
        .filter((path) => path.startsWith('schema/'))
        .map((path) => path.slice('schema/'.length))
        .sort(),
    );
  });
});

describe('the page of errors', () => {
  it('says of each error in both languages who can mend it', () => {
    expect(errorsPage()).toContain(
      '| `AUDIT_UNAVAILABLE` | 503 | yes / sí | operator / operador | The audit log cannot be written, so nothing is disclosed. | No se puede escribir la bitácora, así que nada se divulga. |\n',
    );
  });
});

describe('the page for operators', () => {
  const page = pages().get('operations.md') ?? '';

  it('has alarms that Prometheus can read, of metrics and labels that there are', () => {
    const { groups } = z
      .object({
        groups: z.array(z.object({ rules: z.array(z.object({ alert: z.string(), expr: z.string() })) })),
      })
      .parse(parse(alertRules));
    const named = groups.flatMap(({ rules }) =>
      rules.flatMap(({ expr }) => expr.match(/\b(?:istmo|process|nodejs)_\w+/gu) ?? []),
    );
    expect(named.length).toBeGreaterThan(8);
    const kinds: MetricKinds = { ...gatewayKinds, ...nodeKinds };
    expect(named.filter((name) => kinds[name.replace(/_bucket$/u, '')] === undefined)).toEqual([]);
    const labels = [...alertRules.matchAll(/(\w+)\{(\w+)="(\w+)"\}/gu)];
    expect(labels.map(([, name = '', label = '']) => kinds[name]?.labels.includes(label))).toEqual(
      labels.map(() => true),
    );
    const warnings = labels
      .filter(([, , label]) => label === 'warning')
      .map(([, , , warning = '']) => warning);
    expect(warnings.filter((warning) => !(warning in warningKinds))).toEqual([]);
  });

  it('names each metric and each warning in both languages, and no label that could name anybody', () => {
    const kinds: MetricKinds = { ...gatewayKinds, ...nodeKinds, ...reconcileKinds };
    for (const [name, { en, es }] of Object.entries(kinds)) {
      expect(page).toContain(`| \`${name}\` |`);
      expect(page).toContain(`| ${en} | ${es} |`);
    }
    for (const [code, { en, es }] of Object.entries(warningKinds))
      expect(page).toContain(`| \`${code}\` | ${en} | ${es} |`);
    expect([...new Set(Object.values(kinds).flatMap(({ labels }) => labels))].sort()).toEqual([
      'code',
      'found',
      'kind',
      'outcome',
      'reason',
      'side',
      'state',
      'status',
      'warning',
    ]);
  });
});

describe('a page of the shared language', () => {
  const page = pages().get('schema/precursors.md') ?? '';

  it('names the paragraphs of the declaration, and what refers to what', () => {
    expect(page).toContain('Declaration of 2007, paragraphs 10, 12, 13, 14.');
    expect(page).toContain('  PrecursorIncident --> "0..1" PrecursorShipment : shipment\n');
  });

  it('says type, unit, class and standard of a field in both languages', () => {
    expect(page).toContain(
      '| `quantityKilograms` | `Float` | kg | RESTRICTED | INCB PEN Online | Weight announced, kilograms. · Peso anunciado, kilogramos. |\n',
    );
  });
});

describe('the page of coverage', () => {
  it('counts the fields that each State serves of each type', () => {
    const offers = new Map([['HN', new Set(['Gang.name', 'Gang.signs'])]]);
    const text = coveragePage(offers, vocabularyOf(memberDocument()));
    expect(text.split('\n').filter((line) => /`Gang`|`Firearm`|^\| type/u.test(line))).toEqual([
      '| type · tipo | fields · campos | HN |',
      '| `Firearm` | 26 | — |',
      '| `Gang` | 26 | 2 |',
    ]);
  });
});
