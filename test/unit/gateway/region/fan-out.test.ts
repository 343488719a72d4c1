import { describe, expect, it } from '@jest/globals';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import type { IstmoError } from '../../../../common/errors.js';
import type { Source } from '../../../../gateway/execute/source.js';
import type { Exchange } from '../../../../gateway/exchange.js';
import { accountOf } from '../../../../gateway/http/account.js';
import { regionResolvers } from '../../../../gateway/region/resolvers.js';
import type { Directory, KnownState } from '../../../../gateway/states/directory.js';
import { regionDocument } from '../../../../schema/sources.js';

const codes = ['GT', 'HN', 'SV'];

const directory: Directory = {
  states: codes,
  get: (code) => (codes.includes(code) ? ({ state: { code } } as KnownState) : undefined),
  close: () => Promise.resolve(),
};

const noStates: Source = {
  root: () => Promise.reject(new Error('no State is asked')),
  entities: () => Promise.reject(new Error('no State is asked')),
};

const document = regionDocument();
const schema = buildSubgraphSchema([
  {
    typeDefs: document,
    resolvers: regionResolvers(document, {
      directory,
      member: noStates,
      clock: () => 0,
      quotaStandings: () => Promise.resolve([]),
    }) as never,
  },
]);

async function ask(query: string, variables: Record<string, unknown> = {}, exchange?: Exchange) {
  const faults: { readonly error: IstmoError }[] = [];
  const contextValue = { faults, exchange };
  const { data, errors = [] } = await execute({
    schema,
    document: parse(query),
    variableValues: variables,
    contextValue,
  });
  const all = [...errors, ...faults.map(({ error }) => error)];
  return JSON.parse(
    JSON.stringify({
      data,
      ...(all.length > 0 && {
        errors: all.map(({ extensions: { code, argument } }) => ({ code, argument })),
      }),
    }),
  ) as { data: unknown; errors?: unknown };
}

async function link(
  representation: Record<string, unknown>,
  selection: string,
  exchange?: Exchange,
): Promise<unknown> {
  const query = `query($r: [_Any!]!) { _entities(representations: $r) { ${selection} } }`;
  const { data } = await ask(query, { r: [representation] }, exchange);
  return (data as { _entities: readonly unknown[] })._entities[0];
}

describe('a look-up', () => {
  it('has one stub for each State, or for those that are named, each once', async () => {
    expect(await ask('{ gangLookups(name: "MS") { state name } }')).toEqual({
      data: { gangLookups: codes.map((state) => ({ state, name: 'MS' })) },
    });
    expect(
      await ask('{ conveyanceLookups(vin: "1", states: ["SV", "SV"]) { state vin imo tail registration } }'),
    ).toEqual({
      data: { conveyanceLookups: [{ state: 'SV', vin: '1', imo: null, tail: null, registration: null }] },
    });
  });

  it.each([
    [
      'without anything to look for',
      '{ personLookups(states: ["GT"]) { state } }',
      'ARGUMENT_INVALID',
      'nationalIdentification',
    ],
    [
      'for a date that the calendar lacks',
      '{ personLookups(states: ["GT"], birthDate: "1990-02-30") { state } }',
      'ARGUMENT_INVALID',
      'birthDate',
    ],
    [
      'for a code of another list',
      '{ routeLookups(commodity: COCAINE, origin: "GUA") { state } }',
      'ARGUMENT_INVALID',
      'origin',
    ],
    [
      'in a State that does not take part',
      '{ gangLookups(name: "MS", states: ["FR"]) { state } }',
      'UNKNOWN_STATE',
      'states',
    ],
  ])('%s is refused, at its argument', async (_, query, code, argument) => {
    expect((await ask(query)).errors).toEqual([{ code, argument }]);
  });

  it('asks the States that take part beside one that does not, or that has left, which is told', async () => {
    expect(await ask('{ gangLookups(name: "MS", states: ["SV", "FR"]) { state } }')).toEqual({
      data: { gangLookups: [{ state: 'SV' }] },
      errors: [{ code: 'UNKNOWN_STATE', argument: 'states' }],
    });
  });

  it('of a person has no default: asking tells', () => {
    const { personLookups, gangLookups } = schema.getQueryType()!.getFields();
    const statesOf = (field: typeof personLookups): string | undefined =>
      field?.args.find(({ name }) => name === 'states')?.type.toString();
    expect([statesOf(personLookups), statesOf(gangLookups)]).toEqual(['[CountryCode!]!', '[CountryCode!]']);
  });
});

