import { describe, expect, it } from '@jest/globals';
import { byteaArray } from '../../../audit/storage/bytea-array.js';

/** As `SELECT array_send('{"\\x6162","\\x","\\x63"}'::bytea[])` says. */
const three =
  '00000001' +
  '00000000' +
  '00000011' +
  '00000003' +
  '00000001' +
  '00000002' +
  '6162' +
  '00000000' +
  '00000001' +
  '63';

describe('a list of bytes for PostgreSQL', () => {
  it('is as the server itself would send it', () => {
    expect(byteaArray(['ab', '', 'c'].map((text) => Buffer.from(text))).toString('hex')).toBe(three);
    expect(byteaArray([]).toString('hex')).toBe('00000000' + '00000000' + '00000011');
  });
});
