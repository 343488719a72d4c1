import * as z from 'zod/mini';
import type { Question } from '../parts/ask-gateway.js';

const counts = z.array(z.object({ value: z.string(), count: z.number() }));

/** A value and how often it occurs. */
export type Count = z.infer<typeof counts>[number];

const figuresSchema = z.object({
  total: z.number(),
  byAgency: counts,
  byPurpose: counts,
  byHour: counts,
  byState: counts,
  byOutcome: counts,
});

/** How entries are distributed. */
export type Figures = z.infer<typeof figuresSchema>;

export function figuresQuestion(
  filter: Readonly<Record<string, string>>,
): Question<{ readonly auditCounts: Figures }> {
  const of = 'value count';
  return {
    query: `query Figures($filter: AuditFilter) {
      auditCounts(filter: $filter) {
        total byAgency { ${of} } byPurpose { ${of} } byHour { ${of} } byState { ${of} } byOutcome { ${of} }
      }
    }`,
    variables: { filter },
    data: z.object({ auditCounts: figuresSchema }),
  };
}

/** All hours of the day, those without entries too. */
export function dayOf(byHour: readonly Count[]): readonly Count[] {
  return Array.from({ length: 24 }, (_, hour) => {
    const value = String(hour).padStart(2, '0');
    return { value, count: byHour.find((one) => one.value === value)?.count ?? 0 };
  });
}

const signSchema = z.object({
  kind: z.string(),
  subject: z.string(),
  explanationEnglish: z.string(),
  explanationSpanish: z.string(),
  entries: z.array(z.number()),
});

/** A sign of misuse. */
export type Sign = z.infer<typeof signSchema>;

const signReportSchema = z.object({
  signs: z.array(signSchema),
  found: counts,
  complete: z.boolean(),
  explanationEnglish: z.string(),
  explanationSpanish: z.string(),
});

/** The signs of a period, how many there are of each kind, and what of it was looked at. */
export type SignReport = z.infer<typeof signReportSchema>;

export function signsQuestion(
  filter: Readonly<Record<string, string>>,
): Question<{ readonly auditSignReport: SignReport }> {
  return {
    query: `query Signs($filter: AuditFilter) {
      auditSignReport(filter: $filter) {
        signs { kind subject explanationEnglish explanationSpanish entries }
        found { value count } complete explanationEnglish explanationSpanish
      }
    }`,
    variables: { filter },
    data: z.object({ auditSignReport: signReportSchema }),
  };
}
