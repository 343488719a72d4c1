import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { IstmoError } from '../../../../common/errors.js';
import { harbour } from './harbour.js';

const entities = (fields: string): string =>
  `query($representations:[_Any!]!){_entities(representations:$representations){...on Cargo{${fields}}}}`;

describe('fields that require one field with different arguments', () => {
  it('are asked for apart, each with its own representation', async () => {
    const { ask, asked } = harbour();
    expect(await ask('{ cargos { fee feeByPounds berth } }')).toEqual({
      data: {
        cargos: [
          { fee: 101, feeByPounds: 202, berth: 4 },
          { fee: 201, feeByPounds: 402, berth: 4 },
        ],
      },
    });
    expect(asked).toEqual([
      {
        subgraph: 'customs',
        text: '{cargos{__typename id _istmo1_weight:weight(unit:LB)_istmo0_weight:weight(unit:KG)}}',
      },
      {
        subgraph: 'port',
        text: entities('fee berth'),
        representations: [
          { __typename: 'Cargo', id: 'C-1', weight: 100 },
          { __typename: 'Cargo', id: 'C-2', weight: 200 },
        ],
      },
      {
        subgraph: 'port',
        text: entities('feeByPounds'),
        representations: [
          { __typename: 'Cargo', id: 'C-1', weight: 200 },
          { __typename: 'Cargo', id: 'C-2', weight: 400 },
        ],
      },
    ]);
  });

  it('count as so many requests to subgraphs', () => {
    const { engine } = harbour({}, { fetches: 2 });
    const compile = (query: string) => () => engine.compile(query, parse(query), undefined, {});
    expect(compile('{ cargos { fee berth } }')).not.toThrow();
    expect(compile('{ cargos { fee feeByPounds } }')).toThrow(new IstmoError('PLAN_TOO_COSTLY').message);
  });

  it('carry only the variables that each of them uses', async () => {
    const { ask, asked } = harbour();
    const query = `query ($one: Int, $two: Int) {
      cargos { fee feeByPounds(days: $two) berth(days: $one) }
    }`;
    expect(await ask(query, { one: 1, two: 2 })).toEqual({
      data: {
        cargos: [
          { fee: 101, feeByPounds: 202, berth: 5 },
          { fee: 201, feeByPounds: 402, berth: 5 },
        ],
      },
    });
    expect(asked.slice(1).map(({ text }) => text)).toEqual([
      'query($representations:[_Any!]!$one:Int){_entities(representations:$representations){...on Cargo{fee berth(days:$one)}}}',
      'query($representations:[_Any!]!$two:Int){_entities(representations:$representations){...on Cargo{feeByPounds(days:$two)}}}',
    ]);
  });
});
