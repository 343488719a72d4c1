import { type GraphQLSchema, isObjectType } from 'graphql';
import { type Beside, readBeside } from '../execute/beside.js';
import type { Disclosure } from '../execute/disclosure.js';
import { idsByType } from '../execute/found-records.js';
import type { Data } from '../plan/data.js';
import type { Representation } from '../states/owner.js';
import { entityPass, type EntityParts, type EntityPass } from './entity-pass.js';
import { misfit, type Passing } from './pass.js';

/** A State's answer, read without parsing what goes to the client. */
export interface Passed {
  /** As they were answered, but for what is passed on, which is {@link JsonText}. */
  readonly entities: unknown[];
  /** Of its own records, and of others if it says so. */
  readonly beside: Beside;
  readonly disclosure: Disclosure;
}

/**
 * Reads the text of a State's answer.
 *
 * @returns undefined where it is in any way other than the usual, right or wrong: it has then to be parsed and checked
 */
export type Passage = (
  text: string,
  representations: readonly Representation[],
  state: string,
) => Passed | undefined;

/**
 * Compiles the passage of what States answer to a fetch. Most of it goes to the client just as it came: what it must be is
 * known to the letter, and is matched by regular expressions, which finds all that checking its values finds, and takes a
 * fraction of the time of making objects of it and text of these.
 *
 * @param entities - by type, what is asked of them and what of it is passed on
 * @returns undefined where nothing is passed on, or the form of the answer cannot be known
 */
export function compilePassage(
  schema: GraphQLSchema,
  entities: ReadonlyMap<string, EntityParts>,
): Passage | undefined {
  const byType = new Map<unknown, EntityPass>();
  for (const [name, parts] of entities) {
    const type = schema.getType(name);
    const pass = isObjectType(type) ? entityPass(type, parts) : undefined;
    if (pass === undefined) return undefined;
    byType.set(name, pass);
  }
  // what follows the data is nearly always the same
  let last: { readonly rest: string; readonly beside: Beside | undefined } | undefined;
  const besideIn = (rest: string): Beside | undefined => {
    if (last?.rest !== rest) last = { rest, beside: readRest(rest) };
    return last.beside;
  };
  return (text, representations, state) => {
    const passing: Passing = { owner: `${state}:`, records: new Map(), copied: '', from: 0, id: undefined };
    const found = readEntities(text, representations, byType, passing);
    const beside = found && besideIn(text.slice(found.end));
    if (found === undefined || beside === undefined) return undefined;
    return {
      entities: found.entities,
      beside,
      disclosure: { records: idsByType(passing.records), foreign: [], faults: [] },
    };
  };
}

interface Found {
  readonly entities: unknown[];
  /** Where in the text. */
  readonly end: number;
}

const beginning = '{"data":{"_entities":[';

function readEntities(
  text: string,
  representations: readonly Representation[],
  byType: ReadonlyMap<unknown, EntityPass>,
  passing: Passing,
): Found | undefined {
  if (!text.startsWith(beginning)) return undefined;
  try {
    return entitiesIn(text, representations, byType, passing);
  } catch (error) {
    // a text with a million escaped signs is more than regular expressions have room for
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function entitiesIn(
  text: string,
  representations: readonly Representation[],
  byType: ReadonlyMap<unknown, EntityPass>,
  passing: Passing,
): Found | undefined {
  const entities: unknown[] = [];
  let at = beginning.length;
  for (const representation of representations) {
    if (entities.length > 0) {
      if (text[at] !== ',') return undefined;
      at += 1;
    }
    if (text.startsWith('null', at)) {
      entities.push(null);
      at += 4;
      continue;
    }
    const entity: Data = {};
    at = byType.get(representation['__typename'])?.(text, at, passing, representation, entity) ?? misfit;
    if (at === misfit) return undefined;
    entities.push(entity);
  }
  return text.startsWith(']}', at) ? { entities, end: at + 2 } : undefined;
}

/** What follows the data: extensions or nothing. @returns undefined where it is anything else */
function readRest(rest: string): Beside | undefined {
  if (/^\}\s*$/u.test(rest)) return readBeside(undefined);
  if (!rest.startsWith(',"extensions":')) return undefined;
  try {
    const json = JSON.parse(`{${rest.slice(1)}`) as Data;
    return Object.keys(json).join() === 'extensions' ? readBeside(json['extensions']) : undefined;
  } catch {
    return undefined;
  }
}
