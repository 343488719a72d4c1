import type { FactPlace } from '../../world/facts/fact.js';
import type { Row } from '../../world/tables.js';
import type { IncbTable } from '../../../schema/types.js';
import { cuadro } from './codigos.js';

/** Values that are kept once and named by number elsewhere. */
interface Catalogue<T> {
  /** The number of a value; a new one for a value that is met for the first time. */
  numberOf(value: T): number;
  rows(row: (value: T, number: number) => Row): Iterable<Row>;
}

export interface Chemical {
  readonly substance: string;
  readonly casNumber: string;
  readonly incbTable: IncbTable;
}

export interface CaseFile {
  readonly caseNumber: string;
  readonly materia: 'A' | 'D' | 'Q' | 'B' | 'C';
}

/** All that Costa Rica keeps once. Filled while the other tables are made, so read last. */
export interface Catalogos {
  readonly canton: Catalogue<FactPlace>;
  readonly oficina: Catalogue<string>;
  readonly quimico: Catalogue<Chemical>;
  readonly aduana: Catalogue<string>;
  readonly expediente: Catalogue<CaseFile>;
}

export function createCatalogos(): Catalogos {
  const itself = (text: string): string => text;
  return {
    canton: createCatalogue(({ subdivision, municipality }) => `${subdivision} ${municipality}`),
    oficina: createCatalogue(itself),
    quimico: createCatalogue(({ casNumber }) => casNumber),
    aduana: createCatalogue(itself),
    expediente: createCatalogue(({ caseNumber }) => caseNumber),
  };
}

export function catalogueRows(
  catalogos: Catalogos,
): readonly (readonly [table: string, rows: Iterable<Row>])[] {
  const { canton, oficina, quimico, aduana, expediente } = catalogos;
  return [
    [
      'canton',
      canton.rows(({ subdivision, municipality, latitude, longitude }, canton_id) => ({
        canton_id,
        provincia: subdivision.slice(3),
        nombre: municipality,
        latitud: latitude,
        longitud: longitude,
      })),
    ],
    ['oficina', oficina.rows((nombre, oficina_id) => ({ oficina_id, nombre }))],
    [
      'quimico',
      quimico.rows(({ substance, casNumber, incbTable }, quimico_id) => ({
        quimico_id,
        nombre: substance,
        cas: casNumber,
        cuadro: cuadro[incbTable],
      })),
    ],
    ['aduana', aduana.rows((nombre, aduana_id) => ({ aduana_id, nombre }))],
    [
      'expediente',
      expediente.rows(({ caseNumber, materia }, expediente_id) => ({
        expediente_id,
        numero_unico: caseNumber,
        materia,
      })),
    ],
  ];
}

function createCatalogue<T>(keyOf: (value: T) => string): Catalogue<T> {
  const numbers = new Map<string, number>();
  const values: T[] = [];
  return {
    numberOf: (value) => {
      const key = keyOf(value);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const number = values.push(value);
      numbers.set(key, number);
      return number;
    },
    *rows(row) {
      for (const [index, value] of values.entries()) yield row(value, index + 1);
    },
  };
}
