import { type Clerk, detailRows, linkRows, type Tables } from '../../world/clerk.js';
import type {
  ConveyanceFact,
  OrganizationFact,
  PersonFact,
  RouteFact,
} from '../../world/facts/organizations.js';
import type { StateFacts } from '../../world/facts/state-facts.js';
import { type Row, rowsOf } from '../../world/tables.js';
import {
  claseOrganizacion,
  claseTransporte,
  delito,
  estadoTransporte,
  mercancia,
  sexo,
  via,
} from './codigos.js';
import { enLista, fecha, ficha } from './ficha.js';

/** Routes with their legs, and the persons, organizations and conveyances that are met on them. */
export function rutas({ routes, persons, organizations, conveyances }: StateFacts, clerk: Clerk): Tables {
  return [
    ['ruta', rowsOf(routes, (route) => ruta(clerk, route))],
    ['ruta_tramo', detailRows(routes, ['tramo_id', 'ruta_id'], tramos)],
    ['ruta_organizacion', linkRows(routes, ['ruta_id', 'org_id'], (route) => route.organizations)],
    ['persona', rowsOf(persons, (person) => persona(clerk, person))],
    ['organizacion', rowsOf(organizations, (organization) => organizacion(clerk, organization))],
    [
      'organizacion_lider',
      detailRows(organizations, ['lider_id', 'org_id'], ({ leaders }) =>
        leaders.map(({ alias, role, since }) => ({
          alias,
          rol: role,
          desde_anio: Number(since.slice(0, 4)),
        })),
      ),
    ],
    ['organizacion_persona', linkRows(organizations, ['org_id', 'persona_id'], ({ members }) => members)],
    ['medio_transporte', rowsOf(conveyances, (conveyance) => transporte(clerk, conveyance))],
  ];
}

function ruta(clerk: Clerk, fact: RouteFact): Row {
  return {
    ruta_id: fact.number,
    nombre: fact.name,
    mercancia: mercancia[fact.commodity],
    pais_origen: fact.origin,
    pais_destino: fact.destination,
    first_seen: fact.firstSeenOn,
    last_seen: fecha(clerk, fact, fact.lastSeenOn),
    ...ficha(fact, 'Dirección Nacional de Inteligencia Policial'),
  };
}

function tramos({ legs }: RouteFact): readonly Row[] {
  return legs.map((leg, index) => ({
    orden: index + 1,
    from_country: leg.fromCountry,
    from_place: leg.fromPlace,
    to_country: leg.toCountry,
    to_place: leg.toPlace,
    via: via[leg.mode],
    paso: leg.borderPoint,
  }));
}

function persona(clerk: Clerk, fact: PersonFact): Row {
  return {
    persona_id: fact.number,
    nombre: fact.name,
    alias: enLista(fact.aliases),
    fecha_nac: fechaNacimiento(clerk, fact),
    sexo: sexo[fact.sex],
    nacionalidad: fact.nationality,
    cedula: fact.nationalIdentification ?? (clerk.random.chance(0.5) ? 'SIN CEDULA' : null),
    pasaporte: fact.passport,
    senas: fact.physicalFeatures,
    menor: fact.isMinor === null ? null : fact.isMinor ? 'S' : 'N',
    ...ficha(fact, clerk.random.pick(['Policía Nacional', 'Servicio Nacional de Migración'])),
  };
}

/** A column of days: of a year alone, month and day are zeros. */
function fechaNacimiento(clerk: Clerk, fact: PersonFact): string | null {
  if (fact.birthDate === null) return null;
  return fact.birthDate.length === 4 ? `${fact.birthDate}-00-00` : fecha(clerk, fact, fact.birthDate);
}

function organizacion(clerk: Clerk, fact: OrganizationFact): Row {
  return {
    org_id: fact.number,
    nombre: fact.name,
    alias: enLista(fact.aliases),
    clase: clerk.slips(fact, 20) ? 'S/C' : claseOrganizacion[fact.category],
    delitos: enLista(fact.activities.map((activity) => delito[activity])),
    miembros_est: fact.estimatedMembers,
    first_seen: fact.firstSeenOn,
    last_seen: fact.lastSeenOn,
    provincias: enLista(fact.territory),
    ...ficha(fact, 'Dirección Nacional de Inteligencia Policial'),
  };
}

function transporte(clerk: Clerk, fact: ConveyanceFact): Row {
  return {
    transporte_id: fact.number,
    clase: claseTransporte[fact.kind],
    registration: fact.registration,
    flag_country: fact.registrationCountry,
    vin: fact.vin,
    imo_no: fact.imo,
    tail_no: fact.tail,
    marca: fact.make,
    modelo: fact.model,
    anio: fact.year,
    color: fact.colour,
    estado: clerk.slips(fact, 15) ? 'N/D' : estadoTransporte[fact.status],
    estado_desde: fecha(clerk, fact, fact.statusOn),
    ...ficha(fact, clerk.random.pick(['Autoridad del Tránsito', 'Autoridad Marítima', 'Aeronáutica Civil'])),
  };
}
