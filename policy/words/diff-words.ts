import type { Change, ChangeKind } from '../diff/diff.js';
import type { DocumentChange } from '../diff/documents.js';
import type { Reach } from '../diff/reach.js';
import type { Term } from '../diff/terms.js';
import { conditionWords, maskWords } from './condition-words.js';
import { both, type Language, type Words } from './language.js';

/** A change as people read it before they sign. */
export function changeWords(change: Change, language: Language): string {
  const { purposes, kind, before, after } = change;
  const who = whoWords(change, language);
  const what = `${verbs[kind][language]} ${reachWords(change, language)}`;
  return `${who}, ${purposes.join(', ')}: ${what}${termsOfChange(kind, before, after, language)}`;
}

function whoWords({ case: one, ...change }: Change, language: Language): string {
  if (one === undefined) return whomWords(change, language);
  const only = language === 'en' ? 'for the case' : 'para el caso';
  return `${whomWords(change, language)}, ${only} ${one}`;
}

function whomWords(
  { agency, role, exceptRoles }: Pick<Change, 'agency' | 'role' | 'exceptRoles'>,
  language: Language,
): string {
  if (role !== undefined) return `${agency} (${role})`;
  if (exceptRoles.length === 0) return agency;
  return `${agency} (${language === 'en' ? 'all but' : 'salvo'} ${both(exceptRoles, language)})`;
}

const verbs: Readonly<Record<ChangeKind, Words>> = {
  GAINS: { en: 'gains', es: 'gana' },
  LOSES: { en: 'loses', es: 'pierde' },
  MORE: { en: 'has more of', es: 'tiene más de' },
  LESS: { en: 'has less of', es: 'tiene menos de' },
  OTHERWISE: {
    en: 'has more of some records and less of others, of',
    es: 'tiene más de unos registros y menos de otros, de',
  },
};

function reachWords({ record, reaches }: Change, language: Language): string {
  const fields = reaches.flatMap((reach) => (reach.kind === 'FIELD' ? [`${record}.${reach.field}`] : []));
  const others = reaches.filter((reach) => reach.kind !== 'FIELD');
  return both([...fields, ...others.map((reach) => otherReach(record, reach, language))], language);
}

function otherReach(record: string, reach: Exclude<Reach, { kind: 'FIELD' }>, language: Language): string {
  const english = language === 'en';
  const by = both(reach.by, language);
  if (reach.kind === 'HIT')
    return english ? `hit or no hit on ${record} by ${by}` : `coincidencia o no en ${record} por ${by}`;
  if (reach.by.length === 0)
    return english ? `the existence of ${record} records` : `la existencia de registros de ${record}`;
  return english
    ? `the search of ${record} by ${by} together`
    : `la búsqueda de ${record} por ${by} a la vez`;
}

function termsOfChange(
  kind: ChangeKind,
  before: readonly Term[],
  after: readonly Term[],
  language: Language,
): string {
  const english = language === 'en';
  const say = (terms: readonly Term[]): string =>
    terms.map((term) => termWords(term, language)).join(english ? '; or ' : '; o ');
  if (kind === 'GAINS') return `: ${say(after)}`;
  if (kind === 'LOSES') return `: ${say(before)}`;
  return english
    ? `. Before: ${say(before)}. Now: ${say(after)}`
    : `. Antes: ${say(before)}. Ahora: ${say(after)}`;
}

function termWords({ mask, where, minors, unknownAge, from, until }: Term, language: Language): string {
  const english = language === 'en';
  return [
    ...(mask === undefined ? [] : [maskWords(mask, language)]),
    ...(where === undefined ? [] : [`${english ? 'where' : 'donde'} ${conditionWords(where, language)}`]),
    ...(minors === true
      ? [english ? 'persons under 18 included' : 'incluidas personas menores de 18 años']
      : []),
    ...(unknownAge === true
      ? [english ? 'persons of unknown age included' : 'incluidas personas de edad desconocida']
      : []),
    english ? `from ${from} until ${until}` : `del ${from} al ${until}`,
  ].join(', ');
}

/** A change of an agreement's paperwork as people read it. */
export function documentWords(
  { agreement, kind, before, after }: DocumentChange,
  language: Language,
): string {
  const text = documentTexts[kind][language];
  if (before === undefined && after === undefined) return `${agreement}: ${text}`;
  const none = language === 'en' ? 'none' : 'ninguno';
  return `${agreement}: ${text}: ${before ?? none} → ${after ?? none}`;
}

const documentTexts: Readonly<Record<DocumentChange['kind'], Words>> = {
  ADDED: { en: 'a new agreement', es: 'un convenio nuevo' },
  REMOVED: { en: 'the agreement is gone', es: 'el convenio ya no está' },
  REQUESTS_PER_MINUTE: { en: 'requests a minute', es: 'solicitudes por minuto' },
  RECORDS_PER_DAY: { en: 'records a day', es: 'registros por día' },
  ONWARD_TRANSFER: { en: 'onward transfer', es: 'transmisión a terceros' },
  LEGAL_BASIS: { en: 'legal basis', es: 'base legal' },
};
