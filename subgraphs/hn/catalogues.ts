import type { Row, TableRows } from '../world/tables.js';
import type { CodeBook, CodeBooks } from './code-book.js';
import { codeOf } from './code-list.js';
import { codeLists } from './code-lists.js';

/** The model of a firearm of which nobody noted what it was. */
export const unknownModel = 0;

/** The catalogues as tables, once all other rows are made. */
export function catalogueTables(books: CodeBooks): TableRows {
  const models = books.models.entries().map(([cod_modelo, model]) => ({
    cod_modelo,
    cod_marca: books.makes.code(model.make),
    nombre: model.model,
    cod_tipo: codeOf(codeLists.tipo_arma, model.category),
    cod_calibre: books.calibres.code(model.calibre),
    cod_pais: books.countries.code(model.country ?? null),
    canon_mm: model.barrelMillimetres ?? null,
  }));
  const localities = books.localities.entries().map(([cod_localidad, { subdivision, municipality }]) => ({
    cod_localidad,
    cod_division: books.divisions.code(subdivision),
    nombre: municipality,
  }));
  const divisions = books.divisions.entries().map(([cod_division, cod_iso]) => ({
    cod_division,
    cod_pais: books.countries.code(cod_iso.slice(0, 2)),
    cod_iso,
  }));
  return new Map<string, readonly Row[]>([
    ['cat_general', generalRows()],
    ['cat_pais', [{ cod_pais: 0, alfa2: '--' }, ...rowsOf(books.countries, 'cod_pais', 'alfa2')]],
    ['cat_division', divisions],
    ['cat_localidad', localities],
    [
      'cat_dependencia',
      books.organizations.entries().map(([cod_dependencia, nombre]) => ({
        cod_dependencia,
        siglas: initialsOf(nombre),
        nombre,
      })),
    ],
    ['cat_marca', [{ cod_marca: 0, nombre: 'NO CONSTA' }, ...rowsOf(books.makes, 'cod_marca', 'nombre')]],
    [
      'cat_calibre',
      [{ cod_calibre: 0, nombre: 'NO CONSTA' }, ...rowsOf(books.calibres, 'cod_calibre', 'nombre')],
    ],
    ['cat_acabado', rowsOf(books.finishes, 'cod_acabado', 'nombre')],
    ['cat_modelo', [unknownModelRow, ...models]],
    [
      'cat_sustancia',
      books.substances
        .entries()
        .map(([cod_sustancia, [nombre, cod_grupo]]) => ({ cod_sustancia, nombre, cod_grupo })),
    ],
    ['cat_ocultamiento', rowsOf(books.hidingPlaces, 'cod_ocultamiento', 'nombre')],
    ['cat_marca_transporte', rowsOf(books.vehicleMakes, 'cod_marca', 'nombre')],
  ]);
}

const unknownModelRow: Row = {
  cod_modelo: unknownModel,
  cod_marca: 0,
  nombre: 'NO CONSTA',
  cod_tipo: 99,
  cod_calibre: 0,
  cod_pais: 0,
  canon_mm: 0,
};

function rowsOf(book: CodeBook<string>, code: string, name: string): readonly Row[] {
  return book.entries().map(([number, value]) => ({ [code]: number, [name]: value }));
}

function generalRows(): readonly Row[] {
  return Object.entries(codeLists).flatMap(([lista, list]) =>
    Object.values<readonly [number, string]>(list).map(([codigo, descripcion]) => ({
      lista,
      codigo,
      descripcion,
    })),
  );
}

/** Secretaría de Defensa Nacional: SDN. */
function initialsOf(name: string): string {
  return [...name.matchAll(/\p{Lu}/gu)].join('').slice(0, 12);
}
