import type { ConveyanceFact, OrganizationFact, RouteFact } from '../../world/facts/organizations.js';
import type { StateFacts } from '../../world/facts/state-facts.js';
import type { Random } from '../../world/random.js';
import { allRowsOf, dayFirst, type Row, rowsOf } from '../../world/tables.js';
import { codeOf, lists } from './code-lists.js';
import { countryCode, registered } from './codes.js';

/** Networks, the routes that they use, and vehicles, vessels and aircraft. */
export function networkTables(
  random: Random,
  { organizations, routes, conveyances }: StateFacts,
): readonly (readonly [string, Iterable<Row>])[] {
  return [
    ['red', rowsOf(organizations, (network) => networkRow(random, network))],
    ['red_jefe', allRowsOf(organizations, leaderRows)],
    ['red_depto', allRowsOf(organizations, territoryRows)],
    ['red_persona', allRowsOf(organizations, memberRows)],
    ['ruta', rowsOf(routes, (route) => routeRow(random, route))],
    ['ruta_tramo', allRowsOf(routes, legRows)],
    ['ruta_red', allRowsOf(routes, routeNetworkRows)],
    ['medio', rowsOf(conveyances, (conveyance) => conveyanceRow(random, conveyance))],
  ];
}

function networkRow(random: Random, network: OrganizationFact): Row {
  return {
    id_red: network.number,
    nombre: network.name,
    alias: network.aliases.join(';'),
    cod_clase: codeOf(lists.organization, network.category),
    delitos: network.activities.map((activity) => codeOf(lists.activity, activity)).join(';'),
    miembros: network.estimatedMembers,
    fec_primera: dayFirst(network.firstSeenOn),
    fec_ultima: dayFirst(network.lastSeenOn),
    ...registered(random, network),
  };
}

function leaderRows({ number, leaders }: OrganizationFact): readonly Row[] {
  return leaders.map(({ alias, role, since }) => ({
    id_red: number,
    alias,
    papel: role,
    desde: since.slice(0, 4),
  }));
}

function territoryRows({ number, territory }: OrganizationFact): readonly Row[] {
  return territory.map((subdivision) => ({ id_red: number, cod_depto: Number(subdivision.slice(3)) }));
}

function memberRows({ number, members }: OrganizationFact): readonly Row[] {
  return members.map((person) => ({ id_red: number, id_persona: person }));
}

function routeRow(random: Random, route: RouteFact): Row {
  return {
    id_ruta: route.number,
    nombre: route.name,
    cod_mercancia: codeOf(lists.commodity, route.commodity),
    cod_pais_origen: countryCode(route.origin),
    cod_pais_destino: countryCode(route.destination),
    fec_primera: dayFirst(route.firstSeenOn),
    fec_ultima: dayFirst(route.lastSeenOn),
    ...registered(random, route),
  };
}

function legRows({ number, legs }: RouteFact): readonly Row[] {
  return legs.map((leg, index) => ({
    id_ruta: number,
    orden: index + 1,
    cod_pais_de: countryCode(leg.fromCountry),
    lugar_de: leg.fromPlace,
    cod_pais_a: countryCode(leg.toCountry),
    lugar_a: leg.toPlace,
    cod_medio: codeOf(lists.mode, leg.mode),
    paso: leg.borderPoint,
  }));
}

function routeNetworkRows({ number, organizations }: RouteFact): readonly Row[] {
  return organizations.map((organization) => ({ id_ruta: number, id_red: organization }));
}

function conveyanceRow(random: Random, conveyance: ConveyanceFact): Row {
  return {
    id_medio: conveyance.number,
    cod_clase: codeOf(lists.conveyance, conveyance.kind),
    placa: conveyance.number > 0 && random.chance(0.03) ? 'S/P' : conveyance.registration,
    cod_pais: countryCode(conveyance.registrationCountry),
    vin: conveyance.vin,
    omi: conveyance.imo,
    cola: conveyance.tail,
    marca: conveyance.make,
    modelo: conveyance.model,
    anio: conveyance.year,
    color: conveyance.colour,
    cod_situacion: codeOf(lists.conveyanceStatus, conveyance.status),
    fec_situacion: dayFirst(conveyance.statusOn),
    ...registered(random, conveyance),
  };
}
