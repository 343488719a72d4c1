import type { Vocabulary } from '../../schema/vocabulary.js';

/** State → the coordinates that it serves. */
export type Offers = ReadonlyMap<string, ReadonlySet<string>>;

const head = `# What each State serves · Qué sirve cada Estado

From the mappings in \`subgraphs/*/mapping.yaml\` (\`npm run docs:pages\` writes this page). A number is how many of a type's fields
the State serves; \`—\` is a type that it does not serve: \`NOT_OFFERED\`.
`;

/** Types, fields and States, as Markdown. */
export function coveragePage(offers: Offers, { records }: Vocabulary): string {
  const states = [...offers.keys()].sort();
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const rows = [...records].map(([type, fields]) =>
    line([
      `\`${type}\``,
      String(fields.size),
      ...states.map((state) => served(offers.get(state), type, fields.keys())),
    ]),
  );
  const totals = states.map((state) => String(offers.get(state)?.size ?? 0));
  const all = [...records.values()].reduce((sum, fields) => sum + fields.size, 0);
  return [
    `${head}\n`,
    line(['type · tipo', 'fields · campos', ...states]),
    line(['---', ...['', ...states].map(() => '--:')]),
    ...rows,
    line(['fields · campos', String(all), ...totals]),
  ].join('');
}

function served(offered: ReadonlySet<string> | undefined, type: string, fields: Iterable<string>): string {
  const count = [...fields].filter((field) => offered?.has(`${type}.${field}`) === true).length;
  return count === 0 ? '—' : String(count);
}
