import type { AssetFreezeFact, CorruptionCaseFact, FinancialReportFact } from '../facts/money.js';
import type { StateCode } from '../facts/fact.js';
import { addDays, earlier, type Random } from '../random.js';
import { today } from '../stories.js';
import { drawNetworks } from './networks.js';
import { drawPersons } from './persons.js';
import { countAt, factOf, ownFacts, type Telling } from './plan.js';

const currencies: Readonly<Partial<Record<StateCode, string>>> = {
  CR: 'CRC',
  DO: 'DOP',
  PA: 'PAB',
  US: 'USD',
};
/** Units of the currency for a dollar, roughly. */
const rates: Readonly<Record<string, number>> = { CRC: 510, DOP: 60, PAB: 1, USD: 1 };
const indicators = [
  'efectivo fraccionado',
  'empresa sin actividad',
  'transferencias circulares',
  'persona expuesta políticamente',
  'origen sin justificar',
  'structuring',
];
const entities = [
  'Banco del Istmo',
  'Cooperativa Unión',
  'Casa de Cambio Central',
  'Puerto Trust',
  'Remesas Ya',
];

export function financialReportFacts(telling: Telling): readonly FinancialReportFact[] {
  return ownFacts(telling, 'financialReports', countAt(telling, 60), (random, number) => {
    const submittedOn = random.day('2020-01-01', '2026-11-10');
    return {
      ...factOf(random, number, submittedOn),
      reportCode: random.pick(['STR', 'STR', 'STR', 'SAR', 'CTR', 'EFT', 'IFT'] as const),
      reason: random.pick([
        'Movimientos que no corresponden al perfil',
        'Depósitos en efectivo repetidos',
        'Beneficiario final desconocido',
      ]),
      indicators: random.some(indicators, random.int(1, 3)),
      submittedOn,
      reportingEntity: random.pick(entities),
      transactions: Array.from({ length: random.int(1, 4) }, () =>
        makeTransaction(random, telling.state, submittedOn),
      ),
      persons: drawPersons(random, telling, 2),
      organizations: random.chance(0.2) ? drawNetworks(random, telling, 1) : [],
    };
  });
}

function makeTransaction(
  random: Random,
  state: StateCode,
  before: string,
): FinancialReportFact['transactions'][number] {
  const currency = random.chance(0.6) ? 'USD' : (currencies[state] ?? 'USD');
  return {
    on: addDays(before, -random.int(1, 90)),
    mode: random.pick([
      'CASH',
      'CASH',
      'TRANSFER',
      'TRANSFER',
      'CHEQUE',
      'VIRTUAL_ASSET',
      'REAL_ESTATE',
    ] as const),
    amount: random.int(900, 95_000) * (rates[currency] ?? 1),
    currency,
    from: `cuenta ${random.text('0123456789', 6)}`,
    to: `cuenta ${random.text('0123456789', 6)}`,
    fromCountry: state,
    toCountry: random.pick([state, state, 'PA', 'US', 'CO', 'GT']),
  };
}

export function assetFreezeFacts(telling: Telling): readonly AssetFreezeFact[] {
  return ownFacts(telling, 'assetFreezes', countAt(telling, 22), (random, number) => {
    const on = random.day('2019-01-01', '2026-11-01');
    return {
      ...factOf(random, number, on),
      orderedOn: on,
      court: random.pick(
        telling.state === 'US'
          ? ['S.D. Fla.', 'S.D. Tex.', 'S.D.N.Y.']
          : ['Juzgado Penal Primero', 'Juzgado de Garantías', 'Tribunal Superior'],
      ),
      status: random.pick(['REQUESTED', 'FROZEN', 'FROZEN', 'CONFISCATED', 'RELEASED'] as const),
      assets: Array.from({ length: random.int(1, 3) }, () => ({
        kind: random.pick(['cuenta bancaria', 'inmueble', 'vehículo', 'embarcación']),
        description: random.pick([
          'a nombre de sociedad anónima',
          'finca',
          'apartamento',
          'todo terreno',
          'lancha',
        ]),
        value: random.int(8, 900) * 1_000,
        currency: 'USD',
        country: random.pick([telling.state, telling.state, 'PA', 'US']),
      })),
      caseNumber: `${telling.state}-${on.slice(0, 4)}-B${String(500 + number)}`,
      persons: drawPersons(random, telling, 2),
    };
  });
}

const convention = 'Convención de las Naciones Unidas contra la Corrupción';
const national: Readonly<Partial<Record<StateCode, string>>> = {
  CR: 'Ley 8422',
  PA: 'Código Penal, título X',
  SV: 'Código Penal, título XVI',
};

export function corruptionCaseFacts(telling: Telling): readonly CorruptionCaseFact[] {
  return ownFacts(telling, 'corruptionCases', countAt(telling, 30), (random, number) => {
    const on = earlier(random.day('2017-01-01', '2026-10-30'), today);
    return {
      ...factOf(random, number, on),
      office: random.pick([
        'Aduana',
        'Alcaldía',
        'Policía',
        'Dirección de Puertos',
        'Sistema Penitenciario',
        'Ministerio',
      ]),
      offence: random.pick([
        'BRIBERY',
        'BRIBERY',
        'EMBEZZLEMENT',
        'TRADING_IN_INFLUENCE',
        'ABUSE_OF_FUNCTIONS',
        'ILLICIT_ENRICHMENT',
        'OBSTRUCTION_OF_JUSTICE',
        'LAUNDERING_OF_PROCEEDS',
      ] as const),
      status: random.pick([
        'INVESTIGATION',
        'PROSECUTION',
        'TRIAL',
        'CONVICTED',
        'ACQUITTED',
        'CLOSED',
      ] as const),
      openedOn: on,
      instrument: random.pick([convention, national[telling.state] ?? convention]),
      caseNumber: `${telling.state}-${on.slice(0, 4)}-C${String(100 + number)}`,
    };
  });
}
