import { describe, expect, it } from '@jest/globals';
import { parse, validate } from 'graphql';
import { createAnswers } from '../../../bench/nodes/answers.js';
import { memberSchema } from '../../../bench/nodes/member-schema.js';
import { parseOptions } from '../../../bench/options.js';
import { queries, queryNamed } from '../../../bench/queries/queries.js';
import { stateCodes } from '../../../bench/region/state-codes.js';
import { apiSchema } from '../../api-schema.js';

describe('questions of the bench', () => {
  it('are valid in the language of the region, at every position', () => {
    const positions = [0, 1, 499, 10_000_000];
    const problems = queries.flatMap((query) =>
      positions.flatMap((position) => validate(apiSchema(), parse(query.at(position).query))),
    );
    expect(problems).toEqual([]);
  });

  it('are never asked twice in the same words where every plan is to be a new one', () => {
    const asked = Array.from({ length: 10_000 }, (_, position) =>
      queryNamed('cold')
        .at(position)
        .query.replace(/^query \w+/u, ''),
    );
    expect(new Set(asked).size).toBe(10_000);
  });

  it('differ in their variables within the largest number of requests at a time', () => {
    for (const name of ['9x1', '9x20', 'trace']) {
      const asked = Array.from({ length: 65 }, (_, position) =>
        JSON.stringify(queryNamed(name).at(position)),
      );
      expect(new Set(asked).size).toBe(65);
    }
  });

  it('may be asked of up to 81 States, each once', () => {
    expect(new Set(stateCodes(81)).size).toBe(81);
    expect(stateCodes(3)).toEqual(['GT', 'SV', 'US']);
    expect(() => stateCodes(82)).toThrow('1 to 81 States');
  });
});

describe('a node of the bench', () => {
  it('answers from memory what it answered before, byte for byte', async () => {
    const answers = createAnswers(memberSchema(), { istmo: { withheld: [] } });
    const body = JSON.stringify({
      query: `query($representations: [_Any!]!) {
        _entities(representations: $representations) {
          ... on MemberState { firearms(first: 1, after: "3") { edges { node { make _istmo_id: id } } } }
        }
      }`,
      variables: { representations: [{ __typename: 'MemberState', code: 'HN' }] },
    });
    const first = await answers(body);
    expect(JSON.parse(first.toString())).toEqual({
      data: {
        _entities: [
          {
            firearms: {
              edges: [
                {
                  node: {
                    make: 'Smith & Wesson',
                    _istmo_id: 'HN:Firearm:A-000003',
                  },
                },
              ],
            },
          },
        ],
      },
      extensions: { istmo: { withheld: [] } },
    });
    expect(answers(body)).toBe(first);
  });
});

describe('the command line of the bench', () => {
  it('takes parts, subjects and queries, and names what there is where it knows none of that name', () => {
    expect(parseOptions(['profile', '--only', 'istmo', '--query', '9x20', '--json', 'out.json'])).toEqual({
      parts: ['profile'],
      quick: false,
      turns: undefined,
      patient: false,
      only: ['istmo'],
      queries: ['9x20'],
      jsonFile: 'out.json',
      heapRequests: 100_000,
      entries: 1_000_000,
      states: 9,
      allocations: false,
      help: false,
    });
    expect(parseOptions(['--quick', '--heap']).parts).toEqual(['compare', 'heap']);
    expect(() => parseOptions(['--query', '9x3'])).toThrow('no query 9x3; there are 9x1, 9x20, trace, cold');
  });
});
