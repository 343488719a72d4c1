import { describe, expect, it } from '@jest/globals';
import { momentOf } from '../../../cli/agreement/moment.js';

describe('the moment that --at names', () => {
  it.each([
    ['2026-03-03', 'America/Guatemala', '2026-03-04T05:59:59.999Z'],
    ['2026-07-03', 'America/New_York', '2026-07-04T03:59:59.999Z'],
    ['2026-03-03', 'Asia/Tokyo', '2026-03-03T14:59:59.999Z'],
    ['2026-03-03T10:00:00Z', 'America/Guatemala', '2026-03-03T10:00:00.000Z'],
    ['2026-03-03T10:00:00-06:00', 'Asia/Tokyo', '2026-03-03T16:00:00.000Z'],
  ])('%s in %s is %s: of a day its end where the State is', (text, zone, moment) => {
    expect(new Date(momentOf(text, zone)).toISOString()).toBe(moment);
  });

  it.each(['yesterday', '2026-13-01', '2026-03-03T10:00:00'])('is not %s, and says what would be', (text) => {
    expect(() => momentOf(text, 'UTC')).toThrow(`--at ${text}: 2026-03-03, 2026-03-03T10:00:00Z`);
  });
});
