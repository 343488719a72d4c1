import { IstmoError } from '../../common/errors.js';
import type { GatewayContext } from '../exchange.js';
import { type Data, isData, mergeData, ownField } from '../plan/data.js';
import { publicVariable } from '../plan/private-names.js';
import type { FetchStep, RepresentationBuilder, Step } from '../plan/steps.js';
import type { Fault, Source } from './source.js';
import { placesAt, targetsAt } from './targets.js';

/** One run of a compiled plan. */
export interface Run {
  readonly sources: ReadonlyMap<string, Source>;
  /** As the client gave them. */
  readonly variables: Data;
  /** Names of the supergraph's interfaces. */
  readonly interfaces: ReadonlySet<unknown>;
  readonly context: GatewayContext;
  /** Filled as the steps go on. */
  readonly data: Data;
  /** Paths from the root of the data. */
  readonly faults: Fault[];
}

/** Runs a step of a plan: what it fetches is merged into the run's data. Faults are noted, never thrown. */
export async function runStep(step: Step, run: Run): Promise<void> {
  switch (step.kind) {
    case 'sequence':
      for (const inner of step.steps) await runStep(inner, run);
      return;
    case 'parallel':
      await Promise.all(step.steps.map((inner) => runStep(inner, run)));
      return;
    case 'fetch':
      return runFetch(step, run);
  }
}

async function runFetch(step: FetchStep, run: Run): Promise<void> {
  const source = run.sources.get(step.subgraph);
  if (source === undefined) throw new IstmoError('INTERNAL');
  const targets = targetsAt(run.data, step.path);
  if (targets.length === 0) return;
  if (step.representation === undefined) await fetchRoot(step, run, source, targets);
  else await fetchEntities({ ...step, representation: step.representation }, run, source, targets);
}

async function fetchRoot(step: FetchStep, run: Run, source: Source, targets: readonly Data[]): Promise<void> {
  const { data, faults } = await source.root(requestOf(step, run));
  if (data !== undefined) {
    step.rewriteOutput?.(data);
    for (const target of targets) mergeData(target, data, run.interfaces);
  }
  if (faults.length === 0) return;
  for (const place of placesAt(run.data, step.path))
    for (const fault of faults) run.faults.push({ ...fault, path: [...place, ...fault.path] });
}

async function fetchEntities(
  step: FetchStep & Required<Pick<FetchStep, 'representation'>>,
  run: Run,
  source: Source,
  targets: readonly Data[],
): Promise<void> {
  const { representations, owners } = represent(targets, step.representation);
  if (representations.length === 0) return;
  const { entities, faults } = await source.entities(requestOf(step, run), representations);
  owners.forEach((positions, index) => {
    const entity = entities[index];
    if (!isData(entity)) return;
    step.rewriteOutput?.(entity);
    for (const position of positions) {
      const target = targets[position];
      if (target !== undefined) mergeData(target, entity, run.interfaces);
    }
  });
  if (faults.length === 0) return;
  const places = placesAt(run.data, step.path);
  for (const { position, path, ...fault } of faults)
    for (const target of owners[position] ?? [])
      run.faults.push({ ...fault, path: [...(places[target] ?? []), ...path] });
}

/** Each representation once, and for each the positions of the targets that it stands for. */
function represent(
  targets: readonly Data[],
  representation: RepresentationBuilder,
): { readonly representations: readonly Data[]; readonly owners: readonly (readonly number[])[] } {
  const representations: Data[] = [];
  const owners: number[][] = [];
  const known = new Map<string, number[]>();
  targets.forEach((target, position) => {
    const made = representation(target);
    if (made === undefined) return;
    const text = JSON.stringify(made);
    const same = known.get(text);
    if (same !== undefined) {
      same.push(position);
      return;
    }
    const positions = [position];
    known.set(text, positions);
    representations.push(made);
    owners.push(positions);
  });
  return { representations, owners };
}

function requestOf({ operation }: FetchStep, run: Run) {
  const variables: Data = {};
  for (const name of operation.variables) {
    const value = ownField(run.variables, publicVariable(name));
    if (value !== undefined) variables[name] = value;
  }
  return { operation, variables, context: run.context };
}
