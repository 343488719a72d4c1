import type { Clerk, Tables } from '../../world/clerk.js';
import type { DiversionFact, PrecursorIncidentFact, ShipmentFact } from '../../world/facts/precursors.js';
import type { StateFacts } from '../../world/facts/state-facts.js';
import { type Row, rowsOf } from '../../world/tables.js';
import { cuadro, incidente, respuesta } from './codigos.js';
import { enLibras, fecha, ficha, lugar, peso } from './ficha.js';
import { customsPorts, portRows } from './puertos.js';

/** Precursors announced, what befell them, and medicines that were diverted. */
export function precursores(facts: StateFacts, clerk: Clerk): Tables {
  const ports = customsPorts(facts);
  return [
    ['customs_port', portRows(ports)],
    ['prenotificacion', rowsOf(facts.shipments, (shipment) => prenotificacion(clerk, shipment, ports))],
    [
      'incidente_precursor',
      rowsOf(facts.precursorIncidents, (incident) => incidentePrecursor(clerk, incident)),
    ],
    ['desvio_farmaco', rowsOf(facts.diversions, (diversion) => desvio(clerk, diversion))],
  ];
}

function prenotificacion(clerk: Clerk, fact: ShipmentFact, ports: ReadonlyMap<string, string>): Row {
  const announced = peso(clerk, fact, fact.quantityKilograms);
  const received = fact.quantityReceivedKilograms;
  const inPounds = announced['weight_unit'] === 'LB';
  return {
    prenot_id: fact.number,
    pen_no: fact.notificationNumber,
    sustancia: fact.substance,
    cas_no: clerk.slips(fact, 10) ? 'N/D' : fact.casNumber,
    cuadro: cuadro[fact.incbTable],
    ...announced,
    weight_received: received !== null && inPounds ? enLibras(received) : received,
    exporting_country: fact.exportingState,
    importing_country: fact.importingState,
    exportador: fact.exporter,
    importador: fact.importer,
    consignee: fact.consignee,
    port_code: ports.get(fact.pointOfEntry) ?? null,
    eta: fecha(clerk, fact, fact.expectedOn),
    ata: fact.arrivedOn,
    respuesta: respuesta[fact.reply],
    ...ficha(fact, 'Unidad de Control de Químicos, MINSA'),
  };
}

function incidentePrecursor(clerk: Clerk, fact: PrecursorIncidentFact): Row {
  return {
    incidente_id: fact.number,
    tipo: clerk.slips(fact, 15) ? 'XXX' : incidente[fact.kind],
    sustancia: fact.substance,
    cas_no: fact.casNumber,
    cuadro: cuadro[fact.incbTable],
    ...peso(clerk, fact, fact.quantityKilograms),
    fecha: fecha(clerk, fact, fact.occurredOn),
    ...lugar(clerk, fact, fact.place),
    pais_origen: fact.origin,
    pais_destino: fact.destination,
    noticia_criminal: fact.caseNumber,
    prenot_id: fact.shipment,
    ruta_id: fact.route,
    ...ficha(fact, clerk.random.pick(['Autoridad Nacional de Aduanas', 'SENAN'])),
  };
}

function desvio(clerk: Clerk, fact: DiversionFact): Row {
  return {
    desvio_id: fact.number,
    producto: fact.product,
    principio_activo: fact.activeSubstance,
    unidades: fact.quantityUnits,
    desviado_de: fact.divertedFrom,
    fecha: fecha(clerk, fact, fact.occurredOn),
    ...lugar(clerk, fact, fact.place),
    ...ficha(fact, 'Dirección Nacional de Farmacia y Drogas'),
  };
}
