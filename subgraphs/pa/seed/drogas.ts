import { type Clerk, linkRows, type Tables } from '../../world/clerk.js';
import type { DrugSeizureFact, LaboratoryFact, OnlineOfferFact } from '../../world/facts/drugs.js';
import type { StateFacts } from '../../world/facts/state-facts.js';
import { type Row, rowsOf } from '../../world/tables.js';
import { claseDroga, formaDroga, via } from './codigos.js';
import { enLibras, enLista, fecha, ficha, lugar, peso } from './ficha.js';
import { puertosPropios } from './puertos.js';

const procedimientos = [
  'perfilamiento de contenedor',
  'interdicción marítima',
  'retén',
  'allanamiento',
] as const;

/** Drugs seized, laboratories found, offers seen on the net. */
export function drogas({ drugSeizures, laboratories, onlineOffers }: StateFacts, clerk: Clerk): Tables {
  return [
    ['incautacion_droga', rowsOf(drugSeizures, (seizure) => incautacion(clerk, seizure))],
    [
      'incautacion_persona',
      linkRows(drugSeizures, ['incautacion_id', 'persona_id'], ({ persons }) => persons),
    ],
    [
      'incautacion_organizacion',
      linkRows(drugSeizures, ['incautacion_id', 'org_id'], ({ organizations }) => organizations),
    ],
    ['laboratorio', rowsOf(laboratories, (laboratory) => laboratorio(clerk, laboratory))],
    ['oferta_en_linea', rowsOf(onlineOffers, (offer) => oferta(clerk, offer))],
  ];
}

function incautacion(clerk: Clerk, fact: DrugSeizureFact): Row {
  const { random, slips } = clerk;
  const bySea = fact.mode === 'SEA';
  return {
    incautacion_id: fact.number,
    noticia_criminal: fact.caseNumber,
    event_ts: fecha(clerk, fact, fact.seizedAt),
    ...lugar(clerk, fact, fact.place),
    port_code: bySea ? random.pick(puertosPropios) : null,
    container_no: bySea && random.chance(0.6) ? `MSCU${random.text('0123456789', 7)}` : null,
    sustancia: fact.substance,
    clase: slips(fact, 10) ? '?' : claseDroga[fact.category],
    forma: formaDroga[fact.form],
    ...peso(clerk, fact, fact.quantityKilograms),
    unidades: fact.quantityUnits,
    pureza: fact.purityPercent,
    logos: fact.packagingMarks,
    procedimiento: random.pick(procedimientos),
    via: via[fact.mode],
    transporte_id: fact.conveyance,
    ocultamiento: fact.concealment,
    pais_origen: fact.origin,
    paises_transito: enLista(fact.transit),
    pais_destino: fact.destination,
    ruta_id: fact.route,
    destino_bien: random.pick(['incinerada', 'en custodia', 'a órdenes del tribunal']),
    ...ficha(fact, random.pick(['Policía Nacional', 'SENAN', 'Autoridad Nacional de Aduanas'])),
  };
}

function laboratorio(clerk: Clerk, fact: LaboratoryFact): Row {
  return {
    lab_id: fact.number,
    fecha: fecha(clerk, fact, fact.foundOn),
    ...lugar(clerk, fact, fact.place),
    producto: fact.product,
    clase: claseDroga[fact.productCategory],
    capacidad_lb_mes: enLibras(fact.capacityKilogramsPerMonth),
    precursores: enLista(fact.precursorsFound),
    ...ficha(fact, 'Fiscalía Especializada en Delitos Relacionados con Drogas'),
  };
}

function oferta(clerk: Clerk, fact: OnlineOfferFact): Row {
  return {
    oferta_id: fact.number,
    platform: fact.platform,
    sustancia: fact.substance,
    clase: claseDroga[fact.category],
    first_seen: fact.firstSeenOn,
    last_seen: fecha(clerk, fact, fact.lastSeenOn),
    ships_from: fact.shipsFrom,
    ships_to: enLista(fact.shipsTo),
    vendor: fact.vendorHandle,
    ...ficha(fact, 'Fiscalía de Ciberdelincuencia'),
  };
}
