import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type LogHealth, readinessOf, warningsOf, watchLog } from '../../../audit/log-health.js';

const gibibyte = 1024 ** 3;
const well: LogHealth = { writable: true, backlog: 0, freeBytes: 5 * gibibyte };

describe('the warnings of a log', () => {
  it.each<[string, LogHealth, number, readonly string[]]>([
    ['none where all is well', well, 0, []],
    ['none of the disk of another', { writable: true, backlog: 0 }, 0, []],
    ['that nothing can be written', { ...well, writable: false }, 0, ['NOT_WRITABLE']],
    ['of entries that wait, at a tenth of those that may', { ...well, backlog: 2_000 }, 0, ['BACKLOG_HIGH']],
    ['none of a few that wait', { ...well, backlog: 1_999 }, 0, []],
    ['of a disk with less than a gibibyte', { ...well, freeBytes: gibibyte - 1 }, 0, ['DISK_LOW']],
    ['none of a disk with just that', { ...well, freeBytes: gibibyte }, 0, []],
    ['of a disk that is full within fourteen days', { ...well, daysLeft: 13.9 }, 0, ['DISK_FILLS']],
    ['none of one that lasts as long', { ...well, daysLeft: 14 }, 0, []],
    ['of a shared queue', { ...well, queue: { waiting: 2_000, oldestMs: 10 } }, 0, ['BACKLOG_HIGH']],
    [
      'of the one that numbers, where entries wait for it',
      { ...well, queue: { waiting: 3, oldestMs: 2_000 } },
      0,
      ['QUEUE_LAGS'],
    ],
    ['none of a queue that is served', { ...well, queue: { waiting: 1_999, oldestMs: 1_999 } }, 0, []],
    ['of a witness that refuses', well, 1, ['WITNESS_REFUSES']],
  ])('are %s', (_, health, refusals, expected) => {
    expect(warningsOf(health, refusals)).toEqual(expected);
  });
});

describe('whether a log is ready', () => {
  it('is said with its health and each warning in both languages', () => {
    const health = { ...well, writable: false };
    expect(readinessOf(health, ['NOT_WRITABLE'])).toEqual({
      ready: false,
      log: health,
      warnings: [
        {
          code: 'NOT_WRITABLE',
          en: 'the log cannot be written: nothing is disclosed until it can',
          es: 'la bitácora no se puede escribir: nada se divulga hasta que se pueda',
        },
      ],
    });
  });
});

describe('watching a log', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('tells in English and Spanish when a warning comes and when it goes, once each', () => {
    const log = { health: well };
    const told: unknown[] = [];
    const end = watchLog(log, (warnings, _health, text) => told.push([warnings, text]));
    jest.advanceTimersByTime(3_000);
    log.health = { ...well, freeBytes: 1 };
    jest.advanceTimersByTime(3_000);
    log.health = well;
    jest.advanceTimersByTime(3_000);
    end();
    expect(told).toEqual([
      [['DISK_LOW'], 'less than 1 GiB is left for the log / queda menos de 1 GiB para la bitácora'],
      [[], ''],
    ]);
  });
});
