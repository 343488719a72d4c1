import type { Tables } from '../../world/clerk.js';
import type { ContactFact, LawFact } from '../../world/facts/prevention.js';
import type { StateFacts } from '../../world/facts/state-facts.js';
import { type Row, rowsOf } from '../../world/tables.js';
import { materiaContacto, materiaNorma, vigencia } from './codigos.js';
import { enLista, ficha } from './ficha.js';

/** What the law says, and whom to call. */
export function normas({ laws, contacts }: StateFacts): Tables {
  return [
    ['norma', rowsOf(laws, norma)],
    ['contacto', rowsOf(contacts, contacto)],
  ];
}

function norma(fact: LawFact): Row {
  return {
    norma_id: fact.number,
    titulo: fact.title,
    numero: fact.lawNumber,
    materia: materiaNorma[fact.subject],
    vigencia: vigencia[fact.status],
    vigente_desde: fact.inForceOn,
    extracto: fact.text,
    ...ficha(fact, 'Asamblea Nacional'),
  };
}

function contacto(fact: ContactFact): Row {
  return {
    contacto_id: fact.number,
    entidad_contacto: fact.organization,
    materia: materiaContacto[fact.domain],
    horario: fact.hours,
    idiomas: enLista(fact.languages),
    telefono: fact.phone,
    email: fact.email,
    ...ficha(fact, 'Ministerio de Relaciones Exteriores'),
  };
}
