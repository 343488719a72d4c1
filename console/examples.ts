import type { Bilingual } from './language.js';
import type { Purpose } from './purposes.js';

/** A question to try, as the agency that would ask it. */
export interface Example {
  readonly id: string;
  readonly title: Bilingual;
  /** What to look at in its answer. */
  readonly shows: Bilingual;
  /** The demo officer whose token to use: `npx istmo token <as>`. */
  readonly as: string;
  /** Empty where the question touches no State's records. */
  readonly purpose: Purpose | '';
  readonly caseNumber: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What stands in the editor at first: a question that needs nothing but a token. */
export const openingQuery = `query WhoTakesPart {
  me {
    agency
    country
    officer
    roles
  }
  memberStates {
    code
    nameSpanish
    nameEnglish
    nodeStatus
  }
}
`;

const trace = `query FirearmTrace($serialNumber: String!, $make: String!, $calibre: String) {
  firearmTraces(serialNumber: $serialNumber, make: $make, calibre: $calibre) {
    state
    hit
    records {
      id
      make
      model
      calibre
      serialNumber
      status
      recordedAt
    }
    chainOfCustody {
      kind
      on
      country
      organization
    }
    lastKnownPurchaser {
      personName
    }
    outcome
    timeToCrimeDays
  }
}
`;

const tracedFirearm = { serialNumber: 'BKR4471', make: 'Glock', calibre: '9x19mm' };

const seizure = `query FirearmsOfOneSeizure($state: CountryCode!, $caseNumber: String!) {
  memberState(code: $state) {
    firearmSeizures(filter: { caseNumber: { eq: $caseNumber } }, first: 1) {
      edges {
        node {
          id
          seizedAt
          place {
            subdivision
            municipality
          }
          firearms {
            id
            make
            model
            serialNumber
            tracing {
              state
              hit
              records {
                id
                status
                recordedAt
              }
            }
          }
        }
      }
    }
  }
}
`;

const cocaine = `query CocaineSeizures($states: [CountryCode!], $from: Date!, $until: Date!) {
  memberStates(codes: $states) {
    code
    drugSeizures(
      filter: { category: { eq: COCAINE_TYPE }, seizedAt: { gte: $from, lte: $until } }
      sort: { field: seizedAt, descending: true }
      first: 20
    ) {
      totalCount
      edges {
        node {
          id
          seizedAt
          substance
          quantityKilograms
          quantityUnits
          unit
          place {
            subdivision
            municipality
            description
          }
        }
      }
    }
  }
}
`;

/** The questions of the demo. */
export const examples: readonly Example[] = [
  {
    id: 'who-takes-part',
    title: { es: 'Quién soy y qué Estados participan', en: 'Who am I, and which States take part' },
    shows: {
      es: 'No toca registros: basta el token.',
      en: 'Touches no records: a token is enough.',
    },
    as: 'us-atf-tracer',
    purpose: '',
    caseNumber: '',
    query: openingQuery,
    variables: {},
  },
  {
    id: 'trace',
    title: { es: '¿Algún Estado ha visto esta arma?', en: 'Has any State seen this firearm?' },
    shows: {
      es: 'Serie, marca y calibre: dos Estados contestan con registros, uno con ninguno.',
      en: 'Serial, make and calibre: two States answer with records, one with none.',
    },
    as: 'us-atf-tracer',
    purpose: 'FIREARM_TRACING',
    caseNumber: 'ATF-2026-0117',
    query: trace,
    variables: tracedFirearm,
  },
  {
    id: 'trace-narrow',
    title: { es: 'La misma, con un convenio más estrecho', en: 'The same, under a narrower agreement' },
    shows: {
      es: 'Los mismos registros con menos datos; cada dato que falta, con su motivo.',
      en: 'The same records with fewer fields; each missing one named with its reason.',
    },
    as: 'hn-atic-investigator',
    purpose: 'FIREARM_TRACING',
    caseNumber: 'ATIC-2026-0042',
    query: trace,
    variables: tracedFirearm,
  },
  {
    id: 'trace-other-purpose',
    title: { es: 'La misma, con otra finalidad', en: 'The same, for another purpose' },
    shows: {
      es: 'Ningún convenio la cubre: ningún registro, PURPOSE_NOT_COVERED.',
      en: 'No agreement covers it: no record, PURPOSE_NOT_COVERED.',
    },
    as: 'us-atf-tracer',
    purpose: 'CUSTOMS_CONTROL',
    caseNumber: 'ATF-2026-0117',
    query: trace,
    variables: tracedFirearm,
  },
  {
    id: 'seizure',
    title: {
      es: 'Las armas de un decomiso en El Salvador',
      en: 'The firearms of one seizure in El Salvador',
    },
    shows: {
      es: 'Cada arma, seguida por toda la región.',
      en: 'Each firearm, followed across the region.',
    },
    as: 'us-atf-tracer',
    purpose: 'FIREARM_TRACING',
    caseNumber: 'ATF-2026-0118',
    query: seizure,
    variables: { state: 'SV', caseNumber: 'FGR-SV-2023-00417' },
  },
  {
    id: 'cocaine',
    title: { es: 'Decomisos de cocaína de 2014', en: 'Cocaine seizures of 2014' },
    shows: {
      es: 'Guatemala y El Salvador, del más reciente al más antiguo, con lugar y cantidad. Registros reales.',
      en: 'Guatemala and El Salvador, newest first, with place and quantity. Real records.',
    },
    as: 'us-dea-analyst',
    purpose: 'DRUG_INVESTIGATION',
    caseNumber: 'DEA-2026-0119',
    query: cocaine,
    variables: { states: ['GT', 'SV'], from: '2014-01-01', until: '2014-12-31' },
  },
  {
    id: 'node-down',
    title: { es: 'Con el nodo de Guatemala detenido', en: "With Guatemala's node stopped" },
    shows: {
      es: 'Las respuestas de los demás Estados, intactas; Guatemala, sin alcanzar.',
      en: "The other States' answers intact; Guatemala cannot be reached.",
    },
    as: 'us-atf-tracer',
    purpose: 'FIREARM_TRACING',
    caseNumber: 'ATF-2026-0117',
    query: trace,
    variables: tracedFirearm,
  },
];
