import { describe, expect, it } from '@jest/globals';
import { GraphQLError, parse, specifiedRules, validate } from 'graphql';
import { readDeclaration } from '../../../gateway/admission/declaration.js';
import { defaultLimits, limitsRule } from '../../../gateway/admission/limits.js';
import { IstmoError } from '../../../common/errors.js';
import { apiSchema } from '../../api-schema.js';

const schema = apiSchema();
const rules = [
  ...specifiedRules,
  limitsRule({ ...defaultLimits, depth: 4, aliases: 2, rootFields: 2, directives: 1 }),
];

function limitOf(text: string): unknown {
  const over = validate(schema, parse(text), rules).filter(
    ({ originalError }) => originalError instanceof IstmoError,
  );
  return over.map(({ originalError }) => (originalError as IstmoError).details);
}

describe('the limits of an operation', () => {
  it.each([
    [
      'depth',
      '{ memberStates { firearms { edges { node { make } } } } }',
      { limit: 'depth', measured: 5, most: 4 },
    ],
    [
      'depth in fragments',
      '{ memberStates { ...S } } fragment S on MemberState { firearms { edges { node { make } } } }',
      { limit: 'depth', measured: 5, most: 4 },
    ],
    ['aliases', '{ a: me { agency } b: me { c: agency } }', { limit: 'aliases', measured: 3, most: 2 }],
    [
      'aliases of __typename',
      '{ me { a: __typename b: __typename c: __typename } }',
      { limit: 'aliases', measured: 3, most: 2 },
    ],
    [
      'aliases in a fragment, each time that it is spread',
      '{ me { ...M } x: me { ...M } } fragment M on Requester { a: agency }',
      { limit: 'aliases', measured: 3, most: 2 },
    ],
    [
      'root fields',
      '{ me { agency } memberStates { code } memberState(code: "GT") { code } }',
      { limit: 'rootFields', measured: 3, most: 2 },
    ],
    [
      'directives',
      '{ me @include(if: true) { agency @skip(if: false) } }',
      { limit: 'directives', measured: 2, most: 1 },
    ],
  ])('hold for %s', (_, text, details) => {
    expect(limitOf(text)).toEqual([details]);
  });

  it('let introspection and what is within them through', () => {
    expect(limitOf('{ __schema { types { fields { type { ofType { name } } } } } }')).toEqual([]);
    expect(limitOf('{ memberStates { firearms { totalCount } } }')).toEqual([]);
  });

  it('are measured in no time, however often fragments spread each other', () => {
    const count = 60;
    const fragments = Array.from(
      { length: count },
      (_, n) =>
        `fragment F${String(n)} on Requester { ${n + 1 < count ? `...F${String(n + 1)} ...F${String(n + 1)}` : 'a: agency'} }`,
    );
    const started = performance.now();
    const errors = validate(schema, parse(`{ me { ...F0 } } ${fragments.join(' ')}`), [
      limitsRule(defaultLimits),
    ]);
    expect(errors[0]).toBeInstanceOf(GraphQLError);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('a declaration', () => {
  const purposes = new Set(['FIREARM_TRACING', 'TREND_ANALYSIS', 'PREVENTION']);

  it('is read from the headers', () => {
    const headers = {
      'istmo-purpose': 'FIREARM_TRACING',
      'istmo-case': ' A/1 ',
      'istmo-urgency': 'URGENT',
      'istmo-justification': 'life at risk',
    };
    expect(readDeclaration(headers, purposes)).toEqual({
      purpose: 'FIREARM_TRACING',
      case: 'A/1',
      urgency: 'URGENT',
      justification: 'life at risk',
    });
  });

  it.each(['TREND_ANALYSIS', 'PREVENTION'])('for %s needs no case', (purpose) => {
    expect(readDeclaration({ 'istmo-purpose': purpose }, purposes)).toEqual({ purpose, urgency: 'ROUTINE' });
    expect(readDeclaration({ 'istmo-purpose': purpose, 'istmo-case': 'A/1' }, purposes)).toEqual({
      purpose,
      case: 'A/1',
      urgency: 'ROUTINE',
    });
  });

  it('for any other purpose is refused without a case', () => {
    expect(() => readDeclaration({ 'istmo-purpose': 'FIREARM_TRACING' }, purposes)).toThrow(
      expect.objectContaining({ code: 'CASE_MISSING' }),
    );
  });

  it('is none where no header is sent', () => {
    expect(readDeclaration({}, purposes)).toBeUndefined();
  });
});
