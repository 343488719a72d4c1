import { detailRows, linkRows, type Tables } from '../../world/clerk.js';
import type { OrganizationFact, PersonFact, RouteFact } from '../../world/facts/organizations.js';
import type { StateFacts } from '../../world/facts/state-facts.js';
import { allRowsOf, type Row, rowsOf } from '../../world/tables.js';
import { actividad, claseGrupo, medioTransporte, mercancia, sexo } from './codigos.js';
import { type Desk, fecha, ficha, itemRows } from './ficha.js';

/** Routes with their legs, and the persons and groups that are met on them. */
export function rutas({ routes, persons, organizations }: StateFacts, desk: Desk): Tables {
  return [
    ['ruta', rowsOf(routes, (route) => ruta(desk, route))],
    ['ruta_tramo', detailRows(routes, ['tramo_id', 'ruta_id'], tramos)],
    ['ruta_grupo', linkRows(routes, ['ruta_id', 'grupo_id'], (route) => route.organizations)],
    ['persona', rowsOf(persons, (person) => persona(desk, person))],
    ['persona_alias', itemRows(persons, ['persona_id', 'alias'], ({ aliases }) => aliases)],
    ['cedula', documentRows(persons, ({ nationalIdentification }) => nationalIdentification)],
    ['pasaporte', documentRows(persons, ({ passport }) => passport)],
    ['grupo', rowsOf(organizations, (organization) => grupo(desk, organization))],
    ['grupo_alias', itemRows(organizations, ['grupo_id', 'alias'], ({ aliases }) => aliases)],
    [
      'grupo_actividad',
      itemRows(organizations, ['grupo_id', 'actividad'], ({ activities }) =>
        activities.map((activity) => actividad[activity]),
      ),
    ],
    [
      'grupo_provincia',
      itemRows(organizations, ['grupo_id', 'provincia'], ({ territory }) =>
        territory.map((subdivision) => subdivision.slice(3)),
      ),
    ],
    ['grupo_integrante', linkRows(organizations, ['grupo_id', 'persona_id'], ({ members }) => members)],
  ];
}

function ruta(desk: Desk, fact: RouteFact): Row {
  return {
    ruta_id: fact.number,
    nombre: fact.name,
    mercancia: mercancia[fact.commodity],
    procedencia: fact.origin,
    destino: fact.destination,
    vista_desde: fact.firstSeenOn,
    vista_hasta: fecha(desk, fact, fact.lastSeenOn),
    ...ficha(desk, fact, 'OIJ, Oficina de Planes y Operaciones'),
  };
}

function tramos({ legs }: RouteFact): readonly Row[] {
  return legs.map((leg, index) => ({
    orden: index + 1,
    desde_pais: leg.fromCountry,
    desde_lugar: leg.fromPlace,
    hasta_pais: leg.toCountry,
    hasta_lugar: leg.toPlace,
    medio: medioTransporte[leg.mode],
    puesto: leg.borderPoint,
  }));
}

function persona(desk: Desk, fact: PersonFact): Row {
  const { birthDate } = fact;
  return {
    persona_id: fact.number,
    nombre: fact.name,
    nacimiento: birthDate === null ? null : fecha(desk, fact, birthDate),
    sexo: desk.clerk.slips(fact, 10) ? '-' : sexo[fact.sex],
    nacionalidad: fact.nationality,
    menor: fact.isMinor === null ? null : Number(fact.isMinor),
    hecho: fact.metOn,
    ...ficha(desk, fact, desk.clerk.random.pick(['OIJ, Archivo Criminal', 'Dirección General de Migración'])),
  };
}

function documentRows(
  persons: readonly PersonFact[],
  numberOf: (person: PersonFact) => string | null,
): Iterable<Row> {
  return allRowsOf(persons, (person) => {
    const numero = numberOf(person);
    return numero === null ? [] : [{ persona_id: person.number, numero }];
  });
}

function grupo(desk: Desk, fact: OrganizationFact): Row {
  return {
    grupo_id: fact.number,
    nombre: fact.name,
    clase: desk.clerk.slips(fact, 20) ? '-' : claseGrupo[fact.category],
    integrantes_estimados: fact.estimatedMembers,
    visto_desde: fact.firstSeenOn,
    visto_hasta: fact.lastSeenOn,
    ...ficha(desk, fact, 'OIJ, Sección contra el Crimen Organizado'),
  };
}
