import type { FirearmFact } from '../../world/facts/firearms.js';
import { dealers, dealerTowns } from '../../world/invent/firearm-lives.js';
import { licensedName } from '../../world/reference.js';
import type { Random } from '../../world/random.js';
import { monthFirst, type Row } from '../../world/tables.js';
import { calibers, entered, makers, types } from './codes.js';

export function makerRows(): readonly Row[] {
  return makers.map(([make, country], index) => ({
    manufacturer_id: index + 1,
    name: country === 'US' ? (licensedName(make) ?? `${make} Inc.`) : `${make} Works`,
    trade_name: make,
    country,
  }));
}

export function importerRows(): readonly Row[] {
  return ['Gulf Arms Imports', 'Atlantic Sporting'].map((name, index) => ({ importer_id: index + 1, name }));
}

export function dealerRows(): readonly Row[] {
  return dealers.map((name, index) => {
    const town = dealerTowns.find(({ city }) => name.startsWith(city));
    return { dealer_id: index + 1, name, city: town?.city ?? null, state: town?.state ?? null };
  });
}

const dispositions = { STOLEN: 'STOLEN', TRAFFICKED: 'TRAFFICKED', RECOVERED: 'RECOVERED' } as const;

export function firearmRow(random: Random, firearm: FirearmFact): Row {
  const { number, serial, model, year, importedOn, status } = firearm;
  const known = Object.entries(dispositions).find(([code]) => code === status);
  return {
    firearm_id: number,
    serial_no: random.chance(0.01) && number >= 6 ? 'UNKNOWN' : serial,
    manufacturer_id: makers.findIndex(([make]) => make === model.make) + 1,
    model: model.model,
    type_code: types[model.category],
    caliber: calibers[model.calibre] ?? model.calibre,
    barrel_inches: Math.round((model.barrelMillimetres / 25.4) * 100) / 100,
    finish: firearm.finish,
    year_made: year,
    importer_id: importedOn === null ? null : random.int(1, 2),
    import_year: importedOn === null ? null : Number(importedOn.slice(0, 4)),
    markings: firearm.additionalMarkings,
    obliterated: firearm.serialObliterated ? 'Y' : 'N',
    disposition: known?.[1] ?? null,
    ...entered(firearm),
  };
}

export function saleRows({ number, sale }: FirearmFact): readonly Row[] {
  if (sale === null) return [];
  return [
    {
      sale_id: number,
      firearm_id: number,
      dealer_id: dealers.indexOf(sale.dealer) + 1,
      purchaser_id: sale.purchaser,
      sold_on: monthFirst(sale.on),
    },
  ];
}
