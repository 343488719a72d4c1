import type { DrugCategory } from '../../../schema/types.js';
import type { Row } from '../../world/tables.js';

const familia: Readonly<Record<DrugCategory, string>> = {
  COCAINE_TYPE: 'C',
  CANNABIS_TYPE: 'M',
  OPIOIDS: 'H',
  AMPHETAMINE_TYPE: 'A',
  PRECURSORS: 'Q',
  OTHER: 'O',
};

/** Drugs as Costa Rica names them; a drug of another name is not known to the catalogue. */
const drogas: readonly (readonly [substance: string, nombre: string, category: DrugCategory])[] = [
  ['Cocaine', 'Cocaína', 'COCAINE_TYPE'],
  ['Crack', 'Crack', 'COCAINE_TYPE'],
  ['Cannabis herb', 'Marihuana', 'CANNABIS_TYPE'],
  ['Heroin', 'Heroína', 'OPIOIDS'],
  ['Fentanyl', 'Fentanilo', 'OPIOIDS'],
  ['Oxycodone', 'Oxicodona', 'OPIOIDS'],
  ['Methamphetamine', 'Metanfetamina', 'AMPHETAMINE_TYPE'],
  ['Amphetamine', 'Anfetamina', 'AMPHETAMINE_TYPE'],
  ['Ecstasy', 'Éxtasis', 'AMPHETAMINE_TYPE'],
  ['LSD', 'LSD', 'OTHER'],
  ['Ketamine', 'Ketamina', 'OTHER'],
];

/** 0 is the drug that awaits the laboratory. */
export function drogaNumber(substance: string): number {
  return drogas.findIndex(([name]) => name === substance) + 1;
}

export function drogaRows(): readonly Row[] {
  return [
    { droga_id: 0, nombre: 'PENDIENTE DE DICTAMEN', familia: '-' },
    ...drogas.map(([, nombre, category], index) => ({
      droga_id: index + 1,
      nombre,
      familia: familia[category],
    })),
  ];
}
