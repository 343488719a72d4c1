import { describe, expect, it } from '@jest/globals';
import { technicalFault } from '../../../common/technical-fault.js';

const secret = 'ZQ7MARKED';

describe('a fault in a technical log', () => {
  it('says of what kind it is and where it arose, and nothing of the values at which it did', () => {
    const error = Object.assign(new Error(`no such thing: ${secret}\n    at ${secret}`), {
      code: 'ER_NO_SUCH_TABLE',
      sql: `SELECT '${secret}'`,
      cause: new Error(secret),
    });
    const fault = technicalFault(error);
    expect(fault).toEqual({ name: 'Error', code: 'ER_NO_SUCH_TABLE', frames: expect.any(Array) });
    expect(fault.frames[0]).toContain('technical-fault.test');
    expect(JSON.stringify(fault)).not.toContain(secret);
  });

  it.each([[undefined], [null], [secret], [{ code: `${secret} is no code` }]])(
    'is one whatever was thrown: %j',
    (thrown) => {
      expect(technicalFault(thrown)).toEqual({ name: 'Error', frames: [] });
    },
  );
});
