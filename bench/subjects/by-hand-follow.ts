import { type FollowedSeizure, seizureSelection, traceSelection } from '../queries/follow.js';
import type { Question } from '../queries/query.js';
import type { ByHand } from './by-hand-nodes.js';

interface Seizures {
  readonly firearmSeizures: FollowedSeizure;
}

type Firearms = FollowedSeizure['edges'][number]['node']['firearms'];

/** A seizure, then its firearms in all other States: two rounds of calls. */
export async function followByHand(
  program: ByHand,
  { state, ...variables }: Question['variables'],
): Promise<unknown> {
  const edges = await seizuresOf(program, String(state), variables);
  const firearms = edges.flatMap(({ node }) => node.firearms);
  const others = program.codes.filter((code) => code !== state);
  const [traces] = await Promise.all([
    Promise.all(others.map((code) => tracesIn(program, code, firearms))),
    program.listStates(),
  ]);
  const traced = firearms.map((firearm, index) => ({
    ...firearm,
    tracing: others.map((code, other) => ({ state: code, ...traces[other]?.[index] })),
  }));
  let next = 0;
  const followed = edges.map(({ node }) => ({
    node: { ...node, firearms: node.firearms.map(() => traced[next++]) },
  }));
  return { memberState: { firearmSeizures: { edges: followed } } };
}

async function seizuresOf(
  program: ByHand,
  code: string,
  variables: object,
): Promise<FollowedSeizure['edges']> {
  const asked = `... on MemberState{firearmSeizures(first:1,filter:{caseNumber:{eq:$caseNumber}}){${seizureSelection}}}`;
  const representations = [{ __typename: 'MemberState', code }];
  const [[found]] = await Promise.all([
    program.ask<Seizures>(code, asked, { representations, ...variables }),
    program.listStates(),
  ]);
  return found?.firearmSeizures.edges ?? [];
}

function tracesIn(program: ByHand, code: string, firearms: Firearms): Promise<readonly object[]> {
  const representations = firearms.map(({ serialNumber, make, calibre }) => ({
    __typename: 'FirearmTrace',
    state: code,
    serialNumber,
    make,
    calibre,
  }));
  return program.ask<object>(code, `... on FirearmTrace{${traceSelection}}`, { representations });
}
