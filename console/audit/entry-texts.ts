import type { Bilingual } from '../language.js';
import type { ReceiptProblem } from './receipt.js';

export const entryTexts = {
  requestId: { es: 'Solicitud', en: 'Request' },
  who: { es: 'Quién', en: 'Who' },
  through: { es: 'con el sistema', en: 'through the system' },
  address: { es: 'Desde la dirección', en: 'From the address' },
  whatFor: { es: 'Para qué', en: 'What for' },
  urgency: { es: 'Urgencia', en: 'Urgency' },
  operation: { es: 'Operación', en: 'Operation' },
  outcome: { es: 'Resultado', en: 'Outcome' },
  kind: { es: 'Clase', en: 'Kind' },
  readings: { es: 'Leyó de la bitácora', en: 'Read of the log' },
  by: { es: 'buscando por', en: 'looking by' },
  entries: { es: 'asientos', en: 'entries' },
  disclosed: { es: 'Registros divulgados', en: 'Records disclosed' },
  shown: { es: 'Datos mostrados', en: 'Fields shown' },
  withheld: { es: 'Reservado', en: 'Withheld' },
  basis: { es: 'Convenios y fundamento', en: 'Agreements and basis' },
  texts: { es: 'Textos vigentes', en: 'Texts in force' },
  jti: { es: 'Solicitud al nodo', en: 'Request to the node' },
  nothing: { es: 'nada', en: 'nothing' },
  noStates: { es: 'No se preguntó a ningún Estado.', en: 'No State was asked.' },
  receipt: { es: 'Recibo', en: 'Receipt' },
  receiptHint: {
    es: 'El recibo lleva el asiento y la prueba de que está en la bitácora. Se comprueba sin preguntar a nadie, también dentro de años: npx istmo audit check ARCHIVO. Lo recibe quien ve el asiento entero.',
    en: 'The receipt carries the entry and the proof that it is in the log. It is checked without asking anybody, years later too: npx istmo audit check FILE. It is given to who sees the entry whole.',
  },
  getReceipt: { es: 'Pedir y comprobar el recibo', en: 'Ask for the receipt and check it' },
  save: { es: 'Guardar', en: 'Save' },
  key: { es: 'Llave de verificación de la bitácora', en: "The log's verifier key" },
  keyHint: {
    es: 'Vacía: la que publica esta pasarela. Para no confiar en ella, pegue la que le dieron a usted.',
    en: 'Empty: the one that this gateway publishes. So as not to trust it, paste the one that you were given.',
  },
  checked: {
    es: 'El recibo se sostiene: este navegador rehízo la prueba. Asiento',
    en: 'The receipt holds: this browser has redone the proof. Entry',
  },
  of: { es: 'de', en: 'of' },
  sealed: { es: 'Lo sellado', en: 'What is sealed' },
  sealedHint: {
    es: 'La consulta entera, sus variables y la justificación se guardan selladas. Las abren dos auditores que puedan ver el asiento, cada uno con su token; que lo abrieron queda antes en la bitácora.',
    en: 'The whole query, its variables and the justification are kept sealed. Two auditors who may both see the entry open it, each with a token; that they opened it is logged first.',
  },
  second: { es: 'Token del segundo auditor', en: "The second auditor's token" },
  unseal: { es: 'Abrir lo sellado', en: 'Unseal' },
  notSealed: { es: 'Este asiento no tiene nada sellado.', en: 'This entry has nothing sealed.' },
} as const satisfies Record<string, Bilingual>;

/** What is wrong with a receipt, and what to do. */
export const receiptProblems: Readonly<Record<ReceiptProblem, Bilingual>> = {
  NOT_A_RECEIPT: { es: 'Esto no es un recibo.', en: 'This is no receipt.' },
  NOT_A_KEY: {
    es: 'Esto no es una llave de verificación: nombre+id+llave.',
    en: 'This is no verifier key: name+id+key.',
  },
  CHECKPOINT_SIGNATURE_WRONG: {
    es: 'Su punto de control no lleva la firma de esta llave. Guarde el recibo y avise al auditor regional.',
    en: 'Its checkpoint is not signed with this key. Keep the receipt and tell the regional auditor.',
  },
  ENTRY_NOT_INCLUDED: {
    es: 'Su asiento no está en la bitácora que firma el punto de control. Guarde el recibo y avise al auditor regional.',
    en: 'Its entry is not in the log that the checkpoint signs. Keep the receipt and tell the regional auditor.',
  },
  NO_CRYPTOGRAPHY: {
    es: 'Este navegador no comprueba firmas en páginas sin HTTPS. Guarde el recibo y use npx istmo audit check.',
    en: 'This browser checks no signatures on pages without HTTPS. Save the receipt and use npx istmo audit check.',
  },
};
