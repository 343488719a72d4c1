import { type Clerk, misspelt, type Tables, typedSerial } from '../../world/clerk.js';
import type { FirearmFact, FirearmSeizureFact } from '../../world/facts/firearms.js';
import type { StateFacts } from '../../world/facts/state-facts.js';
import { type Row, rowsOf } from '../../world/tables.js';
import { situacion, tipoArma } from './codigos.js';
import { clave, claveONada, diaONada, enLista, fecha, ficha, lugar } from './ficha.js';
import { pais, paisONada } from './paises.js';
import { provincias } from './provincias.js';

const blancos = ['SIN SERIE', 'LIMADA', 'N/A', ''] as const;
const dependencias = ['POLICIA NACIONAL', 'MINISTERIO DE INTERIOR Y POLICIA', 'DNI'] as const;

/** Firearms with all that befell them in one row, and the seizures in which they were found. */
export function armas({ firearms, firearmSeizures }: StateFacts, clerk: Clerk): Tables {
  const seizures = new Map(firearmSeizures.map((seizure) => [seizure.number, seizure]));
  return [
    ['ARMAS', rowsOf(firearms, (firearm) => arma(clerk, firearm, seizures.get(firearm.seizure ?? -1)))],
    ['ACTAS_ARMAS', rowsOf(firearmSeizures, (seizure) => acta(clerk, seizure))],
  ];
}

function arma(clerk: Clerk, fact: FirearmFact, seizure: FirearmSeizureFact | undefined): Row {
  const { random, slips } = clerk;
  const { model, importedOn, theft } = fact;
  const marca = model.make.toUpperCase();
  return {
    NUM_REGISTRO: clave('A', fact.number),
    SERIE: typedSerial(clerk, fact, blancos),
    SERIE_LIMADA: fact.serialObliterated ? 'SI' : 'NO',
    MARCA: slips(fact, 25) ? misspelt(marca) : marca,
    MODELO: model.model.toUpperCase(),
    TIPO: tipoArma[model.category],
    CALIBRE: model.calibre,
    CANON_PULGADAS: Math.round((model.barrelMillimetres / 25.4) * 100) / 100,
    PAIS_FABRICACION: pais(model.country),
    SITUACION: slips(fact, 15) ? 'NO INDICA' : situacion[fact.status],
    F_IMPORTACION: diaONada(importedOn),
    IMPORTADOR: importedOn === null ? null : random.pick(['ARMERIA QUISQUEYA', 'IMPORTADORA DEL CIBAO']),
    F_ROBO: diaONada(theft?.on ?? null),
    PROVINCIA_ROBO: theft === null ? null : (provincias[theft.place.subdivision] ?? null),
    ACTA: claveONada('AC', fact.seizure),
    F_ACTA: diaONada(seizure?.seizedAt.slice(0, 10) ?? null),
    DEPENDENCIA_ACTA: seizure === undefined ? null : random.pick(dependencias),
    ...ficha(fact, random.pick(dependencias)),
  };
}

function acta(clerk: Clerk, fact: FirearmSeizureFact): Row {
  const { random } = clerk;
  const [first, second, third] = fact.ammunition;
  return {
    ACTA: clave('AC', fact.number),
    CASO_PGR: fact.caseNumber,
    F_INCAUTACION: fecha(clerk, fact, fact.seizedAt.slice(0, 10)),
    ...lugar(clerk, fact, fact.place),
    PROCEDIMIENTO: random.pick(['ALLANAMIENTO', 'CHEQUEO', 'OPERATIVO PORTUARIO', 'REQUISA']),
    OCULTAMIENTO: random.pick(['VEHICULO', 'TANQUE DE MENUDENCIAS', 'VIVIENDA', null]),
    NOTAS: random.chance(0.15) ? 'INFORMANTE' : null,
    PAIS_ORIGEN: paisONada(fact.origin),
    PAISES_TRANSITO: enLista(fact.transit.map(pais)),
    PAIS_DESTINO: paisONada(fact.destination),
    MUN1_CALIBRE: first?.calibre ?? null,
    MUN1_CANTIDAD: first?.quantity ?? null,
    MUN2_CALIBRE: second?.calibre ?? null,
    MUN2_CANTIDAD: second?.quantity ?? null,
    MUN3_CALIBRE: third?.calibre ?? null,
    MUN3_CANTIDAD: third?.quantity ?? null,
    RUTA: claveONada('RU', fact.route),
    ...ficha(fact, random.pick(dependencias)),
  };
}
