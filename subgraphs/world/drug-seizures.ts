import { table } from './reference.js';

/** A seizure as UNODC published it; texts as they are, blanks among them. */
export type PublishedSeizure = Readonly<
  Record<
    | 'COUNTRY'
    | 'ADMINISTRATIVE_DIVISION'
    | 'PLACE'
    | 'SEIZURE_DATE'
    | 'DRUG_NAME'
    | 'AMOUNT'
    | 'DRUG_UNIT'
    | 'HIDING_PLACE'
    | 'INSTALLATION'
    | 'TRANSPORT'
    | 'PRODUCING_COUNTRY'
    | 'DEPARTURE_COUNTRY'
    | 'DESTINATION_COUNTRY'
    | 'ROUTING',
    string
  >
>;

/** The real seizure events of one country, in the order of the source. @see data/SOURCES.md */
export function publishedSeizures(country: 'Guatemala' | 'El Salvador'): readonly PublishedSeizure[] {
  const rows = table('unodc_drug_seizures_gt_sv_2011_2016.csv') as readonly PublishedSeizure[];
  return rows.filter(({ COUNTRY }) => COUNTRY === country);
}
