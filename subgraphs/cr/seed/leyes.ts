import type { Tables } from '../../world/clerk.js';
import type { ContactFact, LawFact } from '../../world/facts/prevention.js';
import type { StateFacts } from '../../world/facts/state-facts.js';
import { type Row, rowsOf } from '../../world/tables.js';
import { estadoLey, temaContacto, temaLey } from './codigos.js';
import { type Desk, ficha, itemRows } from './ficha.js';

/** What the law says, and whom to call. */
export function leyes({ laws, contacts }: StateFacts, desk: Desk): Tables {
  return [
    ['ley', rowsOf(laws, (law) => ley(desk, law))],
    ['contacto', rowsOf(contacts, (contact) => contacto(desk, contact))],
    ['contacto_idioma', itemRows(contacts, ['contacto_id', 'idioma'], ({ languages }) => languages)],
  ];
}

function ley(desk: Desk, fact: LawFact): Row {
  return {
    ley_id: fact.number,
    titulo: fact.title,
    numero: fact.lawNumber,
    tema: temaLey[fact.subject],
    estado: estadoLey[fact.status],
    rige_desde: fact.inForceOn,
    resumen: fact.text,
    ...ficha(desk, fact, 'Asamblea Legislativa'),
  };
}

function contacto(desk: Desk, fact: ContactFact): Row {
  return {
    contacto_id: fact.number,
    dependencia: fact.organization,
    tema: temaContacto[fact.domain],
    horario: fact.hours,
    telefono: fact.phone,
    correo: fact.email,
    ...ficha(desk, fact, 'Ministerio de Seguridad Pública'),
  };
}
