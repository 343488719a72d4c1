import type { Tables } from '../../world/clerk.js';
import type { DiversionFact, PrecursorIncidentFact, ShipmentFact } from '../../world/facts/precursors.js';
import type { StateFacts } from '../../world/facts/state-facts.js';
import { type Row, rowsOf } from '../../world/tables.js';
import { claseIncidente, resolucion } from './codigos.js';
import { canton, type Desk, fecha, ficha } from './ficha.js';

/** Precursors announced, what befell them, and medicines that were diverted. */
export function precursores(facts: StateFacts, desk: Desk): Tables {
  return [
    ['embarque', rowsOf(facts.shipments, (shipment) => embarque(desk, shipment))],
    ['incidente', rowsOf(facts.precursorIncidents, (incident) => incidente(desk, incident))],
    ['desvio', rowsOf(facts.diversions, (diversion) => desvio(desk, diversion))],
  ];
}

function embarque(desk: Desk, fact: ShipmentFact): Row {
  return {
    embarque_id: fact.number,
    notificacion: fact.notificationNumber,
    quimico_id: desk.catalogos.quimico.numberOf(fact),
    kilos: fact.quantityKilograms,
    kilos_recibidos: fact.quantityReceivedKilograms,
    pais_exportador: fact.exportingState,
    pais_importador: fact.importingState,
    exportador: fact.exporter,
    importador: fact.importer,
    consignatario: fact.consignee,
    aduana_id: desk.catalogos.aduana.numberOf(fact.pointOfEntry),
    previsto: fecha(desk, fact, fact.expectedOn),
    llegada: fact.arrivedOn,
    resolucion: desk.clerk.slips(fact, 10) ? '-' : resolucion[fact.reply],
    ...ficha(desk, fact, 'Instituto Costarricense sobre Drogas'),
  };
}

function incidente(desk: Desk, fact: PrecursorIncidentFact): Row {
  return {
    incidente_id: fact.number,
    expediente_id: desk.catalogos.expediente.numberOf({ caseNumber: fact.caseNumber, materia: 'Q' }),
    clase: desk.clerk.slips(fact, 15) ? '-' : claseIncidente[fact.kind],
    quimico_id: desk.catalogos.quimico.numberOf(fact),
    kilos: fact.quantityKilograms,
    fecha: fecha(desk, fact, fact.occurredOn),
    canton_id: canton(desk, fact, fact.place),
    procedencia: fact.origin,
    destino: fact.destination,
    embarque_id: fact.shipment,
    ruta_id: fact.route,
    ...ficha(desk, fact, 'Instituto Costarricense sobre Drogas'),
  };
}

function desvio(desk: Desk, fact: DiversionFact): Row {
  return {
    desvio_id: fact.number,
    medicamento: fact.product,
    principio_activo: fact.activeSubstance,
    unidades: fact.quantityUnits,
    establecimiento: fact.divertedFrom,
    fecha: fecha(desk, fact, fact.occurredOn),
    canton_id: canton(desk, fact, fact.place),
    ...ficha(desk, fact, 'Ministerio de Salud, Drogas y Estupefacientes'),
  };
}
