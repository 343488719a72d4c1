import { z } from 'zod';

const names = z.array(z.string());

/** A request for release as the gateway tells it. */
export const releaseSchema = z.object({
  id: z.string(),
  status: z.string(),
  agency: z.string(),
  officer: z.string(),
  purpose: z.string(),
  case: z.string(),
  record: z.string(),
  match: z.array(z.object({ field: z.string(), value: z.string() })),
  recordId: z.string().nullable(),
  fields: names,
  deadline: z.string(),
  dueAt: z.string(),
  justification: z.string().nullable(),
  candidates: names.nullable(),
  proposal: z
    .object({
      digest: z.string(),
      agency: z.string(),
      officer: z.string(),
      records: names,
      fields: names,
      until: z.string(),
      legalBasis: names,
      minors: z.boolean(),
    })
    .nullable(),
  reason: z.string().nullable(),
  released: z.object({ agreement: z.string(), records: names, fields: names, until: z.string() }).nullable(),
});

export type TellingRelease = z.infer<typeof releaseSchema>;

/** The fields of it, as a query selects them. */
export const releaseFields = `id status agency officer purpose case record match { field value } recordId fields deadline dueAt
  justification candidates proposal { digest agency officer records fields until legalBasis minors } reason
  released { agreement records fields until }`;

/** One line a request. */
export function releaseLine({
  id,
  status,
  agency,
  purpose,
  case: caseNumber,
  record,
  dueAt,
}: TellingRelease) {
  return `${id}  ${status}  ${agency} ${caseNumber} ${purpose}  ${record}  → ${dueAt}`;
}

/** All that is told of a request, a line a fact, in both languages. */
export function releaseText(release: TellingRelease): string {
  const { proposal, released } = release;
  const found = release.match.map(({ field, value }) => `${field} = ${value}`);
  const lines: readonly (readonly [string, string | null | undefined])[] = [
    ['record / registro', release.recordId ?? `${release.record}: ${found.join(', ')}`],
    ['wanted / se pide', release.fields.join(', ')],
    ['asked by / lo pide', `${release.agency} ${release.officer}`],
    ['why / por qué', release.justification],
    ['records that fit / registros que corresponden', release.candidates?.join(', ')],
    [
      'proposed / propuesto',
      proposal &&
        `${proposal.records.join(', ')}: ${proposal.fields.join(', ')}; until / hasta ${proposal.until}; ${proposal.legalBasis.join(', ')}${proposal.minors ? '; minors / menores' : ''}; ${proposal.agency} ${proposal.officer}`,
    ],
    ['proposal / propuesta', proposal?.digest],
    ['refused / rechazado', release.reason],
    [
      'released / entregado',
      released &&
        `${released.agreement}: ${released.records.join(', ')}: ${released.fields.join(', ')}; until / hasta ${released.until}`,
    ],
  ];
  return [
    releaseLine(release),
    ...lines.flatMap(([what, text]) => (text == null || text === '' ? [] : [`  ${what}: ${text}`])),
  ].join('\n');
}
