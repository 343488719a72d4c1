import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { appendLeaf, emptyFrontier, hashLeaf, rootOf } from '../../../audit/tree.js';

/** The eight leaves and roots of the reference implementation of RFC 6962. */
const leaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** RFC 6962, 2.1, word for word: the tree over the first half and over the rest. */
function rootByDefinition(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 0) return createHash('sha256').digest();
  if (hashes.length === 1) return hashes[0]!;
  const split = 2 ** (Math.ceil(Math.log2(hashes.length)) - 1);
  const [left, right] = [hashes.slice(0, split), hashes.slice(split)].map(rootByDefinition);
  return createHash('sha256').update(Buffer.of(1)).update(left!).update(right!).digest();
}

describe('the tree', () => {
  it('has the roots of RFC 6962', () => {
    let frontier = emptyFrontier;
    const found = leaves.map((leaf) => {
      frontier = appendLeaf(frontier, hashLeaf(Buffer.from(leaf, 'hex')));
      return rootOf(frontier).toString('hex');
    });
    expect(found).toEqual(roots);
    expect(rootOf(emptyFrontier).toString('hex')).toBe(createHash('sha256').digest('hex'));
  });

  it('has the root that the definition gives, for any leaves', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 8 }), { maxLength: 70 }), (data) => {
        const hashes = data.map(hashLeaf);
        const frontier = hashes.reduce(appendLeaf, emptyFrontier);
        expect(rootOf(frontier)).toEqual(rootByDefinition(hashes));
      }),
    );
  });
});
