import type { GraphQLObjectType, SelectionSetNode } from 'graphql';
import { isRecordType } from '../execute/record-type.js';
import type { Data } from '../plan/data.js';
import { JsonText } from '../plan/json-text.js';
import type { Representation } from '../states/owner.js';
import { type Member, membersOf } from './members.js';
import { misfit, noteAtHand, type Pass, type Passing, passedText } from './pass.js';
import { memberPass } from './value-pass.js';

/** What a fetch asks of an entity type, and what of it goes to the client as it is. */
export interface EntityParts {
  readonly asked: SelectionSetNode;
  readonly wanted: SelectionSetNode;
  /** Response keys. */
  readonly passed: ReadonlySet<string>;
}

/** Goes over an entity and fills it. @returns where it ends; {@link misfit} */
export type EntityPass = (
  text: string,
  at: number,
  passing: Passing,
  representation: Representation,
  entity: Data,
) => number;

/** A member of an entity, which begins with its label. */
interface Part {
  readonly key: string;
  readonly label: string;
  readonly pass: Pass;
  /** Its text goes to the client; or its value to the steps that follow; or it is the gateway's own. */
  readonly to: 'CLIENT' | 'PLAN' | 'NOBODY';
}

/** @returns undefined where its form depends on more than the selections, or nothing is passed on */
export function entityPass(
  type: GraphQLObjectType,
  { passed, ...selected }: EntityParts,
): EntityPass | undefined {
  const parts = partsOf(type, selected, passed);
  if (parts?.some(({ to }) => to === 'CLIENT') !== true) return undefined;
  const isRecord = isRecordType(type);
  return (text, start, passing, { id }, entity) => {
    let at = start;
    passing.id = undefined;
    for (const { key, label, pass, to } of parts) {
      if (!text.startsWith(label, at)) return misfit;
      const found = passedText(pass, text, at + label.length, passing);
      if (found === undefined) return misfit;
      at = found.end;
      if (to !== 'NOBODY') entity[key] = valueOf(found.passed, to);
    }
    if (isRecord && !noteAtHand(type.name, passing, id)) return misfit;
    return text.startsWith('}', at) ? at + 1 : misfit;
  };
}

function partsOf(
  type: GraphQLObjectType,
  selected: Omit<EntityParts, 'passed'>,
  passed: ReadonlySet<string>,
): readonly Part[] | undefined {
  const parts: Part[] = [];
  for (const member of membersOf(selected) ?? []) {
    if (member.kind === 'ABSENT') continue;
    const { key } = member;
    const to = member.kind === 'ADDED' ? 'NOBODY' : passed.has(key) ? 'CLIENT' : 'PLAN';
    const pass = memberPass(type, to === 'PLAN' ? asAsked(member) : member);
    if (pass === undefined) return undefined;
    parts.push({ key, label: `${parts.length === 0 ? '{' : ','}"${key}":`, pass, to });
  }
  return parts;
}

/** To steps that follow, what was not asked for is not null: nobody is asked by what is not known. */
function asAsked<Of extends Member>(member: Of): Of {
  if (!('selected' in member) || member.selected === undefined) return member;
  const { asked } = member.selected;
  return { ...member, selected: { asked, wanted: asked } };
}

function valueOf(text: string, to: 'CLIENT' | 'PLAN'): unknown {
  return to === 'CLIENT' && text !== 'null' ? new JsonText(text) : JSON.parse(text);
}
