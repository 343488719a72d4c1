import { describe, expect, it } from '@jest/globals';
import { parse, Source } from 'graphql';
import { compose, subgraphSources } from '../../../schema/compose.js';
import { supergraphSdl } from '../../../schema/sources.js';

describe('the supergraph', () => {
  it('as checked in is what the subgraphs compose into (else: npm run compose)', () => {
    const composition = compose();
    expect(composition).toMatchObject({ ok: true });
    expect(composition.ok && composition.supergraphSdl).toBe(supergraphSdl());
  });

  it('names file and line of what does not compose', () => {
    const broken = parse(new Source('type Query {\n  me: Int\n}', 'schema/broken.graphql'));
    const composition = compose([...subgraphSources(), { name: 'broken', typeDefs: broken }]);
    expect(composition).toEqual({
      ok: false,
      problems: expect.arrayContaining([
        expect.stringMatching(/^schema\/broken\.graphql:2:3, schema\/region\.graphql:\d+:3: Non-shareable/u),
      ]),
    });
  });
});
