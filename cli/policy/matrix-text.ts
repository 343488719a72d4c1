import type { Cell, Matrix } from '../../policy/matrix.js';

const legend =
  '● all records / todos los registros   ◐ some / algunos   YEAR … masked / enmascarado   · nothing / nada';

/** The matrix as a table: a line a field, a column an agency. */
export function matrixText({ agencies, rows, hits }: Matrix): string {
  const width = Math.max(0, ...rows.map(({ coordinate }) => coordinate.length));
  const widths = agencies.map((agency) => Math.max(agency.length, 10));
  const line = (first: string, cells: readonly string[]): string =>
    [first.padEnd(width), ...cells.map((cell, column) => cell.padEnd(widths[column] ?? 0))]
      .join('  ')
      .trimEnd();
  return [
    line('', agencies),
    ...rows.map(({ coordinate, cells }) =>
      line(
        coordinate,
        agencies.map((agency) => cellText(cells[agency])),
      ),
    ),
    ...hits.map(
      ({ record, matchOn, agency }) => `${record}: hit / coincidencia (${matchOn.join(', ')}): ${agency}`,
    ),
    '',
    legend,
  ].join('\n');
}

function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return '·';
  const { mask, someRecords } = cell;
  if (mask === undefined) return someRecords ? '◐' : '●';
  return someRecords ? `${mask} ◐` : mask;
}
