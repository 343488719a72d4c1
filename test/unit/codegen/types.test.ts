import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { typesOf } from '../../../codegen/types.js';
import { fromRoot } from '../../../common/root.js';
import { supergraphSdl } from '../../../schema/sources.js';

describe('the types of the schema', () => {
  it('as checked in are made of the supergraph (else: npm run codegen)', async () => {
    expect(await typesOf(supergraphSdl())).toBe(readFileSync(fromRoot('schema', 'types.ts'), 'utf8'));
  });
});
