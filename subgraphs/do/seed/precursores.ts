import type { Clerk, Tables } from '../../world/clerk.js';
import type { DiversionFact, PrecursorIncidentFact, ShipmentFact } from '../../world/facts/precursors.js';
import type { StateFacts } from '../../world/facts/state-facts.js';
import { type Row, rowsOf } from '../../world/tables.js';
import { incidente, lista, respuesta } from './codigos.js';
import { clave, claveONada, diaONada, fecha, ficha, lugar } from './ficha.js';
import { pais, paisONada } from './paises.js';
import { sustancia } from './sustancias.js';

/** Precursors announced, what befell them, and medicines that were diverted. */
export function precursores(facts: StateFacts, clerk: Clerk): Tables {
  return [
    ['EMBARQUES', rowsOf(facts.shipments, (shipment) => embarque(clerk, shipment))],
    ['INCIDENTES', rowsOf(facts.precursorIncidents, (incident) => hecho(clerk, incident))],
    ['DESVIOS_MEDICAMENTOS', rowsOf(facts.diversions, (diversion) => desvio(clerk, diversion))],
  ];
}

function embarque(clerk: Clerk, fact: ShipmentFact): Row {
  return {
    EMBARQUE: clave('EM', fact.number),
    PEN: fact.notificationNumber,
    SUSTANCIA: sustancia(fact.substance),
    CAS: clerk.slips(fact, 20) ? '0-00-0' : fact.casNumber,
    LISTA: lista[fact.incbTable],
    KILOS: fact.quantityKilograms,
    KILOS_RECIBIDOS: fact.quantityReceivedKilograms,
    PAIS_EXPORTADOR: pais(fact.exportingState),
    PAIS_IMPORTADOR: pais(fact.importingState),
    EXPORTADOR: fact.exporter.toUpperCase(),
    IMPORTADOR: fact.importer.toUpperCase(),
    CONSIGNATARIO: fact.consignee,
    PUERTO: fact.pointOfEntry.toUpperCase(),
    F_PREVISTA: fecha(clerk, fact, fact.expectedOn),
    F_LLEGADA: diaONada(fact.arrivedOn),
    RESPUESTA: respuesta[fact.reply],
    ...ficha(fact, 'MINISTERIO DE SALUD PUBLICA'),
  };
}

function hecho(clerk: Clerk, fact: PrecursorIncidentFact): Row {
  return {
    INCIDENTE: clave('IN', fact.number),
    CASO_PGR: fact.caseNumber,
    CLASE: clerk.slips(fact, 20) ? 'OTRO' : incidente[fact.kind],
    SUSTANCIA: sustancia(fact.substance),
    CAS: fact.casNumber,
    LISTA: lista[fact.incbTable],
    KILOS: fact.quantityKilograms,
    F_HECHO: fecha(clerk, fact, fact.occurredOn),
    ...lugar(clerk, fact, fact.place),
    PAIS_ORIGEN: paisONada(fact.origin),
    PAIS_DESTINO: paisONada(fact.destination),
    EMBARQUE: claveONada('EM', fact.shipment),
    RUTA: claveONada('RU', fact.route),
    ...ficha(fact, clerk.random.pick(['DNCD', 'ADUANAS'])),
  };
}

function desvio(clerk: Clerk, fact: DiversionFact): Row {
  return {
    DESVIO: clave('DM', fact.number),
    PRODUCTO: fact.product,
    PRINCIPIO_ACTIVO: fact.activeSubstance,
    UNIDADES: fact.quantityUnits,
    DESVIADO_DE: fact.divertedFrom,
    F_HECHO: fecha(clerk, fact, fact.occurredOn),
    ...lugar(clerk, fact, fact.place),
    ...ficha(fact, 'MINISTERIO DE SALUD PUBLICA'),
  };
}
