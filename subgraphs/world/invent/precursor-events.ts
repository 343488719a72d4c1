import type { DiversionFact, PrecursorIncidentFact } from '../facts/precursors.js';
import { demoShipment } from '../stories.js';
import { anyPlace, countAt, factOf, ownFacts, type Telling } from './plan.js';
import { drawRoute } from './routes.js';
import { shipmentFacts } from './shipments.js';
import { precursors } from './substances.js';

const kinds = [
  'SEIZURE',
  'SEIZURE',
  'SUSPICIOUS_SHIPMENT',
  'STOPPED_SHIPMENT',
  'DIVERSION',
  'ATTEMPTED_DIVERSION',
] as const;

/** Incidents with precursors; the first two of each State are of the substance of the demo's shipment, after it came short. */
export function precursorIncidentFacts(telling: Telling): readonly PrecursorIncidentFact[] {
  const shipments = shipmentFacts(telling);
  return ownFacts(telling, 'precursorIncidents', countAt(telling, 40) + 2, (random, number, index) => {
    const story = index < 2;
    const on = story ? random.day('2026-04-10', '2026-10-20') : random.day('2020-01-01', '2026-11-10');
    const drawn = random.pick(precursors);
    const own = shipments.filter(({ substance }) => substance === drawn.substance);
    const shipment = own.length > 0 && random.chance(0.4) ? random.pick(own).number : null;
    const { substance, casNumber, incbTable } = story
      ? { ...demoShipment, incbTable: 'TABLE_I' as const }
      : drawn;
    return {
      ...factOf(random, number, on, story),
      kind: story ? (index === 0 ? 'SEIZURE' : 'ATTEMPTED_DIVERSION') : random.pick(kinds),
      substance,
      casNumber,
      incbTable,
      quantityKilograms: story ? random.int(100, 700) : random.int(2, 4_000),
      occurredOn: on,
      place: anyPlace(random, telling.state),
      origin: random.pick([null, 'US', 'CN', 'IN', 'DE']),
      destination: random.pick([null, 'MX', 'CO', 'GT', 'BO']),
      caseNumber: `${telling.state}-${on.slice(0, 4)}-Q${String(1_000 + number)}`,
      shipment: story ? (shipments[0]?.number === 0 ? 0 : null) : shipment,
      route: random.chance(0.15) ? drawRoute(random, telling, 'PRECURSORS') : null,
    };
  });
}

const medicines = [
  ['Alprazolam 2 mg', 'Alprazolam'],
  ['Clonazepam 2 mg', 'Clonazepam'],
  ['OxyContin 40 mg', 'Oxycodone'],
  ['Fentanilo parche 50 µg/h', 'Fentanyl'],
  ['Ketamina 50 mg/ml', 'Ketamine'],
  ['Tramadol 100 mg', 'Tramadol'],
  ['Sudafed 60 mg', 'Pseudoephedrine'],
] as const;

export function diversionFacts(telling: Telling): readonly DiversionFact[] {
  return ownFacts(telling, 'diversions', countAt(telling, 32), (random, number) => {
    const on = random.day('2020-01-01', '2026-11-10');
    const [product, activeSubstance] = random.pick(medicines);
    return {
      ...factOf(random, number, on),
      product,
      activeSubstance,
      quantityUnits: random.int(2, 400) * 10,
      divertedFrom: random.pick([
        'farmacia hospitalaria',
        'distribuidora',
        'farmacia en línea',
        'laboratorio',
        'receta falsa',
      ]),
      occurredOn: on,
      place: anyPlace(random, telling.state),
    };
  });
}
