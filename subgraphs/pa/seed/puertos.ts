import type { StateFacts } from '../../world/facts/state-facts.js';
import type { Row } from '../../world/tables.js';

/** Ports of Panama where containers are opened. */
const propios = [
  ['PABLB', 'Balboa'],
  ['PACTB', 'Cristóbal'],
  ['PAMIT', 'Manzanillo'],
  ['PARCP', 'Rodman'],
  ['PAPTY', 'Tocumen'],
  ['PAPCN', 'Paso Canoas'],
] as const;

export const puertosPropios: readonly string[] = propios.map(([code]) => code);

/** Every port that a shipment names, with the code of the customs; those of other countries are numbered. */
export function customsPorts({ shipments }: StateFacts): ReadonlyMap<string, string> {
  const ports = new Map<string, string>(propios.map(([code, name]) => [name, code]));
  for (const { pointOfEntry } of shipments)
    if (!ports.has(pointOfEntry)) ports.set(pointOfEntry, `X${String(ports.size + 1).padStart(4, '0')}`);
  return ports;
}

export function portRows(ports: ReadonlyMap<string, string>): readonly Row[] {
  return [...ports].map(([port_name, port_code]) => ({ port_code, port_name }));
}
