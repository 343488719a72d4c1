import { describe, expect, it } from '@jest/globals';
import { digestInForceAt, type HistoryEntry, inForceAt } from '../../../../policy/history/in-force.js';
import { canonicalText, digestOf, digestOfSet } from '../../../../policy/signing/agreement-text.js';
import {
  agreement,
  bothSign,
  day,
  keys,
  linesOf,
  read,
  register,
  revocationOf,
  versionOf,
} from './signed-history.js';

const first = versionOf(1);
const second = versionOf(2, { grants: [{ record: 'Firearm', fields: ['make', 'model'] }] }, first);
const hour = 3_600_000;

function entries(history: readonly HistoryEntry[] | string): readonly HistoryEntry[] {
  if (typeof history === 'string') throw new Error(history);
  return history;
}

describe('a history of agreements', () => {
  it('says what was in force at each past moment: published, replaced, revoked, published again', async () => {
    const third = versionOf(3, {}, second);
    const history = entries(
      await read(
        linesOf(
          ['PUBLISHED', await bothSign(first)],
          ['PUBLISHED', await bothSign(second)],
          ['REVOKED', await revocationOf(second)],
          ['PUBLISHED', await bothSign(third)],
        ),
      ),
    );
    const versions = (at: number): readonly number[] => inForceAt(history, at).map(({ version }) => version);
    expect([-1, 0, hour, 2 * hour, 3 * hour].map((ms) => versions(day + ms))).toEqual([
      [],
      [1],
      [2],
      [],
      [3],
    ]);
    expect(digestInForceAt(history, day + hour)).toBe(
      digestOfSet([{ id: agreement.id, digest: digestOf(second) }]),
    );
  });

  it('takes the signature of the country of an agency that has no key of its own', async () => {
    const text = versionOf(1, { id: 'GT-HN-1', grantee: { agency: 'HN-ATIC' } });
    expect(entries(await read(linesOf(['PUBLISHED', await bothSign(text, keys.GT, keys.HN)])))).toHaveLength(
      1,
    );
    expect(await read(linesOf(['PUBLISHED', await bothSign(text)]))).toContain(
      "signed with the key agency-US-ATF, which is not the signatory's; the grantee HN can mend it",
    );
  });

  it.each([
    [
      'with one signature',
      async () => ({
        ...(await bothSign(first)),
        signatures: (await bothSign(first)).signatures.slice(0, 1),
      }),
      'h:1:1: GT-US-ATF-1: not signed; the grantee US-ATF can mend it',
    ],
    [
      'signed by the wrong key',
      () => bothSign(first, keys.HN),
      "signed with the key state-HN, which is not the signatory's; the grantor GT can mend it",
    ],
    [
      'signed by another key of the same name',
      () => bothSign(first, keys.other),
      'the signature with state-GT is not of this text: the text was altered, or the key is another',
    ],
    [
      'signed by one party for both',
      () => bothSign(first, keys.GT, keys.GT),
      "signed with the key state-GT, which is not the signatory's; the grantee US-ATF",
    ],
    [
      'whose text was altered',
      async () => ({
        ...(await bothSign(first)),
        payload: Buffer.from(canonicalText(second)).toString('base64url'),
      }),
      'the signature with state-GT is not of this text',
    ],
    [
      'whose text is not canonical',
      async () => ({
        ...(await bothSign(first)),
        payload: Buffer.from(JSON.stringify(first, null, 1)).toString('base64url'),
      }),
      'h:1:1: no line of a history',
    ],
    [
      'signed after it was published',
      () => bothSign(first, keys.GT, keys.ATF, day + 2 * 60_000),
      'signed with state-GT after it was published',
    ],
    [
      'of another grantor',
      () => bothSign(versionOf(1, { grantor: 'HN' }), keys.HN),
      'h:1:1: opens records of HN, not of GT',
    ],
    ['that follows nothing', () => bothSign(second), 'GT-US-ATF-1: version 2 does not follow from version 0'],
  ] as const)('refuses an agreement %s, and says who can mend it', async (_, signed, problem) => {
    expect(await read(linesOf(['PUBLISHED', await signed()]))).toContain(problem);
  });

  it('lets clocks differ by a minute', async () => {
    const signed = await bothSign(first, keys.GT, keys.ATF, day + 59_000);
    expect(entries(await read(linesOf(['PUBLISHED', signed]), register(), day - 59_000))).toHaveLength(1);
    expect(await read(linesOf(['PUBLISHED', signed]), register(), day - 61_000)).toContain(
      'published in the future',
    );
  });

  it.each([
    ['expired', { notAfter: '2026-02-28T00:00:00Z' }],
    ['not yet in force', { notBefore: '2026-03-02T00:00:00Z' }],
  ])('refuses a key that is %s when the agreement is published', async (_, times) => {
    const lines = linesOf(['PUBLISHED', await bothSign(first)]);
    expect(await read(lines, register(times))).toContain(
      'the key state-GT was not in force when this was published',
    );
  });

  it('keeps what a key signed in its time after it has expired', async () => {
    const lines = linesOf(['PUBLISHED', await bothSign(first)]);
    expect(
      entries(await read(lines, register({ notAfter: '2026-03-02T00:00:00Z' }), day + 365 * 86_400_000)),
    ).toHaveLength(1);
  });

  it('refuses an older version that is replayed', async () => {
    const one = await bothSign(first);
    expect(
      await read(linesOf(['PUBLISHED', one], ['PUBLISHED', await bothSign(second)], ['PUBLISHED', one])),
    ).toBe(
      'h:3:1: GT-US-ATF-1: version 1 was in force before; an older version does not come back / GT-US-ATF-1: la versión 1 ya estuvo vigente; una versión anterior no vuelve',
    );
    expect(
      await read(linesOf(['PUBLISHED', one], ['REVOKED', await revocationOf(first)], ['PUBLISHED', one])),
    ).toContain('h:3:1: GT-US-ATF-1: version 1 was in force before');
  });

  it('refuses a revocation by another, and one of what is not in force', async () => {
    const published = ['PUBLISHED', await bothSign(first)] as const;
    expect(await read(linesOf(published, ['REVOKED', await revocationOf(first, keys.HN)]))).toContain(
      "signed with the key state-HN, which is not the signatory's",
    );
    expect(await read(linesOf(published, ['REVOKED', await revocationOf(second)]))).toContain(
      'h:2:1: revokes nothing',
    );
  });

  it('refuses lines that were removed, put in, or put in another order', async () => {
    const [one = '', two = '', three = ''] = linesOf(
      ['PUBLISHED', await bothSign(first)],
      ['PUBLISHED', await bothSign(second)],
      ['REVOKED', await revocationOf(second)],
    );
    for (const lines of [
      [two, three],
      [one, three],
      [one, three, two],
      [one, one, two],
    ])
      expect(await read(lines)).toContain('does not follow from the line before');
  });

  it('names all that is wrong at once', async () => {
    const lines = linesOf(['PUBLISHED', await bothSign(first, keys.HN, keys.HN)]);
    const said = await read([...lines, 'nonsense']);
    expect(typeof said === 'string' && said.split('\n')).toHaveLength(3);
  });
});
