import { type Model, models } from '../../world/catalogue.js';
import type { HandlingCode } from '../../../schema/types.js';
import type { Fact } from '../../world/facts/fact.js';
import { monthFirst, type Row } from '../../world/tables.js';

/** Makers with their country, in the order of the alphabet. */
export const makers = [...new Map(models.map(({ make, country }) => [make, country]))].sort();

export const types: Readonly<Record<Model['category'], string>> = {
  PISTOL: 'P',
  REVOLVER: 'R',
  RIFLE: 'RI',
  SHOTGUN: 'S',
  SUBMACHINE_GUN: 'SMG',
};

export const calibers: Readonly<Record<string, string>> = {
  '9x19mm': '9MM LUGER',
  '5.56x45mm': '5.56 NATO',
  '7.62x39mm': '7.62X39',
  '.38 Special': '38 SPL',
  '.45 ACP': '45 ACP',
  '12 gauge': '12 GA',
  '.22 LR': '22 LR',
  '.40 S&W': '40 S&W',
};

const handling: Readonly<Record<HandlingCode, string>> = { H0: 'LES', H1: 'LES-E', H2: 'ORCON', H3: 'OTHER' };

/** The columns with which every table ends. */
export function entered(fact: Fact): Row {
  return {
    handling: handling[fact.handlingCode],
    handling_note: fact.handlingCode === 'H3' ? 'Contact the originator first' : null,
    reliability: fact.sourceReliability,
    entered_on: monthFirst(fact.recordedOn),
    changed_on: fact.updatedOn === null ? null : monthFirst(fact.updatedOn),
    verified_on: fact.verifiedOn === null ? null : monthFirst(fact.verifiedOn),
    purge_on: fact.expiresOn === null ? null : monthFirst(fact.expiresOn),
  };
}
