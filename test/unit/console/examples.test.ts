import { describe, expect, it } from '@jest/globals';
import { demoClients } from '../../../cli/region/demo-region.js';
import { getVariableValues, Kind, parse, validate } from 'graphql';
import { examples, openingQuery } from '../../../console/examples.js';
import { purposes } from '../../../console/purposes.js';
import { memberDocument } from '../../../schema/sources.js';
import { vocabularyOf } from '../../../schema/vocabulary.js';
import { demoFirearm, demoSeizure } from '../../../subgraphs/world/world.js';
import { apiSchema } from '../../api-schema.js';

const schema = apiSchema();

describe('the example questions', () => {
  it.each([...examples])('fit the schema that clients see: $id', ({ query, variables }) => {
    const document = parse(query);
    expect(validate(schema, document)).toEqual([]);
    const [operation] = document.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('not an operation');
    const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    expect(errors).toBeUndefined();
    expect(coerced).toEqual(variables);
  });

  it('begin with one that needs no purpose', () => {
    expect(validate(schema, parse(openingQuery))).toEqual([]);
    expect(examples[0]).toMatchObject({ query: openingQuery, purpose: '' });
  });

  it('ask for what the demo region has', () => {
    const given = examples.map(({ variables }) => variables);
    expect(given).toContainEqual(demoFirearm);
    expect(given).toContainEqual({ state: demoSeizure.state, caseNumber: demoSeizure.caseNumber });
    const clients = demoClients.map(({ id }) => id);
    expect(examples.map((example) => example.as).filter((client) => !clients.includes(client))).toEqual([]);
  });

  it('have ids of their own', () => {
    expect(new Set(examples.map(({ id }) => id)).size).toBe(examples.length);
  });
});

describe('the purposes to choose from', () => {
  it('are those of the schema', () => {
    expect(new Set(Object.keys(purposes))).toEqual(vocabularyOf(memberDocument()).purposes);
  });
});
