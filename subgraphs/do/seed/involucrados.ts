import type { Tables } from '../../world/clerk.js';
import type { Fact } from '../../world/facts/fact.js';
import type { StateFacts } from '../../world/facts/state-facts.js';
import type { Row } from '../../world/tables.js';
import { clave, type Prefix } from './ficha.js';

/** One table says who had to do with what, whatever it was. */
export function involucrados(facts: StateFacts): Tables {
  const { firearmSeizures, drugSeizures, financialReports, routes, organizations } = facts;
  return [
    [
      'INVOLUCRADOS',
      [
        ...named('AC', firearmSeizures),
        ...named('ID', drugSeizures),
        ...named('RE', financialReports),
        ...named(
          'RU',
          routes.map((route) => ({ ...route, persons: [] })),
        ),
        ...named(
          'O',
          organizations.map((organization) => ({
            ...organization,
            persons: organization.members,
            organizations: [],
          })),
        ),
      ],
    ],
  ];
}

interface Naming extends Fact {
  readonly persons: readonly number[];
  readonly organizations: readonly number[];
}

function named(prefix: Prefix, facts: readonly Naming[]): readonly Row[] {
  return facts.flatMap(({ number, persons, organizations }) => [
    ...persons.map((person) => ({
      EXPEDIENTE: clave(prefix, number),
      PERSONA: clave('P', person),
      ORGANIZACION: null,
    })),
    ...organizations.map((organization) => ({
      EXPEDIENTE: clave(prefix, number),
      PERSONA: null,
      ORGANIZACION: clave('O', organization),
    })),
  ]);
}
