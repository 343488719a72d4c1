import { type Mask, masks, type Withheld } from '../common/withheld.js';
import type { Decision, OpenGrant } from './decide.js';
import { type Age, identifies, protectsAge } from './minors.js';

/** What is shown of a row, and what is withheld of it though other rows show it. */
export interface Projection {
  /** Field → its mask, or undefined where it is shown plain. */
  readonly shown: ReadonlyMap<string, Mask | undefined>;
  readonly withheld: readonly Withheld[];
}

/**
 * Whether a row is returned at all.
 *
 * @param opened - for each of the decision's grants, whether its `where` holds for the row
 */
export function isReturned(decision: Decision, opened: readonly boolean[], age: Age = 'ADULT'): boolean {
  const { record, filters, sorts } = decision.reading;
  const identified = [...filters, ...sorts].some((field) => identifies(record, field));
  return decision.grants.some(
    ({ grant, returns }, position) =>
      returns && opened[position] === true && !(identified && protectsAge(grant, age)),
  );
}

const projections = new WeakMap<Decision, Map<string, Projection>>();

/** The projection of a returned row: worked out once for each combination of grants that occurs. */
export function project(decision: Decision, opened: readonly boolean[], age: Age = 'ADULT'): Projection {
  const known = projections.get(decision) ?? new Map<string, Projection>();
  projections.set(decision, known);
  const key = `${opened.map(Number).join('')} ${age}`;
  const hit = known.get(key);
  if (hit !== undefined) return hit;
  const made = makeProjection(decision, opened, age);
  known.set(key, made);
  return made;
}

function makeProjection(decision: Decision, opened: readonly boolean[], age: Age): Projection {
  const { record, fields } = decision.reading;
  const holding = decision.grants.filter((_, position) => opened[position] === true);
  const shown = new Map<string, Mask | undefined>();
  const withheld: Withheld[] = [];
  for (const field of fields) {
    const giving = holding.filter(({ grant }) => grant.fields.includes(field));
    const usable = giving.filter(({ grant }) => !(identifies(record, field) && protectsAge(grant, age)));
    if (usable.length > 0) shown.set(field, leastMask(usable, field));
    else if (giving.length > 0)
      withheld.push({ coordinate: `${record}.${field}`, reason: 'MINOR_PROTECTED' });
    else if (decision.grants.some(({ grant }) => grant.fields.includes(field)))
      withheld.push({ coordinate: `${record}.${field}`, reason: 'NOT_IN_AGREEMENT' });
  }
  return { shown, withheld };
}

function leastMask(usable: readonly OpenGrant[], field: string): Mask | undefined {
  const found = usable.map(({ grant }) => grant.mask?.[field]);
  return found.includes(undefined) ? undefined : masks.find((mask) => found.includes(mask));
}