describe('a link across borders', () => {
  it('goes to every State but its own', async () => {
    const gang = { __typename: 'Gang', id: 'GT:Gang:1', name: 'Los Primos' };
    expect(await link(gang, '... on Gang { elsewhere { state name } }')).toEqual({
      elsewhere: [
        { state: 'HN', name: 'Los Primos' },
        { state: 'SV', name: 'Los Primos' },
      ],
    });
  });

  it('is none where the record lacks what it would be looked for by', async () => {
    const firearm = {
      __typename: 'Firearm',
      id: 'GT:Firearm:1',
      serialNumber: null,
      make: 'Colt',
      calibre: null,
    };
    expect(await link(firearm, '... on Firearm { tracing { state } }')).toEqual({ tracing: null });
    const person = { __typename: 'Person', id: 'GT:Person:1', nationalIdentification: null, passport: null };
    expect(await link(person, '... on Person { elsewhere(states: ["SV"]) { state } }')).toEqual({
      elsewhere: null,
    });
  });

  it('of a batch holds what the firearm has, and how far to look, 10 if nobody says', async () => {
    const firearm = {
      ...{ __typename: 'Firearm', id: 'GT:Firearm:1', make: 'Colt', model: null, calibre: '.45 ACP' },
      serialNumber: 'AB12C',
    };
    const keys = 'state serialNumber make model calibre within';
    const stub = { serialNumber: 'AB12C', make: 'Colt', model: null, calibre: '.45 ACP' };
    expect(
      await link(
        firearm,
        `... on Firearm { batch { ${keys} } near: batch(within: 3, states: ["GT"]) { ${keys} } }`,
      ),
    ).toEqual({
      batch: ['HN', 'SV'].map((state) => ({ state, ...stub, within: 10 })),
      near: [{ state: 'GT', ...stub, within: 3 }],
    });
    for (const serialNumber of [null, 'UNKNOWN'])
      expect(await link({ ...firearm, serialNumber }, '... on Firearm { batch { state } }')).toEqual({
        batch: null,
      });
  });

  it.each([-1, 0, 26])('of a batch at a distance of %s is refused, at its argument', async (within) => {
    const firearm = { __typename: 'Firearm', id: 'GT:Firearm:1', serialNumber: 'A1', make: 'Colt' };
    const query =
      'query($r: [_Any!]!, $w: Int!) { _entities(representations: $r) { ... on Firearm { batch(within: $w) { state } } } }';
    expect(await ask(query, { r: [firearm], w: within })).toEqual({
      data: { _entities: [{ batch: null }] },
      errors: [{ code: 'ARGUMENT_INVALID', argument: 'within' }],
    });
  });

  it('is none where it would be looked for by what the State gave masked, and says so', async () => {
    const coordinate = 'Firearm.serialNumber';
    const exchange: Exchange = {
      requestId: 'r',
      receivedAt: 0,
      sourceAddress: '',
      answers: [
        {
          state: 'GT',
          status: 'ANSWERED',
          ms: 1,
          agreements: [],
          legalBasis: [],
          records: {},
          shown: [],
          withheld: [],
          masked: [{ coordinate, mask: 'LAST4', records: ['GT:Firearm:1'] }],
        },
      ],
    };
    const firearm = { __typename: 'Firearm', make: 'Colt', calibre: null };
    const selection = '... on Firearm { tracing(states: ["HN"]) { serialNumber } }';
    const links = [
      await link({ ...firearm, id: 'GT:Firearm:1', serialNumber: '…0471' }, selection, exchange),
      await link({ ...firearm, id: 'GT:Firearm:2', serialNumber: 'BKR4471' }, selection, exchange),
    ];
    expect(links).toEqual([{ tracing: null }, { tracing: [{ serialNumber: 'BKR4471' }] }]);
    expect(accountOf(exchange, 1).withheld).toEqual([
      { state: 'GT', coordinate, reason: 'MASKED', records: ['GT:Firearm:1'] },
    ]);
  });

  it('takes the surest of keys that each name the thing', async () => {
    const vehicle = {
      __typename: 'Conveyance',
      id: 'GT:Conveyance:1',
      vin: null,
      imo: '9074729',
      tail: null,
      registration: 'P-1',
    };
    expect(
      await link(vehicle, '... on Conveyance { elsewhere(states: ["SV"]) { vin imo tail registration } }'),
    ).toEqual({
      elsewhere: [{ vin: null, imo: '9074729', tail: null, registration: null }],
    });
  });

  it('of a shipment goes to the State at its other end, if it takes part', async () => {
    const shipment = {
      __typename: 'PrecursorShipment',
      id: 'GT:PrecursorShipment:1',
      notificationNumber: 'N-1',
      exportingState: 'CN',
    };
    const ask = (importingState: string) =>
      link({ ...shipment, importingState }, '... on PrecursorShipment { counterpart { state } }');
    expect([await ask('HN'), await ask('GT')]).toEqual([
      { counterpart: [{ state: 'HN' }] },
      { counterpart: [] },
    ]);
  });
});

describe('a record by its id', () => {
  it('is left to its owner, where the id is one of the type and of a State that takes part', async () => {
    expect(
      await ask(
        '{ gang(id: "SV:Gang:7") { id } person(id: "GT:Gang:7") { id } stockpile(id: "FR:Stockpile:1") { id } }',
      ),
    ).toEqual({
      data: { gang: { id: 'SV:Gang:7' }, person: null, stockpile: null },
      errors: [
        { code: 'RECORD_ID_INVALID', argument: 'id' },
        { code: 'UNKNOWN_STATE', argument: 'id' },
      ],
    });
  });
});
