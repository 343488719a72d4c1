import type { IncbTable } from '../../../schema/types.js';

/** A precursor under the Convention of 1988, with its CAS number and the table in which INCB keeps it. */
export interface Precursor {
  readonly substance: string;
  readonly casNumber: string;
  readonly incbTable: IncbTable;
}

const row = (substance: string, casNumber: string, incbTable: IncbTable): Precursor => ({
  substance,
  casNumber,
  incbTable,
});

/** The precursors that are met in the region: facts of the tables of the Convention and of INCB's surveillance list. */
export const precursors: readonly Precursor[] = [
  row('Acetic anhydride', '108-24-7', 'TABLE_I'),
  row('Ephedrine', '299-42-3', 'TABLE_I'),
  row('Pseudoephedrine', '90-82-4', 'TABLE_I'),
  row('1-Phenyl-2-propanone', '103-79-7', 'TABLE_I'),
  row('Phenylacetic acid', '103-82-2', 'TABLE_I'),
  row('Methyl alpha-phenylacetoacetate', '16648-44-5', 'TABLE_I'),
  row('Piperonal', '120-57-0', 'TABLE_I'),
  row('Safrole', '94-59-7', 'TABLE_I'),
  row('N-Phenethyl-4-piperidone', '39742-60-4', 'TABLE_I'),
  row('Potassium permanganate', '7722-64-7', 'TABLE_I'),
  row('Acetone', '67-64-1', 'TABLE_II'),
  row('Ethyl ether', '60-29-7', 'TABLE_II'),
  row('Hydrochloric acid', '7647-01-0', 'TABLE_II'),
  row('Methyl ethyl ketone', '78-93-3', 'TABLE_II'),
  row('Sulphuric acid', '7664-93-9', 'TABLE_II'),
  row('Toluene', '108-88-3', 'TABLE_II'),
  row('Methylamine', '74-89-5', 'SURVEILLANCE_LIST'),
  row('Red phosphorus', '7723-14-0', 'SURVEILLANCE_LIST'),
  row('gamma-Butyrolactone', '96-48-0', 'SURVEILLANCE_LIST'),
];
