import { type Clerk, detailRows, linkRows, misspelt, type Tables, typedSerial } from '../../world/clerk.js';
import type { FirearmFact, FirearmSeizureFact } from '../../world/facts/firearms.js';
import type { StateFacts } from '../../world/facts/state-facts.js';
import { allRowsOf, type Row, rowsOf } from '../../world/tables.js';
import { estadoArma, tipoArma } from './codigos.js';
import { enLista, fecha, ficha, lugar } from './ficha.js';
import { puertosPropios } from './puertos.js';

const blancos = ['S/N', 'BORRADO', '', 'NO LEGIBLE'] as const;
const procedimientos = ['escaneo de contenedor', 'allanamiento', 'retén', 'inspección de carga'] as const;
const escondites = ['doble fondo', 'entre la carga', 'repuestos declarados', null] as const;

/** Firearms, what befell them, and the seizures in which they were found. */
export function armas(facts: StateFacts, clerk: Clerk): Tables {
  const { firearms, firearmSeizures } = facts;
  return [
    ['arma', rowsOf(firearms, (firearm) => arma(clerk, firearm))],
    ['arma_importacion', allRowsOf(firearms, (firearm) => importacion(clerk, firearm))],
    ['arma_hurto', allRowsOf(firearms, (firearm) => hurto(clerk, firearm))],
    ['decomiso', rowsOf(firearmSeizures, (seizure) => decomiso(clerk, seizure))],
    [
      'decomiso_municion',
      detailRows(firearmSeizures, ['linea', 'decomiso_id'], ({ ammunition }) =>
        ammunition.map(({ calibre, quantity }) => ({ calibre, cantidad: quantity })),
      ),
    ],
    ['decomiso_persona', linkRows(firearmSeizures, ['decomiso_id', 'persona_id'], ({ persons }) => persons)],
    [
      'decomiso_organizacion',
      linkRows(firearmSeizures, ['decomiso_id', 'org_id'], ({ organizations }) => organizations),
    ],
  ];
}

function arma(clerk: Clerk, fact: FirearmFact): Row {
  const { random, slips } = clerk;
  const marca = fact.model.make.toUpperCase();
  return {
    arma_id: fact.number,
    serial_no: typedSerial(clerk, fact, blancos),
    serie_borrada: fact.serialObliterated ? 'S' : 'N',
    marca: slips(fact, 15) ? misspelt(marca) : marca,
    modelo: fact.model.model,
    tipo: tipoArma[fact.model.category],
    calibre: fact.model.calibre,
    barrel_mm: fact.model.barrelMillimetres,
    acabado: fact.finish,
    country_made: fact.model.country,
    year_made: fact.year,
    import_mark_country: fact.importMark?.country ?? null,
    import_mark_year: fact.importMark?.year ?? null,
    marcas_adicionales: fact.additionalMarkings,
    estado: slips(fact, 10) ? 'N/D' : estadoArma[fact.status],
    decomiso_id: fact.seizure,
    ...ficha(fact, random.pick(['Policía Nacional', 'DIASP', 'Autoridad Nacional de Aduanas'])),
  };
}

function importacion({ random }: Clerk, { number, importedOn }: FirearmFact): readonly Row[] {
  if (importedOn === null) return [];
  return [
    {
      declaracion_no: `DI-${importedOn.slice(0, 4)}-${String(number).padStart(7, '0')}`,
      arma_id: number,
      import_date: importedOn,
      port_code: random.pick(puertosPropios),
      importador: random.pick(['Armería del Istmo, S.A.', 'Zona Libre Sporting, S.A.', 'Casa Balboa, S.A.']),
    },
  ];
}

function hurto(clerk: Clerk, fact: FirearmFact): readonly Row[] {
  const { number, theft } = fact;
  if (theft === null) return [];
  const { provincia = null, distrito = null } = lugar(clerk, fact, theft.place);
  return [
    {
      denuncia_no: `DH-${theft.on.slice(0, 4)}-${String(number).padStart(7, '0')}`,
      arma_id: number,
      fecha: theft.on,
      provincia,
      distrito,
    },
  ];
}

function decomiso(clerk: Clerk, fact: FirearmSeizureFact): Row {
  const { random } = clerk;
  return {
    decomiso_id: fact.number,
    noticia_criminal: fact.caseNumber,
    event_ts: fecha(clerk, fact, fact.seizedAt),
    ...lugar(clerk, fact, fact.place),
    procedimiento: random.pick(procedimientos),
    ocultamiento: random.pick(escondites),
    container_no: random.chance(0.3) ? `MSKU${random.text('0123456789', 7)}` : null,
    circunstancias: random.chance(0.2) ? 'Fuente humana reservada' : null,
    pais_origen: fact.origin,
    paises_transito: enLista(fact.transit),
    pais_destino: fact.destination,
    ruta_id: fact.route,
    destino_bien: random.pick(['en custodia', 'a órdenes del tribunal', 'para destrucción']),
    ...ficha(fact, random.pick(['Policía Nacional', 'SENAN', 'Autoridad Nacional de Aduanas'])),
  };
}
