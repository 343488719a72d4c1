import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { errorsPage } from '../../../cli/errors-page.js';
import { fromRoot } from '../../../common/root.js';

describe('the page of errors', () => {
  it('as checked in is what the table of errors makes (else: npm run docs:errors)', () => {
    expect(readFileSync(fromRoot('docs', 'errors.md'), 'utf8')).toBe(errorsPage());
  });

  it('says of each error in both languages who can mend it', () => {
    expect(errorsPage()).toContain(
      '| `AUDIT_UNAVAILABLE` | 503 | yes / sí | operator / operador | The audit log cannot be written, so nothing is disclosed. | No se puede escribir la bitácora, así que nada se divulga. |\n',
    );
  });
});
