import type { OrganizationFact, PersonFact } from '../world/facts/organizations.js';
import type { StateFacts } from '../world/facts/state-facts.js';
import type { Random } from '../world/random.js';
import { allRowsOf, type Row, rowsOf, type TableRows } from '../world/tables.js';
import type { CodeBooks } from './code-book.js';
import { codeOf } from './code-list.js';
import { codeLists } from './code-lists.js';
import { day, fichaOf, slips } from './fichas.js';
import { numberRows, pairs } from './rows.js';

/** Persons and the organizations that are no gangs. */
export function organizationTables(
  random: Random,
  books: CodeBooks,
  { persons, organizations }: StateFacts,
): TableRows {
  return new Map<string, Iterable<Row>>([
    ['persona', rowsOf(persons, (person) => personRow(random, books, person))],
    ['persona_alias', pairs(persons, 'id_persona', 'alias', ({ aliases }) => aliases)],
    ['organizacion', rowsOf(organizations, organizationRow)],
    ...membersAndDeeds('organizacion', organizations),
    [
      'organizacion_division',
      pairs(organizations, 'id_organizacion', 'cod_division', ({ territory }) =>
        books.divisions.codes(territory),
      ),
    ],
  ]);
}

/** The tables that hang on organizations and gangs alike. */
export function membersAndDeeds(
  table: 'organizacion' | 'mara',
  facts: readonly OrganizationFact[],
): readonly (readonly [table: string, rows: Iterable<Row>])[] {
  const key = `id_${table}`;
  return [
    [`${table}_alias`, pairs(facts, key, 'alias', ({ aliases }) => aliases)],
    [
      `${table}_delito`,
      pairs(facts, key, 'cod_delito', ({ activities }) =>
        activities.map((activity) => codeLists.delito[activity][0]),
      ),
    ],
    [
      `${table}_lider`,
      numberRows(
        'id_lider',
        allRowsOf(facts, ({ number, leaders }) =>
          leaders.map(({ alias, role, since }) => ({
            [key]: number,
            alias,
            cargo: role,
            anio_desde: Number(since.slice(0, 4)),
          })),
        ),
      ),
    ],
    [`${table}_persona`, pairs(facts, key, 'id_persona', ({ members }) => members)],
  ];
}

function personRow(random: Random, books: CodeBooks, person: PersonFact): Row {
  const { nationalIdentification: document } = person;
  return {
    id_persona: person.number,
    num_ficha: fichaOf('persona', person),
    nombre: person.name,
    fec_nacimiento: day(person.birthDate),
    cod_sexo: codeOf(codeLists.sexo, person.sex),
    cod_pais: books.countries.code(person.nationality),
    dni: slips(random, person, 0.02) ? 'INDOCUMENTADO' : document,
    pasaporte: person.passport,
    senas: person.physicalFeatures,
    fec_hecho: day(person.metOn),
  };
}

function organizationRow(organization: OrganizationFact): Row {
  return {
    id_organizacion: organization.number,
    num_ficha: fichaOf('organizacion', organization),
    nombre: organization.name,
    cod_categoria: codeOf(codeLists.categoria_organizacion, organization.category),
    integrantes: organization.estimatedMembers,
    fec_primera: day(organization.firstSeenOn),
    fec_ultima: day(organization.lastSeenOn),
  };
}
