import { describe, expect, it } from '@jest/globals';
import { getVariableValues, Kind, parse, validate } from 'graphql';
import { exampleCommand, readSavedQuery, savedQueries } from '../../../../cli/query/catalogue.js';
import { outcomeOf, type Reply } from '../../../../cli/query/reply.js';
import { report } from '../../../../cli/query/report.js';
import { readVariables } from '../../../../cli/query/variables.js';
import { demoClients } from '../../../../cli/region/demo-region.js';
import { compileOperation } from '../../../../gateway/plan/operation.js';
import { createPlanner } from '../../../../gateway/plan/planner.js';
import { memberDocument, supergraphSdl } from '../../../../schema/sources.js';
import { vocabularyOf } from '../../../../schema/vocabulary.js';

const planner = createPlanner(supergraphSdl());
const { purposes } = vocabularyOf(memberDocument(false));
const queries = [...savedQueries().values()];

/** The twelve questions of the shared language, and one of the demo's own. */
const names = [
  'accesses-to-state',
  'cocaine-2014',
  'cocaine-routes',
  'follow-seizure',
  'gang-in-region',
  'known-person',
  'laws-in-force',
  'licences-side-by-side',
  'precursor-shipments',
  'seizure-trends',
  'surplus-and-destroyed',
  'trace-firearm',
  'youth-programmes',
];

describe('the questions of docs/queries', () => {
  it('are those of the shared language, and one of the demo', () => {
    expect(queries.map(({ name }) => name)).toEqual(names);
  });

  it.each(queries)('can be asked as its example says: $name', (query) => {
    const document = parse(query.text);
    expect(validate(planner.apiSchema, document)).toEqual([]);
    const given = readVariables(query, query.example);
    if (!given.ok) throw new Error(given.problems.join('\n'));
    const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
    const { coerced, errors } = getVariableValues(
      planner.apiSchema,
      operation.variableDefinitions ?? [],
      given.variables,
    );
    expect(errors).toBeUndefined();
    const compiled = compileOperation(planner, document, undefined, { fetches: 64, cost: 1_000 });
    expect(() => {
      compiled.admit(coerced ?? {});
    }).not.toThrow();
    expect(demoClients.map(({ id }) => id)).toContain(query.as);
    expect(query.purpose === undefined || purposes.has(query.purpose)).toBe(true);
  });
});

const saved = readSavedQuery(
  'q',
  '# What?\n# ¿Qué?\n# as us-atf-tracer for FIREARM_TRACING\n# example name="Mara Salitre" from=2026-01-01\n' +
    'query Q($name: String!, $from: Date!, $states: [CountryCode!], $first: Int! = 4, $weight: Float, $all: Boolean) { me { agency } }',
);

describe('variables given on the command line', () => {
  it('become values of their types; of a list all, with commas between them', () => {
    const given = ['name=a=b', 'from=2026-01-01', 'states=GT, SV', 'first=2', 'weight=1.5', 'all=true'];
    expect(readVariables(saved, given)).toEqual({
      ok: true,
      variables: { name: 'a=b', from: '2026-01-01', states: ['GT', 'SV'], first: 2, weight: 1.5, all: true },
    });
  });

  it('are all told of where they are missing, unknown or unfit, never with their value', () => {
    expect(readVariables(saved, ['name=', 'first=SECRET', 'nombre=SECRET', 'states=GT,'])).toEqual({
      ok: false,
      problems: [
        '--var name: the value is no String! / el valor no es String!',
        '--var first: the value is no Int! = 4 / el valor no es Int! = 4',
        '--var nombre: no such variable; there are / no hay tal variable; hay: name, from, states, first, weight, all',
        '--var states: the value is no [CountryCode!] / el valor no es [CountryCode!]',
        '--var from=… is missing / falta (Date!)',
      ],
    });
  });

  it('are shown by an example as it is typed', () => {
    expect(exampleCommand(saved)).toBe("npx istmo query q --var 'name=Mara Salitre' --var from=2026-01-01");
  });
});

function reply(states: readonly string[], rest: Partial<Reply> = {}): Reply {
  return {
    data: {
      memberStates: [{ code: 'GT', gangs: { totalCount: 1, edges: [{ node: { id: 'GT:Gang:1' } }] } }],
    },
    extensions: {
      istmo: {
        requestId: 'r',
        states: states.map((status, n) => ({ code: ['GT', 'SV'][n] ?? '', status, ms: 5 })),
        withheld: [
          { state: 'SV', coordinate: 'Gang.name', reason: 'NOT_IN_AGREEMENT' },
          { state: 'SV', coordinate: 'Gang.signs', reason: 'NOT_IN_AGREEMENT', records: ['SV:Gang:1'] },
        ],
        audit: { entry: 7 },
      },
    },
    ...rest,
  };
}

describe('an answer', () => {
  it.each([
    ['full where every State answered, whatever it withholds', reply(['ANSWERED', 'WITHHELD']), 'FULL'],
    ['partial where a State failed', reply(['ANSWERED', 'TIMEOUT']), 'PARTIAL'],
    [
      'partial where something of it is an error',
      reply(['ANSWERED'], { errors: [{ message: 'm' }] }),
      'PARTIAL',
    ],
    ['refused where nothing is given', reply([], { data: null, errors: [{ message: 'm' }] }), 'REFUSED'],
  ] satisfies [string, Reply, string][])('is %s', (_, given, outcome) => {
    expect(outcomeOf(given)).toBe(outcome);
  });

  it('is told in tables: its lists, how each State answered, what is missing and why', () => {
    const errors = [
      {
        message: 'The State failed.',
        path: ['memberStates', 1],
        extensions: { es: 'El Estado falló.', state: 'SV' },
      },
    ];
    expect(report(reply(['ANSWERED', 'ERROR'], { errors }))).toBe(
      [
        'memberStates',
        '    code  id',
        '    GT    GT:Gang:1',
        '',
        'States / Estados',
        '    state  status    ms',
        '    GT     ANSWERED  5',
        '    SV     ERROR     5',
        '',
        'Withheld / Reservado',
        '    state  reason            fields',
        '    SV     NOT_IN_AGREEMENT  Gang.name, Gang.signs (1)',
        '',
        '✗ SV: The State failed. / El Estado falló. (memberStates.1)',
        'partial / parcial; log entry / asiento 7',
      ].join('\n'),
    );
  });
});
