/** Honduras' gang associations and the persons in them: of age, under it, of an age that is not known, expired, in nothing. */
export const associationsMapping = `state: HN
records:
  GangAssociation:
    table: vinculo
    key: id
    fields:
      person: { reference: Person, column: id_persona }
      role: { column: rol }
      handlingCode: { column: manejo }
  Person:
    table: persona
    key: id
    fields:
      birthDate: { column: nacio }
      recordedAt: { column: registrado }
      nationalIdentification: { column: cedula, match: CODE }
      expiresOn: { column: vence }
  ContactPoint:
    table: contacto
    key: id
    fields:
      organization: { column: organo }
      domain: { column: asunto }
      languages: { list: [{ table: idioma, foreign: contacto, value: { column: idioma } }] }
`;

export const associationsSql = `CREATE TABLE persona (id INTEGER PRIMARY KEY, nacio TEXT, registrado TEXT, cedula TEXT, vence TEXT);
   INSERT INTO persona VALUES (1, '1980-05-01', '2020-01-01', '0801-1', NULL), (2, '2004-05-01', '2020-01-01', '0802', NULL),
     (3, NULL, '2020-01-01', '0803', NULL), (4, '1970-01-01', '2020-01-01', '0804', NULL),
     (5, '1970-01-01', '2020-01-01', '0805', NULL), (6, '1970-01-01', '2020-01-01', '0806', '2020-01-01');
   CREATE TABLE vinculo (id INTEGER PRIMARY KEY, id_persona INTEGER, rol TEXT, manejo TEXT);
   INSERT INTO vinculo VALUES (1, 1, 'MEMBER', 'H0'), (2, 2, 'MEMBER', 'H0'), (3, 3, 'LEADER', 'H0'),
     (4, 4, 'LEADER', 'H3'), (5, NULL, 'LEADER', 'H0'), (6, 6, 'LEADER', 'H0');
   CREATE TABLE contacto (id INTEGER PRIMARY KEY, organo TEXT, asunto TEXT);
   INSERT INTO contacto VALUES (1, 'ATIC', 'PERSONS'), (2, 'FNAMP', 'GANGS');
   CREATE TABLE idioma (contacto INTEGER, idioma TEXT);
   INSERT INTO idioma VALUES (2, 'es'), (2, 'en');`;
