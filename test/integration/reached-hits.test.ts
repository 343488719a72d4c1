import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { associationsMapping, associationsSql } from '../unit/kit/associations.js';
import { type NodeUnderTest, openNode } from '../unit/kit/node-under-test.js';
import { throwawayDatabase } from '../services/throwaway-database.js';
import { type MadeDatabase, mariadbDatabase } from './national-databases.js';

const made: MadeDatabase[] = [];
const nodes = new Map<string, NodeUnderTest>();

beforeAll(async () => {
  const name = `istmo_hits_${String(process.pid)}_${String(Date.now())}`;
  made.push(await throwawayDatabase(name), await mariadbDatabase(name));
  const [postgres, mariadb] = made.map(({ url }) => url);
  nodes.set('SQLite', await openNode(associationsMapping, associationsSql));
  nodes.set('PostgreSQL', await openNode(associationsMapping, associationsSql, postgres));
  nodes.set('MariaDB', await openNode(associationsMapping, associationsSql, mariadb));
});
afterAll(async () => {
  for (const node of nodes.values()) await node.close();
  for (const { drop } of made) await drop();
});

const grant = {
  record: 'GangAssociation',
  hit: { matchOn: ['person.nationalIdentification', 'role'] },
  where: { handlingCode: { notIn: ['H3'] } },
};
const opened = { ...grant, minors: true, legalBasis: ['L'] };

/** Who is a hit by which document, under the age of 18 or not. */
async function hitsIn(node: NodeUnderTest, more: object = {}): Promise<readonly string[]> {
  const hits: string[] = [];
  for (const cedula of ['0801 1', '0802', '0803', '0804', '0805', '0806', '0899', "' OR 1 = 1 --"]) {
    const filter = `{ person: { nationalIdentification: { eq: "${cedula}" } } }`;
    const { entity } = await node.ask(
      [{ ...grant, ...more }],
      `... on MemberState { gangAssociations(filter: ${filter}) { hit contact { organization } } }`,
      { __typename: 'MemberState', code: 'HN' },
    );
    const { gangAssociations } = entity as {
      readonly gangAssociations: { readonly hit: string; readonly contact: unknown };
    };
    if (gangAssociations.hit === 'HIT') hits.push(cedula);
    expect(gangAssociations.contact).toEqual(
      gangAssociations.hit === 'HIT' ? { organization: 'FNAMP' } : null,
    );
  }
  return hits;
}

describe.each(['SQLite', 'PostgreSQL', 'MariaDB'])('a node over %s', (kind) => {
  it('tells hit or no hit on gang associations by the document of the person, and protects minors', async () => {
    const node = nodes.get(kind)!;
    expect(await hitsIn(node)).toEqual(['0801 1']);
    expect(await hitsIn(node, { unknownAge: 'ALLOW' })).toEqual(['0801 1', '0803']);
    expect(await hitsIn(node, opened)).toEqual(['0801 1', '0802', '0803']);
  });
});
