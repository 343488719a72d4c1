/** How far apart two serial numbers of one batch may lie at most. */
export const farthest = 25;

/**
 * The serial numbers beside one: the same letters, as many digits, and a number at most `within` away. The last group
 * of digits counts; what stands before and after it is the series.
 *
 * @param within - 1..25
 * @returns in order, without the given one; none where it has no digits
 */
export function serialsBeside(serial: string, within: number): readonly string[] {
  const [, before = '', digits = '', after = ''] = /^(.*?)(\d{1,15})(\D*)$/su.exec(serial) ?? [];
  if (digits === '') return [];
  const offsets = Array.from({ length: 2 * within + 1 }, (_, index) => index - within);
  return offsets
    .filter((offset) => offset !== 0)
    .map((offset) => Number(digits) + offset)
    .filter((number) => number >= 0 && String(number).length <= digits.length)
    .map((number) => `${before}${String(number).padStart(digits.length, '0')}${after}`);
}

/** Whether a number is a distance at which a batch can be asked for. */
export function isDistance(within: unknown): within is number {
  return typeof within === 'number' && Number.isInteger(within) && within >= 1 && within <= farthest;
}
