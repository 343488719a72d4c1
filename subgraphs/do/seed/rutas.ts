import type { Clerk, Tables } from '../../world/clerk.js';
import type { OrganizationFact, PersonFact, RouteFact } from '../../world/facts/organizations.js';
import type { StateFacts } from '../../world/facts/state-facts.js';
import { type Row, rowsOf } from '../../world/tables.js';
import { actividad, claseOrganizacion, mercancia, sexo, via } from './codigos.js';
import { clave, enColumnas, enLista, fecha, ficha } from './ficha.js';
import { pais } from './paises.js';
import { provincias } from './provincias.js';

/** Legs and leaders for which a row has columns. */
const legColumns = [1, 2, 3] as const;
const leaderColumns = [1, 2] as const;

/** Routes with their legs in one row, and the persons and organizations that are met on them. */
export function rutas({ routes, persons, organizations }: StateFacts, clerk: Clerk): Tables {
  return [
    ['RUTAS', rowsOf(routes, (route) => ruta(clerk, route))],
    ['PERSONAS', rowsOf(persons, (person) => persona(clerk, person))],
    ['ORGANIZACIONES', rowsOf(organizations, (organization) => organizacion(clerk, organization))],
  ];
}

function ruta(clerk: Clerk, fact: RouteFact): Row {
  return {
    RUTA: clave('RU', fact.number),
    NOMBRE: fact.name,
    MERCANCIA: mercancia[fact.commodity],
    PAIS_ORIGEN: pais(fact.origin),
    PAIS_DESTINO: pais(fact.destination),
    ...enColumnas(legColumns.map((column) => tramo(fact, column))),
    F_PRIMERA: fecha(clerk, fact, fact.firstSeenOn),
    F_ULTIMA: fecha(clerk, fact, fact.lastSeenOn),
    ...ficha(fact, 'DNCD'),
  };
}

function tramo({ legs }: RouteFact, column: number): Row {
  const leg = legs[column - 1];
  const name = (part: string): string => `TRAMO${String(column)}_${part}`;
  return {
    [name('ORDEN')]: leg === undefined ? null : column,
    [name('PAIS_DESDE')]: leg === undefined ? null : pais(leg.fromCountry),
    [name('DESDE')]: leg?.fromPlace ?? null,
    [name('PAIS_HASTA')]: leg === undefined ? null : pais(leg.toCountry),
    [name('HASTA')]: leg?.toPlace ?? null,
    [name('VIA')]: leg === undefined ? null : via[leg.mode],
    [name('PASO')]: leg?.borderPoint ?? null,
  };
}

function persona(clerk: Clerk, fact: PersonFact): Row {
  return {
    PERSONA: clave('P', fact.number),
    NOMBRE: fact.name.toUpperCase(),
    APODOS: enLista(fact.aliases),
    F_NACIMIENTO: nacimiento(clerk, fact),
    SEXO: clerk.slips(fact, 15) ? 'X' : sexo[fact.sex],
    NACIONALIDAD: pais(fact.nationality),
    CEDULA: fact.nationalIdentification ?? (clerk.random.chance(0.4) ? 'NO PORTA' : null),
    PASAPORTE: fact.passport,
    ...ficha(fact, clerk.random.pick(['DNCD', 'POLICIA NACIONAL', 'MIGRACION'])),
  };
}

/** A year alone is typed with a day and a month that no calendar has. */
function nacimiento(clerk: Clerk, fact: PersonFact): string | null {
  if (fact.birthDate === null) return null;
  return fact.birthDate.length === 4 ? `00/00/${fact.birthDate}` : fecha(clerk, fact, fact.birthDate);
}

function organizacion(clerk: Clerk, fact: OrganizationFact): Row {
  return {
    ORGANIZACION: clave('O', fact.number),
    NOMBRE: fact.name.toUpperCase(),
    OTROS_NOMBRES: enLista(fact.aliases),
    CLASE: clerk.slips(fact, 20) ? 'NO INDICA' : claseOrganizacion[fact.category],
    ACTIVIDADES: enLista(fact.activities.map((activity) => actividad[activity])),
    CANTIDAD: fact.estimatedMembers,
    ...enColumnas(leaderColumns.map((column) => cabecilla(fact, column))),
    PROVINCIAS: enLista(fact.territory.map((subdivision) => provincias[subdivision] ?? subdivision)),
    F_PRIMERA: fecha(clerk, fact, fact.firstSeenOn),
    F_ULTIMA: fecha(clerk, fact, fact.lastSeenOn),
    ...ficha(fact, 'DNCD'),
  };
}

function cabecilla({ leaders }: OrganizationFact, column: number): Row {
  const leader = leaders[column - 1];
  const name = `CABECILLA${String(column)}`;
  return { [name]: leader?.alias ?? null, [`${name}_ROL`]: leader?.role ?? null };
}
