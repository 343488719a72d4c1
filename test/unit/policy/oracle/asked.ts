import type { ListQuestion, Question, Selection } from './questions.js';

/** A question as the planner of a gateway would ask it of a State. */
export interface Asked {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly representation: Readonly<Record<string, unknown>> & { readonly __typename: string };
}

/** The list of each record type. */
export const lists = { Person: 'persons', Firearm: 'firearms', GangAssociation: 'gangAssociations' } as const;

/** @param after - of a list: where to go on */
export function asked(question: Question, after: string | null): Asked {
  switch (question.kind) {
    case 'list': {
      const { record, selection, filter, sort, first, contact } = question;
      const field = lists[record];
      return {
        text: `query($representations: [_Any!]!, $f: ${record}Filter, $s: ${record}Sort, $n: Int!, $a: String) {
          _entities(representations: $representations) { ... on MemberState {
            ${field}(filter: $f, sort: $s, first: $n, after: $a) {
              hit ${contact ? 'contact { id organization phone }' : ''} totalCount
              edges { cursor node { id ${written(selection)} } } pageInfo { hasNextPage endCursor }
            } } } }`,
        variables: { f: nested(filter), s: sort, n: first, a: after },
        representation: { __typename: 'MemberState', code: 'GT' },
      };
    }
    case 'look-up': {
      const none = { nationalIdentification: null, passport: null, personName: null, birthDate: null };
      return {
        text: `query($representations: [_Any!]!) { _entities(representations: $representations) {
          ... on PersonLookup { hit records { id ${written(question.selection)} } } } }`,
        variables: {},
        representation: { __typename: 'PersonLookup', state: 'GT', ...none, ...question.keys },
      };
    }
    case 'record':
      return {
        text: `query($representations: [_Any!]!) { _entities(representations: $representations) {
          ... on ${question.record} { id ${written(question.selection)} } } }`,
        variables: {},
        representation: { __typename: question.record, id: `GT:${question.record}:${question.key}` },
      };
  }
}

/** What is asked of a record that this one refers to stands beneath the reference. */
function nested(filter: ListQuestion['filter']): object {
  const whole: Record<string, Record<string, unknown>> = {};
  for (const [path, wanted] of Object.entries(filter)) {
    const [first, beneath] = path.split('.') as [string, string?];
    whole[first] = { ...whole[first], ...(beneath === undefined ? wanted : { [beneath]: wanted }) };
  }
  return whole;
}

function written({ fields, links }: Selection): string {
  const linked = Object.entries(links).map(([link, beneath]) => `${link} { id ${written(beneath)} }`);
  return [...fields, ...linked].join(' ');
}
