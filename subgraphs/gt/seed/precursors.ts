import type { PrecursorIncidentFact, ShipmentFact } from '../../world/facts/precursors.js';
import { precursors } from '../../world/invent/substances.js';
import type { Random } from '../../world/random.js';
import { dayFirst, type Row } from '../../world/tables.js';
import { codeOf, lists } from './code-lists.js';
import { countryCode, departmentNumber, registered } from './codes.js';

export function substanceRows(): readonly Row[] {
  return precursors.map(({ substance, casNumber, incbTable }, index) => ({
    cod_sustancia: index + 1,
    nombre: substance,
    cas: casNumber,
    cod_cuadro: codeOf(lists.table, incbTable),
  }));
}

function substanceCode(casNumber: string): number {
  return precursors.findIndex((one) => one.casNumber === casNumber) + 1;
}

/** Kilograms, pounds or quintals: whatever the customs form had. */
function weighed(random: Random, kilograms: number, story: boolean): Row {
  const [unit, factor] = story
    ? (['KG', 1] as const)
    : random.pick([
        ['KG', 1],
        ['KG', 1],
        ['LB', 0.453592],
        ['QQ', 45.3592],
      ] as const);
  // barrels say nothing of a weight
  if (!story && random.chance(0.02)) return { peso: Math.ceil(kilograms / 200), unidad: 'TONEL' };
  return { peso: Math.round((kilograms / factor) * 100) / 100, unidad: unit };
}

export function shipmentRow(random: Random, shipment: ShipmentFact): Row {
  return {
    id_embarque: shipment.number,
    no_notificacion: shipment.notificationNumber,
    cod_sustancia: substanceCode(shipment.casNumber),
    ...weighed(random, shipment.quantityKilograms, shipment.number === 0),
    peso_recibido_kg: shipment.quantityReceivedKilograms,
    cod_pais_exporta: countryCode(shipment.exportingState),
    cod_pais_importa: countryCode(shipment.importingState),
    exportador: shipment.exporter,
    importador: shipment.importer,
    consignatario: shipment.consignee,
    aduana: shipment.pointOfEntry,
    fec_prevista: dayFirst(shipment.expectedOn),
    fec_arribo: shipment.arrivedOn === null ? '' : dayFirst(shipment.arrivedOn),
    cod_respuesta: codeOf(lists.reply, shipment.reply),
    ...registered(random, shipment),
  };
}

export function precursorIncidentRow(random: Random, incident: PrecursorIncidentFact): Row {
  return {
    id_incidente: incident.number,
    cod_tipo: codeOf(lists.precursorIncident, incident.kind),
    cod_sustancia: substanceCode(incident.casNumber),
    ...weighed(random, incident.quantityKilograms, incident.number < 8),
    fec_incidente: dayFirst(incident.occurredOn),
    cod_depto: departmentNumber(incident.place),
    municipio: incident.place.municipality,
    cod_pais_origen: countryCode(incident.origin),
    cod_pais_destino: countryCode(incident.destination),
    no_expediente: incident.caseNumber,
    id_embarque: incident.shipment,
    id_ruta: incident.route,
    ...registered(random, incident),
  };
}
