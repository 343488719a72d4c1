import { parseArgs } from 'node:util';
import { queries } from './queries/queries.js';
import { type SubjectName, subjectNames } from './subjects/subject.js';

export const partNames = ['compare', 'concurrency', 'states', 'heap', 'profile', 'audit'] as const;
export type PartName = (typeof partNames)[number];

/** What the command line asks for. */
export interface Options {
  readonly parts: readonly PartName[];
  readonly quick: boolean;
  /** Of each subject and query; undefined: as many as a part is worth. */
  readonly turns: number | undefined;
  /** Whether turns wait for others to leave the machine alone. */
  readonly patient: boolean;
  /** Undefined: all that a part is about. */
  readonly only: readonly SubjectName[] | undefined;
  readonly queries: readonly string[] | undefined;
  readonly jsonFile: string | undefined;
  /** Of the heap's part. */
  readonly heapRequests: number;
  /** In the large log of the audit's part. */
  readonly entries: number;
  /** Of the profile's part: how many States the region has. */
  readonly states: number;
  /** Whether the profile is of what allocates, not of time. */
  readonly allocations: boolean;
  readonly help: boolean;
}

export const usage = `npm run bench -- [PART …] [options]

Measures CPU time of the gateway process and wall time, a request, beside others. Without a part: compare, concurrency, states.
Mide el tiempo de CPU del proceso de la pasarela y el de reloj, por solicitud, al lado de otras. Sin parte: compare, concurrency, states.

  compare        all subjects, all queries, in turn, twice / todos los sujetos y consultas, por turno, dos veces
  concurrency    1, 4, 16 and 64 requests at a time, and 64 clients who pause / solicitudes a la vez, y 64 clientes que hacen pausas
  states         1, 3, 9, 27 and 81 States / Estados
  heap           the heap over many requests / la memoria a lo largo de muchas solicitudes
  audit          writing and reading the log (PostgreSQL too, at DATABASE_URL) / escribir y leer la bitácora
  profile        where the CPU time goes, or what allocates / en qué se va el tiempo de CPU, o qué reserva memoria
  policy         by itself: what deciding by agreements costs / sola: lo que cuesta decidir según los convenios

  --quick        under two minutes, rough figures; only compare unless parts are named / menos de dos minutos, cifras toscas
  --turns N      how often each is measured / cuántas veces se mide cada uno
  --patient      waits for a quiet machine before each turn / espera a que la máquina esté libre antes de cada turno
  --only NAME    one subject (may be given again) / un sujeto: ${subjectNames.join(', ')}
  --query NAME   one query (may be given again) / una consulta: ${queries.map(({ name }) => name).join(', ')}
  --heap         the part heap, too / también la parte heap
  --entries N    of the part audit, by default 1000000 / de la parte audit
  --requests N   of the heap's part, by default 100000 / de la parte heap
  --states N     of the part profile, by default 9 / de la parte profile
  --allocations  the profile is of what allocates / el perfil es de lo que reserva memoria
  --json FILE    writes the figures / escribe las cifras
`;

/** @throws Error naming what is wrong */
export function parseOptions(args: readonly string[]): Options {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      turns: { type: 'string' },
      patient: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
      query: { type: 'string', multiple: true },
      json: { type: 'string' },
      heap: { type: 'boolean', default: false },
      requests: { type: 'string', default: '100000' },
      entries: { type: 'string', default: '1000000' },
      states: { type: 'string', default: '9' },
      allocations: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const named = positionals.map((name) => oneOf(name, partNames, 'part'));
  const usual: readonly PartName[] = values.quick ? ['compare'] : ['compare', 'concurrency', 'states'];
  return {
    parts: [...(named.length > 0 ? named : usual), ...(values.heap ? ['heap' as const] : [])],
    quick: values.quick,
    turns: values.turns === undefined ? undefined : wholeNumber('--turns', values.turns, 1),
    patient: values.patient,
    only: values.only?.map((name) => oneOf(name, subjectNames, 'subject')),
    queries: values.query?.map((name) =>
      oneOf(
        name,
        queries.map((query) => query.name),
        'query',
      ),
    ),
    jsonFile: values.json,
    heapRequests: wholeNumber('--requests', values.requests, 100),
    entries: wholeNumber('--entries', values.entries, 1_000),
    states: wholeNumber('--states', values.states, 1),
    allocations: values.allocations,
    help: values.help,
  };
}

function wholeNumber(option: string, text: string, least: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least)
    throw new Error(`${option}: a whole number from ${String(least)} on`);
  return number;
}

function oneOf<Name extends string>(name: string, names: readonly Name[], what: string): Name {
  const found = names.find((one) => one === name);
  if (found === undefined) throw new Error(`no ${what} ${name}; there are ${names.join(', ')}`);
  return found;
}
