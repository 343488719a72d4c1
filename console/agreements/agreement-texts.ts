import type { Bilingual } from '../language.js';
import type { Level } from './balance.js';

/** How much of a field is given, in words. */
export const levelTexts: Readonly<Record<Level, Bilingual>> = {
  SHOWN: { es: 'entero', en: 'in full' },
  SOME: { es: 'de algunos registros', en: 'of some records' },
  MASKED: { es: 'en parte', en: 'in part' },
  HIT: { es: 'solo si hay registro', en: 'only whether there is a record' },
};

/** What is shown of a masked value, in words. */
export const maskTexts: Readonly<Record<string, Bilingual>> = {
  LAST4: { es: 'sus últimos cuatro caracteres', en: 'its last four characters' },
  YEAR: { es: 'su año', en: 'its year' },
  INITIALS: { es: 'sus iniciales', en: 'its initials' },
  HASH: { es: 'un código para compararlo', en: 'a code to compare it by' },
};

/** How much of a field is given, as a mark beside its name. */
export const levelMarks: Readonly<Record<Level, string>> = { SHOWN: '', SOME: '◐', MASKED: '▤', HIT: '?' };

export const agreementTexts = {
  matrixTitle: { es: 'Quién da qué a quién', en: 'Who gives what to whom' },
  matrixIntro: {
    es: 'Igualdad jurídica a la vista: qué campos abre cada Estado a las agencias de los demás, según los convenios vigentes, y qué recibe a cambio. Se cuenta cada campo una vez, por lo mejor que recibe alguna agencia para alguna finalidad.',
    en: 'Legal equality in plain view: which fields each State opens to the agencies of the others, by the agreements in force, and what it gets in return. Each field counts once, by the best that any agency is given for any purpose.',
  },
  matrixBefore: {
    es: 'Pegue arriba el token de cualquier agencia: la tabla no contiene registros y la ve quien sea conocido.',
    en: "Paste any agency's token above: the table holds no records and is open to whoever is known.",
  },
  ofState: { es: 'Visto desde', en: 'Seen from' },
  with: { es: 'Con', en: 'With' },
  gives: { es: 'Da', en: 'Gives' },
  gets: { es: 'Recibe', en: 'Gets' },
  balance: { es: 'Balance', en: 'Balance' },
  givesMore: { es: 'Da más en', en: 'Gives more in' },
  getsMore: { es: 'Recibe más en', en: 'Gets more in' },
  fields: { es: 'campos', en: 'fields' },
  field: { es: 'campo', en: 'field' },
  compareWith: { es: 'Comparar con', en: 'Compare with' },
  gaveMost: { es: 'da más de lo que recibe frente a', en: 'gives more than it gets to' },
  gaveNone: { es: 'a nadie da más de lo que recibe.', en: 'gives nobody more than it gets.' },
  and: { es: 'y', en: 'and' },
  record: { es: 'Tipo de registro', en: 'Record type' },
  nothing: { es: 'nada', en: 'nothing' },
  oneway: {
    es: 'Resaltado: se da más de lo que el otro Estado da de ese campo.',
    en: 'Highlighted: more is given than the other State gives of that field.',
  },
  neither: {
    es: 'Ninguno de los dos abre nada al otro. Un convenio lo cambia: istmo agreement draft.',
    en: 'Neither opens anything to the other. An agreement changes that: istmo agreement draft.',
  },
  unknownStates: {
    es: 'Nunca se alcanzó el nodo de estos Estados, y no se sabe qué dan:',
    en: 'The nodes of these States were never reached, and what they give is not known:',
  },
  allStates: { es: 'Todos los Estados', en: 'All States' },
  allStatesHint: {
    es: 'Campos que el Estado de la fila abre a agencias del de la columna.',
    en: 'Fields that the State of the row opens to agencies of the State of the column.',
  },
  byAgency: { es: 'Agencia por agencia', en: 'Agency by agency' },
  agency: { es: 'Agencia', en: 'Agency' },
  purpose: { es: 'Finalidad', en: 'Purpose' },
  shown: { es: 'Se muestra', en: 'Shown' },
  agreements: { es: 'Convenios', en: 'Agreements' },
  why: { es: '¿Por qué?', en: 'Why?' },
} as const satisfies Record<string, Bilingual>;
