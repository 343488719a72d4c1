import { models } from '../world/catalogue.js';
import { licensedName } from '../world/reference.js';
import { addDays, createRandom, type Random } from '../world/random.js';
import { type Cell, drawHandling, monthFirst, type TableRows } from '../world/tables.js';
import type { World, WorldFirearm } from '../world/world.js';

type Row = Readonly<Record<string, Cell>>;

const makers = [...new Map(models.map(({ make, country }) => [make, country]))].sort();
const types: Readonly<Record<WorldFirearm['model']['category'], string>> = {
  PISTOL: 'P',
  REVOLVER: 'R',
  RIFLE: 'RI',
  SHOTGUN: 'S',
  SUBMACHINE_GUN: 'SMG',
};
const calibers: Readonly<Record<string, string>> = {
  '9x19mm': '9MM LUGER',
  '5.56x45mm': '5.56 NATO',
  '7.62x39mm': '7.62X39',
  '.38 Special': '38 SPL',
  '.45 ACP': '45 ACP',
  '12 gauge': '12 GA',
  '.22 LR': '22 LR',
  '.40 S&W': '40 S&W',
};
const towns = [
  ['Laredo', 'TX'],
  ['Tucson', 'AZ'],
  ['Hialeah', 'FL'],
  ['Houston', 'TX'],
  ['Phoenix', 'AZ'],
] as const;
const handling = ['LES', 'LES-E', 'ORCON', 'OTHER'] as const;

/** The United States' part of the world: what dealers sold to whom, normalised around sales. */
export function seedUs({ seed, firearms }: World): TableRows {
  const random = createRandom(seed + 1);
  const own = firearms.filter(({ knownTo }) => knownTo.has('US'));
  return new Map<string, readonly Row[]>([
    [
      'manufacturer',
      makers.map(([make, country], index) => ({
        manufacturer_id: index + 1,
        name: country === 'US' ? (licensedName(make) ?? `${make} Inc.`) : `${make} Works`,
        trade_name: make,
        country,
      })),
    ],
    [
      'importer',
      ['Gulf Arms Imports', 'Atlantic Sporting'].map((name, index) => ({ importer_id: index + 1, name })),
    ],
    [
      'dealer',
      towns.flatMap(([city, state], town) =>
        [1, 2, 3].map((number) => ({
          dealer_id: town * 3 + number,
          name: `${city} Outfitters ${String(number)}`,
          city,
          state,
        })),
      ),
    ],
    ['purchaser', own.flatMap((firearm) => purchaserRows(firearm))],
    ['firearm', own.map((firearm) => firearmRow(random, firearm))],
    ['sale', own.flatMap((firearm, index) => saleRows(random, firearm, index))],
  ]);
}

function purchaserRows({ sale }: WorldFirearm): readonly Row[] {
  if (sale === undefined) return [];
  const { number, name, sex, bornOn, document } = sale.purchaser;
  return [
    {
      purchaser_id: number,
      full_name: name,
      date_of_birth: monthFirst(bornOn),
      sex,
      citizenship: 'US',
      licence_no: document,
      entered_on: monthFirst(sale.on),
    },
  ];
}

function firearmRow(random: Random, firearm: WorldFirearm): Row {
  const { number, serial, model, year, sale } = firearm;
  const imported = model.country !== 'US';
  const class_ = number < 5 ? 0 : drawHandling(random);
  const enteredOn = sale?.on ?? `${String(year)}-12-31`;
  return {
    firearm_id: number,
    serial_no: random.chance(0.01) && number >= 5 ? 'UNKNOWN' : serial,
    manufacturer_id: makers.findIndex(([make]) => make === model.make) + 1,
    model: model.model,
    type_code: types[model.category],
    caliber: calibers[model.calibre] ?? model.calibre,
    barrel_inches: Math.round((model.barrelMillimetres / 25.4) * 100) / 100,
    finish: random.pick(['blued', 'stainless', 'matte', null]),
    year_made: year,
    importer_id: imported ? random.int(1, 2) : null,
    import_year: imported ? year : null,
    disposition:
      firearm.knownTo.size > 1
        ? random.pick(['TRAFFICKED', null])
        : random.pick(['STOLEN', 'RECOVERED', null]),
    handling: handling[class_],
    handling_note: class_ === 3 ? 'Contact the originator first' : null,
    entered_on: monthFirst(enteredOn),
    verified_on: random.chance(0.5) ? monthFirst(addDays(enteredOn, random.int(30, 3_000))) : null,
  };
}

function saleRows(random: Random, { number, sale }: WorldFirearm, index: number): readonly Row[] {
  if (sale === undefined) return [];
  return [
    {
      sale_id: index + 1,
      firearm_id: number,
      dealer_id: random.int(1, towns.length * 3),
      purchaser_id: sale.purchaser.number,
      sold_on: monthFirst(sale.on),
    },
  ];
}
