/** A date that lacks its day, or its month too: 1987-05 or 1987 (EDTF level 0). */
const partial = /^\d{4}(-\d{2})?$/u;

export function isPartialDate(text: string): boolean {
  return partial.test(text);
}

/** The day before the first that a date can mean; what is no date stays as it is. */
export function dayBefore(date: string): string {
  return shifted(`${date}${'-01-01'.slice(date.length - 4)}`, 'Date', -1) ?? date;
}

/** The day after the last that a date can mean; what is no date stays as it is. */
export function dayAfter(date: string): string {
  const unit = date.length === 4 ? 'FullYear' : date.length === 7 ? 'Month' : 'Date';
  return shifted(`${date}${'-01-01'.slice(date.length - 4)}`, unit, 1) ?? date;
}

function shifted(day: string, unit: 'FullYear' | 'Month' | 'Date', by: number): string | undefined {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return undefined;
  date[`setUTC${unit}`](date[`getUTC${unit}`]() + by);
  const text = date.toISOString();
  // after 9999 there is no day that is written so; this one comes after all that are
  return text.startsWith('+') ? '~' : text.slice(0, 10);
}
