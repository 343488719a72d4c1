import { detailRows, linkRows, type Tables, typedSerial } from '../../world/clerk.js';
import type { FirearmFact, FirearmSeizureFact } from '../../world/facts/firearms.js';
import type { StateFacts } from '../../world/facts/state-facts.js';
import { allRowsOf, type Row, rowsOf } from '../../world/tables.js';
import { estadoArma } from './codigos.js';
import { canton, type Desk, fecha, ficha, itemRows } from './ficha.js';
import { firearmCatalogues, modelNumber, unknownModel } from './modelos.js';

const blancos = ['ILEG', 'N/C', ''] as const;

/** Firearms, what befell them, and the seizures in which they were found. */
export function armas({ firearms, firearmSeizures }: StateFacts, desk: Desk): Tables {
  return [
    ...firearmCatalogues(),
    ['arma', rowsOf(firearms, (firearm) => arma(desk, firearm))],
    ['arma_internamiento', allRowsOf(firearms, (firearm) => internamiento(desk, firearm))],
    ['arma_sustraccion', allRowsOf(firearms, (firearm) => sustraccion(desk, firearm))],
    ['decomiso', rowsOf(firearmSeizures, (seizure) => decomiso(desk, seizure))],
    ['decomiso_transito', itemRows(firearmSeizures, ['decomiso_id', 'pais'], ({ transit }) => transit)],
    [
      'decomiso_municion',
      detailRows(firearmSeizures, ['linea', 'decomiso_id'], ({ ammunition }) =>
        ammunition.map(({ calibre, quantity }) => ({ calibre, cartuchos: quantity })),
      ),
    ],
    ['decomiso_imputado', linkRows(firearmSeizures, ['decomiso_id', 'persona_id'], ({ persons }) => persons)],
    [
      'decomiso_grupo',
      linkRows(firearmSeizures, ['decomiso_id', 'grupo_id'], ({ organizations }) => organizations),
    ],
  ];
}

function arma(desk: Desk, fact: FirearmFact): Row {
  const { clerk } = desk;
  return {
    arma_id: fact.number,
    serie: typedSerial(clerk, fact, blancos),
    serie_alterada: fact.serialObliterated ? 'S' : 'N',
    modelo_id: clerk.slips(fact, 15) ? unknownModel : modelNumber(fact.model),
    anio: fact.year,
    estado: clerk.slips(fact, 10) ? '-' : estadoArma[fact.status],
    decomiso_id: fact.seizure,
    ...ficha(desk, fact, clerk.random.pick(['Dirección General de Armamento', 'OIJ, Sección de Armas'])),
  };
}

function internamiento({ clerk }: Desk, { number, importedOn }: FirearmFact): readonly Row[] {
  if (importedOn === null) return [];
  const importador = clerk.random.pick(['Armería Central S.A.', 'Deportes Irazú S.A.']);
  return [{ arma_id: number, fecha: importedOn, importador }];
}

function sustraccion(desk: Desk, fact: FirearmFact): readonly Row[] {
  if (fact.theft === null) return [];
  return [{ arma_id: fact.number, fecha: fact.theft.on, canton_id: canton(desk, fact, fact.theft.place) }];
}

function decomiso(desk: Desk, fact: FirearmSeizureFact): Row {
  const { random } = desk.clerk;
  return {
    decomiso_id: fact.number,
    expediente_id: desk.catalogos.expediente.numberOf({ caseNumber: fact.caseNumber, materia: 'A' }),
    momento: fecha(desk, fact, fact.seizedAt),
    canton_id: canton(desk, fact, fact.place),
    diligencia: random.pick(['A', 'C', 'R', 'F']),
    procedencia: fact.origin,
    destino: fact.destination,
    ruta_id: fact.route,
    destino_bienes: random.pick(['Depósito de Objetos', 'Arsenal Nacional', 'destrucción ordenada']),
    ...ficha(desk, fact, random.pick(['OIJ', 'Fuerza Pública', 'Policía de Fronteras'])),
  };
}
