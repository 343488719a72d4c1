import type { Clerk, Tables } from '../../world/clerk.js';
import type { CropSiteFact, DrugSeizureFact } from '../../world/facts/drugs.js';
import type { StateFacts } from '../../world/facts/state-facts.js';
import { type Row, rowsOf } from '../../world/tables.js';
import { grupo, planta, presentacion, via } from './codigos.js';
import { clave, claveONada, enLista, fecha, ficha, lugar } from './ficha.js';
import { pais, paisONada } from './paises.js';
import { sustancia } from './sustancias.js';

/** A tarea is 628.863 square metres. */
const hectaresPerTarea = 0.0628863;

/** Drugs seized, and crops found in the hills, measured in tareas. */
export function drogas({ drugSeizures, cropSites }: StateFacts, clerk: Clerk): Tables {
  return [
    ['INCAUTACIONES_DROGA', rowsOf(drugSeizures, (seizure) => incautacion(clerk, seizure))],
    ['CULTIVOS', rowsOf(cropSites, (site) => cultivo(clerk, site))],
  ];
}

function incautacion(clerk: Clerk, fact: DrugSeizureFact): Row {
  const { random, slips } = clerk;
  return {
    INCAUTACION: clave('ID', fact.number),
    CASO_PGR: fact.caseNumber,
    F_INCAUTACION: fecha(clerk, fact, fact.seizedAt.slice(0, 10)),
    ...lugar(clerk, fact, fact.place),
    SUSTANCIA: slips(fact, 15) ? 'POR DETERMINAR' : sustancia(fact.substance),
    GRUPO: grupo[fact.category],
    PRESENTACION: presentacion[fact.form],
    ...peso(clerk, fact),
    UNIDADES: fact.quantityUnits,
    PUREZA: fact.purityPercent,
    LOGOS: fact.packagingMarks,
    VIA: via[fact.mode],
    INSTALACION: random.pick(['MUELLE', 'AEROPUERTO', 'PLAYA', 'VIA PUBLICA', null]),
    TRANSPORTE: random.pick(['LANCHA', 'CONTENEDOR', 'VEHICULO', 'PASAJERO', null]),
    OCULTAMIENTO: fact.concealment,
    PAIS_ORIGEN: paisONada(fact.origin),
    PAISES_TRANSITO: enLista(fact.transit.map(pais)),
    PAIS_DESTINO: paisONada(fact.destination),
    RUTA: claveONada('RU', fact.route),
    ...ficha(fact, random.pick(['DNCD', 'ARMADA', 'CESEP'])),
  };
}

/** Small weights in grams, great ones in kilograms; now and then in a unit that is none. */
function peso({ slips }: Clerk, fact: DrugSeizureFact): Row {
  const { quantityKilograms } = fact;
  if (quantityKilograms === null) return { PESO: null, UNIDAD_PESO: null };
  if (slips(fact, 15)) return { PESO: quantityKilograms, UNIDAD_PESO: 'PACAS' };
  return quantityKilograms < 1
    ? { PESO: Math.round(quantityKilograms * 1e6) / 1e3, UNIDAD_PESO: 'GRAMOS' }
    : { PESO: quantityKilograms, UNIDAD_PESO: 'KILOS' };
}

function cultivo(clerk: Clerk, fact: CropSiteFact): Row {
  return {
    CULTIVO: clave('CU', fact.number),
    PLANTA: planta[fact.crop],
    TAREAS: inTareas(fact.hectares),
    TAREAS_ERRADICADAS: inTareas(fact.eradicatedHectares),
    F_INSPECCION: fecha(clerk, fact, fact.surveyedOn),
    ...lugar(clerk, fact, fact.place),
    ...ficha(fact, 'DNCD'),
  };
}

function inTareas(hectares: number): number {
  return Math.round((hectares / hectaresPerTarea) * 1e6) / 1e6;
}
