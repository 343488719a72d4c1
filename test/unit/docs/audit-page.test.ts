import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { entryJsonSchema, entrySchema } from '../../../audit/entry-schema.js';
import { fromRoot } from '../../../common/root.js';

const page = readFileSync(fromRoot('docs', 'audit.md'), 'utf8');

describe('docs/audit.md', () => {
  it('has an example of each kind of entry, each as the schema says', () => {
    const examples = [...page.matchAll(/```json\n([^]*?)```/gu)].map(([, text]) =>
      entrySchema.parse(JSON.parse(text!)),
    );
    expect(examples.map(({ type }) => type).sort()).toEqual([...entrySchema.shape.type.options].sort());
  });
});

describe('docs/audit-entry.v1.schema.json', () => {
  it('is what istmo docs writes', () => {
    expect(readFileSync(fromRoot('docs', 'audit-entry.v1.schema.json'), 'utf8')).toBe(entryJsonSchema());
  });
});
