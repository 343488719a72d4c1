import type { Tables } from '../../world/clerk.js';
import type { ContactFact, LawFact } from '../../world/facts/prevention.js';
import type { StateFacts } from '../../world/facts/state-facts.js';
import { type Row, rowsOf } from '../../world/tables.js';
import { estadoLey, tema, temaContacto } from './codigos.js';
import { clave, diaONada, enLista, ficha } from './ficha.js';

/** What the law says, and whom to call. */
export function leyes({ laws, contacts }: StateFacts): Tables {
  return [
    ['LEYES', rowsOf(laws, ley)],
    ['CONTACTOS', rowsOf(contacts, contacto)],
  ];
}

function ley(fact: LawFact): Row {
  return {
    LEY: clave('LE', fact.number),
    TITULO: fact.title,
    NUMERO: fact.lawNumber,
    TEMA: tema[fact.subject],
    ESTADO: estadoLey[fact.status],
    F_VIGENCIA: diaONada(fact.inForceOn),
    SUMARIO: fact.text,
    ...ficha(fact, 'CONGRESO NACIONAL'),
  };
}

function contacto(fact: ContactFact): Row {
  return {
    CONTACTO: clave('CO', fact.number),
    ENTIDAD: fact.organization,
    TEMA: temaContacto[fact.domain],
    HORARIO: fact.hours,
    IDIOMAS: enLista(fact.languages),
    TELEFONO: fact.phone,
    CORREO: fact.email,
    ...ficha(fact, 'CANCILLERIA'),
  };
}
