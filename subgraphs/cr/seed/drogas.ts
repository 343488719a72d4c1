import { linkRows, type Tables } from '../../world/clerk.js';
import type { DrugSeizureFact, OnlineOfferFact } from '../../world/facts/drugs.js';
import type { StateFacts } from '../../world/facts/state-facts.js';
import { type Row, rowsOf } from '../../world/tables.js';
import { medioTransporte, presentacion } from './codigos.js';
import { drogaNumber, drogaRows } from './sustancias.js';
import { canton, type Desk, fecha, ficha, itemRows } from './ficha.js';

/** Drugs seized, in grams or in units, and offers seen on the net. */
export function drogas({ drugSeizures, onlineOffers }: StateFacts, desk: Desk): Tables {
  return [
    ['droga', drogaRows()],
    ['incautacion', rowsOf(drugSeizures, (seizure) => incautacion(desk, seizure))],
    ['incautacion_transito', itemRows(drugSeizures, ['incautacion_id', 'pais'], ({ transit }) => transit)],
    [
      'incautacion_imputado',
      linkRows(drugSeizures, ['incautacion_id', 'persona_id'], ({ persons }) => persons),
    ],
    [
      'incautacion_grupo',
      linkRows(drugSeizures, ['incautacion_id', 'grupo_id'], ({ organizations }) => organizations),
    ],
    ['oferta', rowsOf(onlineOffers, (offer) => oferta(desk, offer))],
    ['oferta_destino', itemRows(onlineOffers, ['oferta_id', 'pais'], ({ shipsTo }) => shipsTo)],
  ];
}

function incautacion(desk: Desk, fact: DrugSeizureFact): Row {
  const { random, slips } = desk.clerk;
  const { quantityKilograms } = fact;
  return {
    incautacion_id: fact.number,
    expediente_id: desk.catalogos.expediente.numberOf({ caseNumber: fact.caseNumber, materia: 'D' }),
    momento: fecha(desk, fact, fact.seizedAt),
    canton_id: canton(desk, fact, fact.place),
    droga_id: slips(fact, 10) ? 0 : drogaNumber(fact.substance),
    presentacion: presentacion[fact.form],
    gramos: quantityKilograms === null ? null : Math.round(quantityKilograms * 1e6) / 1e3,
    unidades: fact.quantityUnits,
    pureza: fact.purityPercent,
    sellos: fact.packagingMarks,
    diligencia: random.pick(['A', 'C', 'R', 'F', 'V']),
    medio: medioTransporte[fact.mode],
    ocultamiento: fact.concealment,
    procedencia: fact.origin,
    destino: fact.destination,
    ruta_id: fact.route,
    ...ficha(
      desk,
      fact,
      random.pick(['Policía de Control de Drogas', 'OIJ', 'Servicio Nacional de Guardacostas']),
    ),
  };
}

function oferta(desk: Desk, fact: OnlineOfferFact): Row {
  return {
    oferta_id: fact.number,
    sitio: fact.platform,
    droga_id: drogaNumber(fact.substance),
    vista_desde: fact.firstSeenOn,
    vista_hasta: fecha(desk, fact, fact.lastSeenOn),
    envia_desde: fact.shipsFrom,
    alias_vendedor: fact.vendorHandle,
    ...ficha(desk, fact, 'OIJ, Sección de Delitos Informáticos'),
  };
}
