import type { StateCode } from '../facts/fact.js';
import type { ShipmentFact } from '../facts/precursors.js';
import { keepers } from '../keeps.js';
import { addDays, earlier, streamOf } from '../random.js';
import { demoShipment } from '../stories.js';
import { countAt, factOf, type Plan, sharedFacts, type Telling } from './plan.js';
import { precursors } from './substances.js';

interface Shipment extends Omit<ShipmentFact, keyof ReturnType<typeof factOf>> {
  readonly notifiedOn: string;
}

const entries: Readonly<Partial<Record<StateCode, readonly string[]>>> = {
  GT: ['Puerto Quetzal', 'Santo Tomás de Castilla'],
  PA: ['Balboa', 'Manzanillo', 'Cristóbal'],
  CR: ['Puerto Limón', 'Caldera'],
  DO: ['Caucedo', 'Haina'],
  US: ['Houston', 'Port Everglades'],
};

/** Notifications before export, as the exporting and the importing State keep them. Only the importing one weighs what arrives. */
export function shipmentFacts(telling: Telling): readonly ShipmentFact[] {
  return sharedFacts(telling, 'shipments', countAt(telling, 180), (random, number) => {
    const { notifiedOn, ...shipment } = shipmentAt(telling, number);
    const imports = shipment.importingState === telling.state;
    if (!imports && shipment.exportingState !== telling.state) return undefined;
    return {
      ...factOf(random, number, notifiedOn, number === 0),
      ...shipment,
      quantityReceivedKilograms: imports ? shipment.quantityReceivedKilograms : null,
      arrivedOn: imports ? shipment.arrivedOn : null,
    };
  });
}

function shipmentAt({ seed }: Plan, number: number): Shipment {
  const random = streamOf(seed, 'shipment', number);
  const exportingState = random.chance(0.5) ? 'US' : random.pick([...keepers.shipments, 'DE', 'CN', 'IN']);
  const importingState = random.pick(
    keepers.shipments.filter((state) => state !== exportingState && state !== 'US'),
  );
  const { substance, casNumber, incbTable } = random.pick(precursors);
  const notifiedOn = random.day('2021-01-01', '2026-10-25');
  const expectedOn = addDays(notifiedOn, random.int(15, 60));
  const quantityKilograms = random.int(1, 160) * 50;
  const reply =
    expectedOn > '2026-11-01'
      ? 'PENDING'
      : random.pick(['NO_OBJECTION', 'NO_OBJECTION', 'NO_OBJECTION', 'NO_OBJECTION', 'OBJECTION'] as const);
  const arrives = reply === 'NO_OBJECTION' && expectedOn < '2026-11-01';
  const short = random.chance(0.08) ? random.int(60, 95) / 100 : 1;
  const shipment: Shipment = {
    notifiedOn,
    notificationNumber: `PEN-${exportingState}-${notifiedOn.slice(0, 4)}-${String(10_000 + number)}`,
    substance,
    casNumber,
    incbTable,
    quantityKilograms,
    quantityReceivedKilograms: arrives ? Math.round(quantityKilograms * short) : null,
    exportingState,
    importingState,
    exporter: random.pick([
      'Gulf Chem Trading',
      'Northfield Reagents',
      'Química Andina',
      'Sun Coast Solvents',
    ]),
    importer: random.pick([
      'Distribuidora La Ceiba',
      'Insumos del Istmo S.A.',
      'Laboratorios Quetzal',
      'Pinturas Maya S.A.',
    ]),
    consignee: random.chance(0.6)
      ? random.pick(['Bodega Zona Franca 4', 'Almacén Fiscal Norte', 'Planta Escuintla'])
      : null,
    pointOfEntry: random.pick(entries[importingState] ?? ['']),
    expectedOn,
    arrivedOn: arrives ? earlier(addDays(expectedOn, random.int(-3, 12)), '2026-11-20') : null,
    reply,
  };
  if (number > 0) return shipment;
  return {
    ...shipment,
    ...demoShipment,
    incbTable: 'TABLE_I',
    notifiedOn: '2026-02-10',
    expectedOn: '2026-04-01',
    arrivedOn: '2026-04-04',
    reply: 'NO_OBJECTION',
    exporter: 'Gulf Chem Trading',
    importer: 'Insumos del Istmo S.A.',
    pointOfEntry: 'Puerto Quetzal',
  };
}
