import { readFileSync } from 'node:fs';
import { fromRoot } from '../../common/root.js';
import { demoFirearm, demoSeizure } from '../../subgraphs/world/world.js';

/** A question of the demo: who asks what, for which purpose. */
export interface Question {
  readonly name: string;
  /** What it shows, in English and Spanish. */
  readonly title: { readonly en: string; readonly es: string };
  /** Client of the demo's identity provider. */
  readonly as: string;
  readonly purpose: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** A node that is stopped before it is asked. */
  readonly stopped?: string;
}

const trace = read('trace-firearm');
const follow = read('follow-seizure');
const cocaine = read('cocaine-2014');
const year2014 = { states: ['GT', 'SV'], from: '2014-01-01', to: '2014-12-31' };

/** The questions, in the order in which they are asked. */
export const questions: readonly Question[] = [
  {
    name: 'trace',
    title: {
      en: 'Has any State seen this firearm?',
      es: '¿Ha visto algún Estado esta arma?',
    },
    as: 'us-atf-tracer',
    purpose: 'FIREARM_TRACING',
    query: trace,
    variables: demoFirearm,
  },
  {
    name: 'trace-narrower',
    title: {
      en: 'The same, by an agency with a narrower agreement',
      es: 'Lo mismo, por una agencia con un convenio más estrecho',
    },
    as: 'hn-atic-investigator',
    purpose: 'FIREARM_TRACING',
    query: trace,
    variables: demoFirearm,
  },
  {
    name: 'trace-other-purpose',
    title: {
      en: 'The same, for a purpose that no agreement covers',
      es: 'Lo mismo, para una finalidad que ningún convenio cubre',
    },
    as: 'us-atf-tracer',
    purpose: 'CUSTOMS_CONTROL',
    query: trace,
    variables: demoFirearm,
  },
  {
    name: 'follow-seizure',
    title: {
      en: 'The firearms of one seizure in El Salvador, each followed across the region',
      es: 'Las armas de un decomiso en El Salvador, cada una seguida por la región',
    },
    as: 'us-atf-tracer',
    purpose: 'FIREARM_TRACING',
    query: follow,
    variables: { state: demoSeizure.state, caseNumber: demoSeizure.caseNumber },
  },
  {
    name: 'cocaine-2014',
    title: {
      en: 'Cocaine seizures of 2014 in Guatemala and El Salvador (real records)',
      es: 'Decomisos de cocaína de 2014 en Guatemala y El Salvador (registros reales)',
    },
    as: 'us-dea-analyst',
    purpose: 'DRUG_INVESTIGATION',
    query: cocaine,
    variables: year2014,
  },
  {
    name: 'cocaine-2014-node-down',
    title: {
      en: 'The same, with the node of Guatemala stopped',
      es: 'Lo mismo, con el nodo de Guatemala detenido',
    },
    as: 'us-dea-analyst',
    purpose: 'DRUG_INVESTIGATION',
    query: cocaine,
    variables: year2014,
    stopped: 'GT',
  },
];

function read(name: string): string {
  return readFileSync(fromRoot('docs', 'queries', `${name}.graphql`), 'utf8');
}
