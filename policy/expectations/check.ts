import { holds } from '../condition.js';
import type { Mask } from '../../common/withheld.js';
import type { Register } from '../check-words.js';
import { explain, type ExplainedRow, type Explaining, type Explanation } from '../explain.js';
import { ageAt, hasAge } from '../minors.js';
import type { Words } from '../words/language.js';
import type { Expectation } from './expectations.js';

/** An expectation that the agreements do not meet, for one requester. */
export interface Failure {
  /** Where in the expectation it stands. */
  readonly path: readonly PropertyKey[];
  readonly words: Words;
}

/** Holds one expectation against what is decided for every requester that it names. */
export function checkExpectation(
  explaining: Explaining,
  register: Register,
  state: string,
  date: string,
  expectation: Expectation,
): readonly Failure[] {
  const wanted = wantedOf(expectation);
  return askersOf(expectation, explaining, register, state).flatMap((asker) =>
    wanted.flatMap(({ path, coordinate, as }) => {
      const [record = '', field = ''] = coordinate.split('.');
      const row = rowOf(expectation, record);
      const explanation = explain(explaining, { asker: { ...asker, date }, record, field, by: [], row });
      return saysOf(explanation) === as ? [] : [{ path, words: failureWords(explanation) }];
    }),
  );
}

type Said = 'SHOWN' | 'WITHHELD' | Mask;

interface Wanted {
  readonly path: readonly PropertyKey[];
  readonly coordinate: string;
  readonly as: Said;
}

function wantedOf({ shows = [], masks = {}, never = [] }: Expectation): readonly Wanted[] {
  return [
    ...shows.map((coordinate, index): Wanted => ({ path: ['shows', index], coordinate, as: 'SHOWN' })),
    ...Object.entries(masks).map(([coordinate, as]): Wanted => ({
      path: ['masks', coordinate],
      coordinate,
      as,
    })),
    ...never.map((coordinate, index): Wanted => ({ path: ['never', index], coordinate, as: 'WITHHELD' })),
  ];
}

function askersOf(
  { agency, roles, purposes }: Expectation,
  { vocabulary }: Explaining,
  register: Register,
  state: string,
) {
  const agencies = register.agencies.filter(({ id }) =>
    agency === undefined ? !id.startsWith(`${state}-`) : id === agency,
  );
  return agencies.flatMap((one) =>
    (roles ?? one.roles).flatMap((role) =>
      [...(purposes ?? vocabulary.purposes)].map((purpose) => ({ agency: one.id, roles: [role], purpose })),
    ),
  );
}

function rowOf({ record: values }: Expectation, record: string): ExplainedRow | undefined {
  if (values === undefined) return undefined;
  const event = values['eventDate'] ?? values['recordedAt'];
  return {
    id: record,
    opens: (where) => holds(where, values),
    age: hasAge(record) ? ageAt(values['birthDate'], event) : 'ADULT',
  };
}

function saysOf({ verdict, mask }: Explanation): Said {
  return verdict === 'MASKED' ? (mask ?? 'SHOWN') : verdict;
}

function failureWords(explanation: Explanation): Words {
  const { coordinate, asker, verdict, mask, reason, nearest, applied } = explanation;
  const who = `${asker.agency} (${asker.roles.join(', ')}), ${asker.purpose}`;
  const by = [...new Set(applied.map(({ agreement }) => agreement))].join(', ');
  switch (verdict) {
    case 'SHOWN':
      return {
        en: `${coordinate} is shown to ${who} by ${by}`,
        es: `${coordinate} se muestra a ${who} por ${by}`,
      };
    case 'MASKED':
      return {
        en: `${coordinate} is masked (${mask ?? ''}) for ${who} by ${by}`,
        es: `${coordinate} se enmascara (${mask ?? ''}) para ${who} por ${by}`,
      };
    case 'WITHHELD': {
      const why = [reason, nearest].filter((part) => part !== undefined).join(', ');
      return {
        en: `${coordinate} is withheld from ${who}: ${why}`,
        es: `${coordinate} no se muestra a ${who}: ${why}`,
      };
    }
  }
}
