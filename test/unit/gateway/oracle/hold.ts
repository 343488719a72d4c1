import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { createDraw, type Draw } from './draw.js';
import type { Federation, Operation } from './federation.js';
import { type Drawing, drawOperation } from './operation.js';
import { reduceOperation } from './reduce.js';
import { createWorld, type World, type WorldRules } from './world.js';

/** How much is drawn, and from which seed where not from any. */
export interface Effort {
  readonly federations: number;
  /** Of each federation; each is asked in three worlds. */
  readonly operations: number;
  readonly seed: number | undefined;
}

export interface Holding {
  /** What is asked: always the same federation, or one that is drawn. */
  readonly federation: (draw: Draw) => Federation;
  readonly rules: WorldRules;
  readonly drawing: Omit<Drawing, 'schema'>;
}

/**
 * Holds a gateway's answers to drawn operations against those of one schema over the same world: the same data, and errors
 * where there are errors.
 *
 * @throws Error with the seed, and the operation that differs, made as small as it can be, with both answers
 */
export async function holdAgainstWhole(holding: Holding, effort: Effort): Promise<void> {
  const property = fc.asyncProperty(fc.nat(), async (drawn) => {
    const draw = createDraw(drawn);
    const federation = holding.federation(draw);
    for (let count = 0; count < effort.operations; count += 1) await holdOne(holding, federation, draw);
  });
  const { federations: numRuns, seed } = effort;
  // an operation is made smaller by means of its own: other numbers would make another one of it
  await fc.assert(property, { numRuns, endOnFailure: true, ...(seed !== undefined && { seed }) });
}

async function holdOne({ rules, drawing }: Holding, federation: Federation, draw: Draw): Promise<void> {
  const { schema } = federation;
  const operation = drawOperation({ ...drawing, schema }, draw);
  const problems = validate(schema, parse(operation.text));
  if (problems.length > 0) throw new Error(`${operation.text}\n${problems.join('\n')}`);
  const first = draw(1_000_000);
  for (const seed of [first, first + 1, first + 2]) {
    const world = createWorld(seed, rules);
    if ((await difference(federation, world, operation)) === undefined) continue;
    const differs = async (smaller: Operation): Promise<boolean> =>
      (await difference(federation, world, smaller)) !== undefined;
    const smallest = await reduceOperation(schema, operation, differs);
    const details = (await difference(federation, world, smallest)) ?? [];
    throw new Error([`in world ${String(seed)}`, ...details].join('\n'));
  }
}

/** The operation and both answers; undefined where they are the same. */
async function difference(
  federation: Federation,
  world: World,
  operation: Operation,
): Promise<readonly string[] | undefined> {
  const { gateway, whole } = await federation.ask(world, operation);
  if (gateway.data === whole.data && gateway.failed === whole.failed) return undefined;
  const { text, ...given } = operation;
  return [text, ...[given, gateway, whole].map((part) => JSON.stringify(part))];
}
