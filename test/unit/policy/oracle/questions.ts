import fc from 'fast-check';
import type { PlainWanted } from './agreements.js';
import { links, plainFields } from './world.js';

/** Plain fields of a record, and links with what is selected beneath them. */
export interface Selection {
  readonly fields: readonly string[];
  readonly links: Readonly<Record<string, Selection>>;
}

export type ListedType = 'Person' | 'Firearm' | 'GangAssociation';

export interface ListQuestion {
  readonly kind: 'list';
  readonly record: ListedType;
  readonly selection: Selection;
  /** Of fields, and of those of a record that it refers to: `person.passport`. */
  readonly filter: Readonly<Record<string, PlainWanted>>;
  readonly sort: { readonly field: string; readonly descending: boolean } | null;
  readonly first: number;
  readonly contact: boolean;
}

export interface LookUpQuestion {
  readonly kind: 'look-up';
  readonly keys: Readonly<Record<string, string>>;
  readonly selection: Selection;
}

export interface RecordQuestion {
  readonly kind: 'record';
  readonly record: 'Person' | 'Firearm' | 'FirearmSeizure';
  readonly key: string;
  readonly selection: Selection;
}

export type Question = ListQuestion | LookUpQuestion | RecordQuestion;

const subset = (values: readonly string[]): fc.Arbitrary<string[]> =>
  fc.subarray([...values], { minLength: 1, maxLength: Math.min(4, values.length) });

const person: fc.Arbitrary<Selection> = subset(Object.keys(plainFields.Person)).map((fields) => ({
  fields,
  links: {},
}));

function firearm(depth: number): fc.Arbitrary<Selection> {
  return fc.record({
    fields: subset(Object.keys(plainFields.Firearm)),
    links: depth === 0 ? fc.constant({}) : optional({ seizure: seizure(depth - 1) }),
  });
}

function seizure(depth: number): fc.Arbitrary<Selection> {
  return fc.record({
    fields: subset(Object.keys(plainFields.FirearmSeizure)),
    links: optional({ persons: person, firearms: firearm(depth) }),
  });
}

const association: fc.Arbitrary<Selection> = fc.record({
  fields: subset(Object.keys(plainFields.GangAssociation)),
  links: optional({ person }),
});

function optional(
  selections: Readonly<Record<string, fc.Arbitrary<Selection>>>,
): fc.Arbitrary<Record<string, Selection>> {
  return fc.record(selections, { requiredKeys: [] }) as fc.Arbitrary<Record<string, Selection>>;
}

const equals = (values: readonly string[]): fc.Arbitrary<PlainWanted> =>
  fc.oneof(
    fc.constantFrom(...values).map((eq) => ({ eq })),
    fc.subarray([...values], { minLength: 1 }).map((some) => ({ in: some })),
  );

const between: fc.Arbitrary<PlainWanted> = fc.constantFrom(
  { gte: '1995-01-01' },
  { lte: '2022-12-31' },
  { gte: '1990-05-01', lte: '2026-01-01' },
);

type Filters = Readonly<Record<string, fc.Arbitrary<PlainWanted>>>;

const filters: Readonly<Record<ListedType, Filters>> = {
  Person: {
    personName: equals(['Juan Perez', 'María', '']),
    birthDate: between,
    nationality: equals(['GT', 'HN']),
    nationalIdentification: equals(['77', '0000000000001']),
    passport: equals(['P1', 'P2']),
    recordedAt: between,
    handlingCode: equals(['H0', 'H2']),
  },
  Firearm: {
    make: equals(['Glock', 'Colt']),
    serialNumber: equals(['SN1', 'SN00003']),
    status: equals(['SEIZED', 'STOLEN']),
    recordedAt: between,
    handlingCode: equals(['H0', 'H1']),
  },
  GangAssociation: {
    'person.nationalIdentification': equals(['77', '0000000000001']),
    'person.passport': equals(['P1', 'P2']),
    role: equals(['MEMBER', 'LEADER']),
    recordedAt: between,
  },
};

const sortFields = {
  Person: ['recordedAt', 'personName', 'birthDate', 'nationality', 'nationalIdentification', 'handlingCode'],
  Firearm: ['recordedAt', 'serialNumber', 'make', 'status', 'handlingCode'],
  GangAssociation: ['recordedAt'],
} as const;

const selections = { Person: person, Firearm: firearm(1), GangAssociation: association };

function list(record: ListedType): fc.Arbitrary<ListQuestion> {
  const one = Object.entries(filters[record]).map(([field, wanted]) => fc.record({ [field]: wanted }));
  const filterOf = fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    { weight: 3, arbitrary: fc.oneof(...one) },
    { weight: 1, arbitrary: fc.record(filters[record], { requiredKeys: [] }) },
  );
  return fc.record({
    kind: fc.constant('list' as const),
    record: fc.constant(record),
    selection: selections[record],
    filter: filterOf as fc.Arbitrary<Record<string, PlainWanted>>,
    sort: fc.option(fc.record({ field: fc.constantFrom(...sortFields[record]), descending: fc.boolean() }), {
      nil: null,
      freq: 1,
    }),
    first: fc.constantFrom(1, 2, 100),
    contact: fc.boolean(),
  });
}

/** Associations of the person who has a document: what a hit is told of. */
const byDocument: fc.Arbitrary<ListQuestion> = fc
  .record({
    whole: list('GangAssociation'),
    filter: fc.constantFrom<Record<string, PlainWanted>>(
      { 'person.nationalIdentification': { eq: '77' } },
      { 'person.passport': { eq: 'P1' } },
      { 'person.passport': { eq: 'P2' } },
    ),
  })
  .map(({ whole, filter }) => ({ ...whole, sort: null, filter }));

const lookUp: fc.Arbitrary<LookUpQuestion> = fc.record({
  kind: fc.constant('look-up' as const),
  keys: fc.oneof(
    fc.record({ nationalIdentification: fc.constantFrom('77', '0000000000001', 'X') }),
    fc.record({ personName: fc.constantFrom('Juan Perez', 'X'), passport: fc.constantFrom('P1', 'P2') }),
    fc.record({ passport: fc.constantFrom('P1', 'P2', 'X') }),
  ),
  selection: person,
});

const record: fc.Arbitrary<RecordQuestion> = fc.oneof(
  ...(['Person', 'Firearm', 'FirearmSeizure'] as const).map((type) =>
    fc.record({
      kind: fc.constant('record' as const),
      record: fc.constant(type),
      key: fc.constantFrom('0', '0', '1', '2'),
      selection: type === 'Person' ? person : type === 'Firearm' ? firearm(1) : seizure(1),
    }),
  ),
);

export const question: fc.Arbitrary<Question> = fc.oneof(
  { weight: 3, arbitrary: list('Person') },
  { weight: 2, arbitrary: list('Firearm') },
  { weight: 2, arbitrary: list('GangAssociation') },
  { weight: 3, arbitrary: byDocument },
  { weight: 2, arbitrary: lookUp },
  { weight: 2, arbitrary: record },
);

/** The record type that a link leads to. */
export function targetOf(record: string, link: string) {
  const own: Readonly<
    Record<string, { readonly target: 'Person' | 'Firearm' | 'FirearmSeizure'; readonly many: boolean }>
  > = links[record as keyof typeof links];
  const found = own[link];
  if (found === undefined) throw new Error(`${record} has no link ${link}`);
  return found;
}
