/** Guatemala's firearms, their seizures and the persons in them; a trace tells where a firearm was seized. */
export const firearmMapping = `state: GT
records:
  Firearm:
    table: arma
    key: id
    fields:
      make: { column: marca }
      serialNumber: { column: serie }
      handlingCode: { column: manejo, codes: { 0: H0, 1: H1 } }
      seizure: { reference: FirearmSeizure, column: decomiso }
  FirearmSeizure:
    table: decomiso
    key: id
    fields:
      caseNumber: { column: expediente }
      firearms: { references: Firearm, foreign: decomiso }
      persons: { references: Person, foreign: decomiso }
  Person:
    table: persona
    key: id
    fields:
      personName: { column: nombre }
      birthDate: { column: nacio }
      recordedAt: { column: registrado }
      nationality: { column: pais }
lookups:
  FirearmTrace:
    fields:
      chainOfCustody:
        list:
          - table: arma
            foreign: id
            required: kind
            fields: { kind: { constant: SEIZURE }, country: { constant: GT } }
        order: kind
`;
