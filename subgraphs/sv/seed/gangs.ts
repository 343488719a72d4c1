import type { AssociationFact, GangFact } from '../../world/facts/organizations.js';
import type { Random } from '../../world/random.js';
import type { Row } from '../../world/tables.js';
import { departmentName, entered, typed } from './entry.js';
import { words } from './words.js';

/** A gang with its cliques beside each other in one wide row, as many as the form has room for. */
export function gangRow(gang: GangFact): Row {
  const cliques = [0, 1, 2, 3, 4].map((index) => {
    const clique = gang.cliques[index];
    const name = `clica${String(index + 1)}`;
    return {
      [name]: clique?.name ?? null,
      [`${name}_depto`]: clique === undefined ? null : departmentName(clique.subdivision),
      [`${name}_municipio`]: clique?.municipality ?? null,
      [`${name}_miembros`]: clique?.estimatedMembers ?? null,
    };
  });
  return {
    pandilla: gang.number,
    nombre: gang.name.toUpperCase(),
    conocida_por: gang.aliases.join(', '),
    actividades: gang.activities.map((activity) => words.activity[activity]).join(', '),
    miembros: gang.estimatedMembers,
    desde: gang.firstSeenOn,
    ultima: gang.lastSeenOn,
    deptos: gang.territory.map(departmentName).join(', '),
    signos: gang.signs.join(', '),
    ...besideEachOther(cliques),
    ...entered(gang),
  };
}

/** Who leads a gang in El Salvador, by the name of the street. */
export function leaderRows({ number, leaders }: GangFact): readonly Row[] {
  return leaders.map(({ alias, role, since }) => ({
    pandilla: number,
    alias,
    funcion: role,
    desde: since.slice(0, 4),
  }));
}

/** How many a gang has in a department, and of which year that is. */
export function presenceRows({ number, presence }: GangFact): readonly Row[] {
  return presence.map(({ subdivision, estimatedMembers, asOf }) => ({
    pandilla: number,
    depto: departmentName(subdivision),
    miembros: estimatedMembers,
    anio: asOf.slice(0, 4),
  }));
}

/** An association with up to three criteria beside each other. */
export function associationRow(random: Random, association: AssociationFact): Row {
  const criteria = [0, 1, 2].map((index) => {
    const criterion = association.criteria[index];
    return {
      [`criterio${String(index + 1)}`]: criterion === undefined ? null : words.criterion[criterion.kind],
      [`prueba${String(index + 1)}`]: criterion?.evidence ?? null,
      [`fecha${String(index + 1)}`]: criterion?.on ?? null,
    };
  });
  return {
    ficha: association.number,
    persona: association.person,
    pandilla: association.gang,
    funcion: typed(random, words.role[association.role], association.gang === 0),
    desde: association.from.slice(0, 4),
    hasta: association.until?.slice(0, 4) ?? null,
    ...besideEachOther(criteria),
    revisar: association.reviewOn,
    depurar: association.purgeOn,
    notificada: association.notified ? 'SI' : 'NO',
    ...entered(association),
  };
}

/** Columns of several things as the columns of one row. */
function besideEachOther(parts: readonly Row[]): Row {
  return Object.fromEntries(parts.flatMap((part) => Object.entries(part)));
}
