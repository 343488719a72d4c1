import type { Bilingual } from '../language.js';

export const whyTexts = {
  title: { es: '¿Por qué se ve, o no se ve, un dato?', en: 'Why is a field shown, or not?' },
  intro: {
    es: 'La decisión de un Estado sobre un campo, los convenios que lo dan, y los que casi lo dan con lo que les falta: ahora, o como era en un momento pasado. No se lee ningún registro. Usted puede preguntar por su agencia; un auditor nacional, por lo que toca a su Estado; uno regional, por todo.',
    en: "A State's decision on a field, the agreements that give it, and those that nearly do with what they lack: now, or as it was at a past moment. No record is read. You may ask about your own agency; a national auditor about what touches the own State; a regional one about all.",
  },
  before: {
    es: 'Elija un Estado, un dato y una finalidad, y pulse «Explicar».',
    en: 'Choose a State, a field and a purpose, then press "Explain".',
  },
  state: { es: 'Estado que tiene el registro', en: 'State that holds the record' },
  coordinate: { es: 'Dato', en: 'Field' },
  purpose: { es: 'Finalidad', en: 'Purpose' },
  agency: { es: 'Agencia que pregunta', en: 'Agency that asks' },
  roles: { es: 'Funciones, con comas', en: 'Roles, with commas' },
  case: { es: 'Número de caso', en: 'Case number' },
  at: { es: 'En el momento', en: 'At the moment' },
  choose: { es: '(elija)', en: '(choose)' },
  more: { es: 'Consulta o registro supuestos', en: 'A supposed query or record' },
  by: { es: 'La consulta filtra u ordena por', en: 'The query filters or sorts by' },
  record: { es: 'Registro supuesto', en: 'Supposed record' },
  recordHint: { es: 'handlingCode=H1, recordedAt=2026-01-01', en: 'handlingCode=H1, recordedAt=2026-01-01' },
  explain: { es: 'Explicar', en: 'Explain' },
  applied: { es: 'Convenios que lo dan', en: 'Agreements that give it' },
  noneApplied: { es: 'Ninguno.', en: 'None.' },
  near: {
    es: 'Convenios que casi lo dan, y qué les falta',
    en: 'Agreements that nearly give it, and what they lack',
  },
  noneNear: {
    es: 'Ninguno. Hace falta un convenio nuevo del Estado con la agencia: istmo agreement draft.',
    en: 'None. It takes a new agreement of the State with the agency: istmo agreement draft.',
  },
  grant: { es: 'concesión', en: 'grant' },
  where: { es: 'Solo registros donde', en: 'Only records where' },
  shows: { es: 'Muestra', en: 'Shows' },
  hitOn: { es: 'Acierto o no, por', en: 'Hit or no hit, by' },
  legalBasis: { es: 'Fundamento', en: 'Legal basis' },
  lacks: { es: 'Le falta', en: 'Lacks' },
  on: { es: 'Para el día', en: 'For the day' },
  asked: { es: 'Pregunta', en: 'Asks' },
  fromHistory: {
    es: 'Según lo vigente en ese momento, como lo firma el Estado de su historial.',
    en: 'By what was in force at that moment, as the State signs it out of its history.',
  },
  fromNow: {
    es: 'Según los convenios que el Estado tiene publicados ahora.',
    en: 'By the agreements that the State has published now.',
  },
  minors: {
    es: 'Quien tenía menos de 18 años, o pudo tenerlos, sigue protegido salvo que una concesión diga otra cosa.',
    en: 'Persons who were under 18, or may have been, stay protected unless a grant says otherwise.',
  },
  digest: { es: 'Textos juzgados', en: 'Texts judged' },
} as const satisfies Record<string, Bilingual>;
