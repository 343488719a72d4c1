import type { Bilingual } from '../language.js';

/** How far a request has come, in words. */
export const statusTexts: Readonly<Record<string, Bilingual>> = {
  REQUESTED: { es: 'Espera decisión', en: 'Waits to be decided' },
  PROPOSED: {
    es: 'Propuesta; falta que otra persona apruebe',
    en: 'Proposed; another officer has to approve',
  },
  APPROVED: { es: 'Entregado', en: 'Released' },
  REFUSED: { es: 'Rechazada', en: 'Refused' },
  EXPIRED: { es: 'Venció sin decisión', en: 'Expired undecided' },
};

/** How long a State has to decide, in words. */
export const deadlineTexts: Readonly<Record<string, Bilingual>> = {
  HOURS_8: { es: 'Ocho horas (urgente)', en: 'Eight hours (urgent)' },
  DAYS_3: { es: 'Tres días', en: 'Three days' },
  DAYS_7: { es: 'Siete días', en: 'Seven days' },
};

export const releaseTexts = {
  listTitle: { es: 'Entregas de registros', en: 'Releases of records' },
  listIntro: {
    es: 'Tras un acierto, una agencia pide el registro; en el Estado que lo tiene, una persona propone qué entregar y otra aprueba o rechaza. Nada lo entrega una sola persona. Usted ve lo que pidió su agencia o, si decide entregas en ese Estado, todo lo que se le pide.',
    en: 'After a hit an agency asks for the record; in the State that holds it one officer proposes what to release, and another approves or refuses. Nothing is released by one person. You see what your agency asked for or, as a release officer of that State, all that it is asked for.',
  },
  listBefore: { es: 'Elija un Estado y pulse «Ver».', en: 'Choose a State, then press "Look".' },
  state: { es: 'Estado que decide', en: 'State that decides' },
  choose: { es: '(elija)', en: '(choose)' },
  status: { es: 'Situación', en: 'Status' },
  all: { es: '(todas)', en: '(all)' },
  look: { es: 'Ver', en: 'Look' },
  none: {
    es: 'No hay solicitudes que usted pueda ver. Para pedir un registro: «Pedir un registro».',
    en: 'There are no requests that you may see. To ask for a record: "Ask for a record".',
  },
  older: { es: 'Más antiguas', en: 'Older ones' },
  asks: { es: 'Pide', en: 'Asks' },
  whatFor: { es: 'Para', en: 'For' },
  found: { es: 'Se encuentra por', en: 'Found by' },
  fields: { es: 'Campos', en: 'Fields' },
  asked: { es: 'Pedida', en: 'Asked' },
  due: { es: 'Se decide hasta', en: 'To be decided by' },
  justification: { es: 'Justificación', en: 'Justification' },
  candidates: { es: 'Registros que corresponden', en: 'Records that fit' },
  noCandidates: { es: 'Ningún registro corresponde ahora.', en: 'No record fits now.' },
  reason: { es: 'Motivo del rechazo', en: 'Why it was refused' },
  released: { es: 'Entregado', en: 'Released' },
  until: { es: 'hasta el', en: 'until' },
  agreement: { es: 'convenio', en: 'agreement' },
  readIt: {
    es: 'Pida el registro por su id en «Consultar», con la misma finalidad y el mismo caso.',
    en: 'Ask for the record by its id under "Ask", with the same purpose and case.',
  },
  proposal: { es: 'Propuesta', en: 'Proposal' },
  by: { es: 'de', en: 'by' },
  withMinors: { es: 'incluye lo que identifica a menores', en: 'includes what identifies minors' },
  decide: { es: 'Decidir', en: 'Decide' },
  untilDay: { es: 'Se puede leer hasta el día', en: 'Can be read until the day' },
  legalBasis: { es: 'Fundamento legal', en: 'Legal basis' },
  minors: {
    es: 'entregar también lo que identifica a quien tenía menos de 18 años',
    en: 'release what identifies persons under 18, too',
  },
  propose: { es: 'Proponer entrega', en: 'Propose release' },
  approve: { es: 'Aprobar esta propuesta', en: 'Approve this proposal' },
  approveHint: {
    es: 'Aprueba otra persona que quien propuso: el convenio rige de inmediato.',
    en: 'Another officer than who proposed approves it: the agreement is in force at once.',
  },
  refuseReason: { es: 'Motivo, que leerá la agencia', en: 'Reason, which the agency will read' },
  refuse: { es: 'Rechazar', en: 'Refuse' },
  askTitle: { es: 'Pedir un registro', en: 'Ask for a record' },
  askIntro: {
    es: 'Después de un acierto, o de un registro mostrado en parte. La respuesta es la misma, haya o no tal registro. La justificación la lee solo quien decide, y ninguna bitácora la lleva en claro.',
    en: 'After a hit, or a record that was shown in part. The answer is the same whether there is such a record or not. Only who decides reads the justification, and no log has it in clear.',
  },
  askBefore: { es: 'Llene la solicitud y envíela.', en: 'Fill the request in and send it.' },
  record: { es: 'Tipo de registro', en: 'Record type' },
  matchField: { es: 'Buscado por', en: 'Looked for by' },
  matchValue: { es: 'con el valor', en: 'with the value' },
  recordId: { es: 'o id del registro', en: 'or id of the record' },
  wanted: { es: 'Campos que se desean, con comas', en: 'Fields that are wanted, with commas' },
  deadline: { es: 'Plazo', en: 'Deadline' },
  send: { es: 'Pedir la entrega', en: 'Ask for its release' },
  sent: {
    es: 'Pedido. Siga la solicitud en «Entregas de registros».',
    en: 'Asked. Follow the request under "Releases of records".',
  },
} as const satisfies Record<string, Bilingual>;
