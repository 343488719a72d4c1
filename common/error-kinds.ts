import { broken, client, type ErrorKind, operator, team } from './error-kind.js';

/** Every refusal and failure that a client can meet or a log can name. `docs/errors.md` is generated from this table. */
export const errorKinds = {
  TOKEN_MISSING: client(401, 'No bearer token was sent.', 'No se envió token.'),
  TOKEN_INVALID: client(401, 'The token is not valid.', 'El token no es válido.'),
  TOKEN_EXPIRED: client(401, 'The token has expired.', 'El token ha vencido.'),
  TOKEN_ISSUER_UNKNOWN: client(
    401,
    'The token is not from an agency of the region.',
    'El token no es de una agencia de la región.',
  ),
  TOKEN_AUDIENCE_WRONG: client(
    401,
    'The token is meant for another service.',
    'El token está destinado a otro servicio.',
  ),
  IDENTITY_UNAVAILABLE: operator(
    503,
    "The agency's identity provider cannot be reached.",
    'No se alcanza el proveedor de identidad de la agencia.',
  ),
  PURPOSE_MISSING: client(
    400,
    'Say what the records are for, in the header Istmo-Purpose.',
    'Indique para qué son los registros, en el encabezado Istmo-Purpose.',
  ),
  PURPOSE_UNKNOWN: client(
    400,
    'Istmo-Purpose names no purpose that exists.',
    'Istmo-Purpose no nombra una finalidad que exista.',
  ),
  CASE_MISSING: client(
    400,
    "Give your agency's case number, in the header Istmo-Case.",
    'Dé el número de caso de su agencia, en el encabezado Istmo-Case.',
  ),
  CASE_INVALID: client(
    400,
    'Istmo-Case is 1 to 64 letters, digits and . _ / -',
    'Istmo-Case lleva de 1 a 64 letras, dígitos y . _ / -',
  ),
  URGENCY_INVALID: client(400, 'Istmo-Urgency is ROUTINE or URGENT.', 'Istmo-Urgency es ROUTINE o URGENT.'),
  JUSTIFICATION_MISSING: client(
    400,
    'An URGENT request says why, in the header Istmo-Justification.',
    'Una solicitud URGENT dice por qué, en el encabezado Istmo-Justification.',
  ),
  BODY_TOO_LARGE: client(413, 'The request is too large.', 'La solicitud es demasiado grande.'),
  OPERATION_TOO_LARGE: client(
    400,
    'The operation is larger than the gateway admits.',
    'La operación es mayor de lo que admite la pasarela.',
  ),
  PLAN_TOO_COSTLY: client(
    400,
    'The operation asks for too much at once: name fewer States, shorter pages or fewer fields.',
    'La operación pide demasiado a la vez: nombre menos Estados, páginas más cortas o menos campos.',
  ),
  UNANSWERABLE: operator(
    500,
    'No subgraph can answer this operation.',
    'Ningún subgrafo puede contestar esta operación.',
  ),
  RATE_LIMITED: {
    ...client(429, 'Too many requests from your agency.', 'Demasiadas solicitudes de su agencia.'),
    retryable: true,
  },
  UNKNOWN_STATE: client(400, 'No such State takes part.', 'No participa tal Estado.'),
  RECORD_ID_INVALID: client(
    400,
    'A record id has the form STATE:Type:key.',
    'Un id de registro tiene la forma ESTADO:Tipo:clave.',
  ),
  ARGUMENT_INVALID: client(400, 'An argument is not valid.', 'Un argumento no es válido.'),
  BAD_REQUEST: client(400, 'The request is not GraphQL over HTTP.', 'La solicitud no es GraphQL sobre HTTP.'),
  GRAPHQL_PARSE_FAILED: client(400, 'The document is not GraphQL.', 'El documento no es GraphQL.'),
  GRAPHQL_VALIDATION_FAILED: client(
    400,
    'The operation does not fit the schema.',
    'La operación no se ajusta al esquema.',
  ),
  PERSISTED_QUERY_NOT_FOUND: {
    ...client(
      200,
      'The operation is not known; send its text.',
      'La operación no se conoce; envíe su texto.',
    ),
    retryable: true,
  },
  NOT_FOUND: client(404, 'There is nothing here.', 'Aquí no hay nada.'),
  ASSERTION_MISSING: operator(
    401,
    'A node answers only a gateway of the region.',
    'Un nodo solo contesta a una pasarela de la región.',
  ),
  ASSERTION_INVALID: operator(
    401,
    "The gateway's assertion is not valid.",
    'La aserción de la pasarela no es válida.',
  ),
  ASSERTION_STALE: operator(
    401,
    "The gateway's assertion is too old; check the clocks.",
    'La aserción de la pasarela es demasiado vieja; revise los relojes.',
  ),
  ASSERTION_REPLAYED: operator(
    401,
    "The gateway's assertion was used before.",
    'La aserción de la pasarela ya fue usada.',
  ),
  ASSERTION_MISADDRESSED: operator(
    401,
    "The gateway's assertion is for another State.",
    'La aserción de la pasarela es para otro Estado.',
  ),
  ASSERTION_BODY_MISMATCH: operator(
    401,
    "The gateway's assertion is for another request.",
    'La aserción de la pasarela es para otra solicitud.',
  ),
  WITHHELD: client(403, 'Not shared with you.', 'No se comparte con usted.'),
  AUDITORS_ONLY: client(
    403,
    'Only an auditor may read this part of the log.',
    'Solo un auditor puede leer esta parte de la bitácora.',
  ),
  SECOND_AUDITOR_MISSING: client(
    403,
    'A second auditor, of another name, has to agree: his token goes into the header Istmo-Second-Auditor.',
    'Debe estar de acuerdo un segundo auditor, de otro nombre: su token va en el encabezado Istmo-Second-Auditor.',
  ),
  RELEASE_NOT_OFFERED: client(
    404,
    'This State takes no requests for release through its node.',
    'Este Estado no recibe solicitudes de entrega por su nodo.',
  ),
  RELEASE_NOT_OPEN: client(
    403,
    'No agreement lets your agency ask this State for such records by this, so no release can be asked for.',
    'Ningún convenio permite a su agencia preguntar a este Estado por tales registros de este modo, así que no puede pedir su entrega.',
  ),
  RELEASE_UNKNOWN: client(
    404,
    'There is no such request for release, or none that you may see.',
    'No hay tal solicitud de entrega, o ninguna que usted pueda ver.',
  ),
  RELEASE_OFFICERS_ONLY: client(
    403,
    'Only a release officer of the State that owns the record decides on its release.',
    'Solo quien decide entregas en el Estado dueño del registro decide sobre su entrega.',
  ),
  SECOND_OFFICER_MISSING: client(
    403,
    'Another officer has to approve: neither who proposed the release nor who asked for it.',
    'Debe aprobar otra persona: ni quien propuso la entrega ni quien la pidió.',
  ),
  RELEASE_NOT_PROPOSED: client(
    409,
    'What is approved is not what was proposed last: look at the proposal again.',
    'Lo que se aprueba no es lo último que se propuso: vea de nuevo la propuesta.',
  ),
  RELEASE_DECIDED: client(
    409,
    'The request for release has been decided.',
    'La solicitud de entrega ya fue decidida.',
  ),
  RELEASE_EXPIRED: client(
    409,
    'The time to decide on this request for release is over.',
    'Venció el plazo para decidir esta solicitud de entrega.',
  ),
  SEAL_KEY_DESTROYED: client(
    410,
    'What was sealed is erased: its key was destroyed.',
    'Lo sellado está borrado: su llave fue destruida.',
  ),
  MONTH_NOT_OVER: client(
    400,
    'This is no month (YYYY-MM), or not all before it is over: more is still sealed under its keys.',
    'Esto no es un mes (AAAA-MM), o no todo lo anterior ha terminado: aún se sella con sus llaves.',
  ),
  STATE_UNAVAILABLE: team(503, 'The State cannot be reached.', 'No se alcanza al Estado.'),
  STATE_TIMEOUT: team(504, 'The State did not answer in time.', 'El Estado no contestó a tiempo.'),
  STATE_ERROR: team(502, "The State's node failed.", 'El nodo del Estado falló.'),
  NODE_BAD_RESPONSE: team(
    502,
    "The State's node answered what is not GraphQL.",
    'El nodo del Estado contestó algo que no es GraphQL.',
  ),
  STATE_ANSWER_TOO_LARGE: team(
    502,
    "The State's answer is larger than the gateway takes.",
    'La respuesta del Estado es mayor de la que admite la pasarela.',
  ),
  SUBGRAPH_ERROR: operator(502, 'A subgraph failed.', 'Un subgrafo falló.'),
  VALUE_INVALID: team(
    502,
    'A value is not what the schema promises.',
    'Un valor no es lo que promete el esquema.',
  ),
  AGREEMENTS_INVALID: broken(
    "An agreement file of the State's is wrong, so its node does not start.",
    'Un archivo de convenio del Estado está mal, así que su nodo no arranca.',
  ),
  MAPPING_INVALID: broken(
    "The State's mapping is wrong, so its node does not start.",
    'El mapeo del Estado está mal, así que su nodo no arranca.',
  ),
  AUDIT_UNAVAILABLE: {
    ...operator(
      503,
      'The audit log cannot be written, so nothing is disclosed.',
      'No se puede escribir la bitácora, así que nada se divulga.',
    ),
    retryable: true,
  },
  LIMITS_UNAVAILABLE: {
    ...operator(
      503,
      'What has been used of a quota cannot be counted, so nothing is disclosed.',
      'No se puede contar lo usado de una cuota, así que nada se divulga.',
    ),
    retryable: true,
  },
  INTERNAL: operator(500, 'The gateway failed.', 'La pasarela falló.'),
} as const satisfies Record<string, ErrorKind>;
