import type { BenchQuery, Question } from './query.js';

const firearm = 'id serialNumber make calibre model';
const trace = 'state hit records { id status }';
const seizure = (firearms: string): string =>
  `edges { node { id caseNumber seizedAt place { subdivision } firearms { ${firearms} } } }`;

/** A seizure of the first State's, its firearms, and what every other State knows of each: three steps. */
export const followQuery: BenchQuery = {
  name: 'trace',
  title: 'a seizure, its three firearms, each traced in all other States',
  at: (position) => ({
    operationName: 'Follow',
    query: `query Follow($state: CountryCode!, $caseNumber: String!) { memberState(code: $state) { firearmSeizures(first: 1, filter: { caseNumber: { eq: $caseNumber } }) { ${seizure(`${firearm} tracing { ${trace} }`)} } } }`,
    variables: { state: 'GT', caseNumber: caseAt(position) },
  }),
  ordinaryAt: (position, states): Question => {
    const traces = others(states).map((state) => `${state.toLowerCase()}Trace { ${trace} }`);
    return {
      operationName: 'Follow',
      query: `query Follow($caseNumber: String!) { gtSeizures(caseNumber: $caseNumber) { ${seizure(`${firearm} ${traces.join(' ')}`)} } }`,
      variables: { caseNumber: caseAt(position) },
    };
  },
  fromOrdinary: (data, states) => ({ memberState: { firearmSeizures: withTracing(data, states) } }),
};

/** Seizures that are followed in turn: more than there are requests at a time. */
const cases = 128;

function caseAt(position: number): string {
  return `CASE-${String(position % cases)}`;
}

/** Of the seizing State: what a program by hand asks it for. */
export const seizureSelection = seizure(firearm);
export const traceSelection = `hit records { id status }`;

export interface FollowedSeizure {
  readonly edges: readonly {
    readonly node: { readonly firearms: readonly Readonly<Record<string, unknown>>[] };
  }[];
}

function others(states: readonly string[]): readonly string[] {
  return states.slice(1);
}

function withTracing(data: Readonly<Record<string, unknown>>, states: readonly string[]): FollowedSeizure {
  const { edges } = data['gtSeizures'] as FollowedSeizure;
  return {
    edges: edges.map(({ node }) => ({
      node: { ...node, firearms: node.firearms.map((one) => tracingOf(one, states)) },
    })),
  };
}

function tracingOf(
  firearmFound: Readonly<Record<string, unknown>>,
  states: readonly string[],
): Readonly<Record<string, unknown>> {
  const own = Object.entries(firearmFound).filter(([name]) => !name.endsWith('Trace'));
  const tracing = others(states).map((state) => firearmFound[`${state.toLowerCase()}Trace`]);
  return { ...Object.fromEntries(own), tracing };
}
