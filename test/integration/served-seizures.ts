import { expect } from '@jest/globals';
import { type PublishedSeizure, publishedSeizures } from '../../subgraphs/world/drug-seizures.js';
import type { TestRegion } from './region-fixture.js';

/** A seizure of drugs as a State serves it. */
export interface ServedSeizure {
  readonly seizedAt: string;
  readonly substance: string;
  readonly unit: string;
  readonly quantity: number | null;
  readonly concealment: string | null;
  readonly installation: string | null;
  readonly transport: string | null;
  readonly place: string | null;
}

/** Every seizure that a State serves, in the order of its own keys, which is that of the source. */
export async function allSeizures(region: TestRegion, code: string): Promise<readonly ServedSeizure[]> {
  const query = `query($code: CountryCode!, $after: String) { memberState(code: $code) { drugSeizures(first: 100, after: $after) {
    pageInfo { hasNextPage endCursor } edges { node {
      id seizedAt substance unit quantityKilograms quantityUnits concealment installation transport place { municipality description } } } } } }`;
  const found: Record<string, unknown>[] = [];
  for (let after: string | null | undefined = null; after !== undefined;) {
    const { data } = await region.ask('us-dea-analyst', query, {
      variables: { code, after },
      headers: { 'istmo-purpose': 'DRUG_INVESTIGATION' },
    });
    const { edges, pageInfo } = (data?.['memberState'] as { drugSeizures: Page }).drugSeizures;
    found.push(...edges.map(({ node }) => node));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : undefined;
  }
  const key = (record: Record<string, unknown>): number => Number(String(record['id']).split(':')[2]);
  return found
    .sort((one, other) => key(one) - key(other))
    .map(({ id: _, quantityKilograms, quantityUnits, place, ...rest }) => ({
      ...(rest as Pick<
        ServedSeizure,
        'seizedAt' | 'substance' | 'unit' | 'concealment' | 'installation' | 'transport'
      >),
      quantity: (quantityKilograms ?? quantityUnits) as number | null,
      place: textOf(place),
    }));
}

interface Page {
  readonly edges: readonly { readonly node: Record<string, unknown> }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

function textOf(place: unknown): string | null {
  const { municipality, description } = (place ?? {}) as Record<string, string | null | undefined>;
  return municipality ?? description ?? null;
}

const kilograms: Readonly<Record<string, number>> = { Kilogram: 1, Gram: 0.001, Ton: 1000 };

/** A seizure as it was published, in the words of the shared language: blanks are null, odd units stay what they are. */
function asServed(code: string, seizure: PublishedSeizure): ServedSeizure {
  const place = code === 'SV' ? seizure.PLACE : seizure.ADMINISTRATIVE_DIVISION.replace(/^No indica$/u, '');
  const amount = Number(seizure.AMOUNT) * (kilograms[seizure.DRUG_UNIT] ?? 1);
  return {
    seizedAt: seizure.SEIZURE_DATE,
    substance: seizure.DRUG_NAME,
    unit: seizure.DRUG_UNIT,
    quantity: expect.closeTo(amount, 6) as unknown as number,
    concealment: seizure.HIDING_PLACE || null,
    installation: seizure.INSTALLATION || null,
    transport: seizure.TRANSPORT || null,
    place: place || null,
  };
}

/** The seizures that UNODC published of a State, as it should serve them, in the order of the source. */
export function seizuresAsPublished(code: 'GT' | 'SV'): readonly ServedSeizure[] {
  return publishedSeizures(code === 'GT' ? 'Guatemala' : 'El Salvador').map((seizure) =>
    asServed(code, seizure),
  );
}
