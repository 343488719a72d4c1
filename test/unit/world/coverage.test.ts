import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { fromRoot } from '../../../common/root.js';
import { domains } from '../../../schema/domains.js';
import { memberDocument } from '../../../schema/sources.js';
import { parseMapping } from '../../../subgraphs/kit/mapping/parse-mapping.js';
import { keepers, worldStates } from '../../../subgraphs/world/keeps.js';
import { demoStateCodes } from '../../../subgraphs/world/load.js';

const schema = buildSubgraphSchema({ typeDefs: memberDocument() });

/** Types that a State's mapping serves. */
function typesOf(state: string): readonly string[] {
  const file = fromRoot('subgraphs', state.toLowerCase(), 'mapping.yaml');
  const parsed = parseMapping(file, readFileSync(file, 'utf8'), schema);
  if (!parsed.ok) throw new Error(`the mapping of ${state} is not right`);
  return Object.keys(parsed.mapping.records);
}

/** The domain whose file of the shared language has a type. */
function domainOf(type: string): string | undefined {
  return domains.find(({ file }) =>
    readFileSync(fromRoot('schema', 'member', `${file}.graphql`), 'utf8').includes(`type ${type} `),
  )?.file;
}

describe.each(demoStateCodes)('%s', (state) => {
  it('serves firearms and six other domains at least', () => {
    const served = new Set(typesOf(state).map(domainOf));
    expect(served.has('firearms')).toBe(true);
    expect(served.size).toBeGreaterThanOrEqual(7);
  });

  it('serves as many types as the world has kinds of facts for it', () => {
    const kinds = Object.values(keepers).filter((states) => states.includes(state));
    expect(typesOf(state)).toHaveLength(kinds.length);
  });
});

describe('the region', () => {
  it('serves each type in three States at least, as far as their databases are there', () => {
    const served = demoStateCodes.flatMap(typesOf);
    const missing = worldStates.length - demoStateCodes.length;
    const rare = [...new Set(served)].filter(
      (type) => served.filter((one) => one === type).length + missing < 3,
    );
    expect(rare).toEqual([]);
  });
});
