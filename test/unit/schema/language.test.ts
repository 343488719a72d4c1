import { buildSubgraphSchema } from '@apollo/subgraph';
import { describe, expect, it } from '@jest/globals';
import {
  type DefinitionNode,
  type FieldDefinitionNode,
  getNamedType,
  type InterfaceTypeDefinitionNode,
  isInputObjectType,
  isObjectType,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
} from 'graphql';
import { memberDocument, regionDocument, supergraphSdl } from '../../../schema/sources.js';
import { vocabularyOf } from '../../../schema/vocabulary.js';

const document = memberDocument();
const vocabulary = vocabularyOf(document);
const schema = buildSubgraphSchema({ typeDefs: document });

type TypeNode = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

function typesOf(definitions: readonly DefinitionNode[]): readonly TypeNode[] {
  return definitions.filter(
    (definition): definition is TypeNode =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION,
  );
}

const types = typesOf(document.definitions);
const records = types.filter(({ interfaces = [] }) => interfaces.some(({ name }) => name.value === 'Record'));

function fieldsOf({ fields = [] }: TypeNode): ReadonlyMap<string, FieldDefinitionNode> {
  return new Map(fields.map((field) => [field.name.value, field]));
}

function classOf({ directives = [] }: FieldDefinitionNode): unknown {
  const value = directives.find(({ name }) => name.value === 'sensitivity')?.arguments?.[0]?.value;
  return value?.kind === Kind.ENUM ? value.value : undefined;
}

describe('the shared language', () => {
  it('has the record types and look-ups of every domain', () => {
    expect(records.map(({ name }) => name.value).sort()).toEqual([
      'ArmsTransferLicence',
      'AssetFreeze',
      'BestPractice',
      'ClandestineLaboratory',
      'ContactPoint',
      'Conveyance',
      'CorruptionCase',
      'CriminalOrganization',
      'DestructionRecord',
      'DrugSeizure',
      'FinancialReport',
      'Firearm',
      'FirearmSeizure',
      'Gang',
      'GangAssociation',
      'GangIncident',
      'GangMovement',
      'IllicitCropSite',
      'LegalInstrument',
      'OnlineDrugOffer',
      'Person',
      'PharmaceuticalDiversion',
      'PrecursorIncident',
      'PrecursorShipment',
      'Programme',
      'Stockpile',
      'TechnicalAssistance',
      'TraceRequest',
      'TraffickingRoute',
    ]);
    expect(Object.fromEntries(vocabulary.lookups)).toEqual({
      ConveyanceLookup: { record: 'Conveyance', by: ['vin', 'imo', 'tail', 'registration'] },
      FirearmBatch: {
        record: 'Firearm',
        by: ['serialNumber', 'make', 'model', 'calibre'],
        near: 'serialNumber',
      },
      FirearmTrace: { record: 'Firearm', by: ['serialNumber', 'make', 'calibre'] },
      GangLookup: { record: 'Gang', by: ['name'] },
      OrganizationLookup: { record: 'CriminalOrganization', by: ['name'] },
      PersonLookup: {
        record: 'Person',
        by: ['nationalIdentification', 'passport', 'personName', 'birthDate'],
      },
      RouteLookup: { record: 'TraffickingRoute', by: ['commodity', 'origin', 'destination'] },
      ShipmentLookup: { record: 'PrecursorShipment', by: ['notificationNumber'] },
      SubstanceLookup: { record: 'PrecursorIncident', by: ['casNumber'] },
    });
  });

  it('describes every type and every field in English and Spanish, a line each', () => {
    const shared = [...types, ...typesOf(regionDocument().definitions)];
    const lines = (text: string | undefined): number => (text ?? '').split('\n').filter(Boolean).length;
    const plumbing = /(Connection|Edge)$/u;
    const undescribed = shared
      .filter(({ name }) => name.value !== 'Query' && !plumbing.test(name.value))
      .flatMap((type) => [
        ...(lines(type.description?.value) === 2 || types.indexOf(type) < 0 ? [] : [type.name.value]),
        ...[...fieldsOf(type)]
          .filter(([name, { description }]) => lines(description?.value) !== 2 && !isStub(type, name))
          .map(([name]) => `${type.name.value}.${name}`),
      ]);
    expect(undescribed).toEqual([]);
  });

  /** The region's copies of what the States describe: keys, and fields that it only passes on. */
  function isStub(type: TypeNode, field: string): boolean {
    return (
      types.indexOf(type) < 0 &&
      types.some(
        ({ name, fields = [] }) =>
          name.value === type.name.value && fields.some((own) => own.name.value === field),
      )
    );
  }

  it('gives every field of a record but its id a class, and no other field of the record', () => {
    const unclassed = records.flatMap((type) =>
      [...fieldsOf(type)]
        .filter(([name, field]) => (classOf(field) === undefined) !== (name === 'id'))
        .map(([name]) => `${type.name.value}.${name}`),
    );
    expect(unclassed).toEqual([]);
  });

  it('says the same of the fields that every record has', () => {
    const common = fieldsOf(types.find(({ name }) => name.value === 'Record')!);
    const said = (field: FieldDefinitionNode | undefined): unknown => ({
      text: field?.description?.value,
      class: field && classOf(field),
    });
    const wanted = [...common.keys()].map((name) => [name, said(common.get(name))]);
    for (const record of records)
      expect([
        record.name.value,
        [...common.keys()].map((name) => [name, said(fieldsOf(record).get(name))]),
      ]).toEqual([record.name.value, wanted]);
  });

  it('filters and sorts a list by fields of its record alone', () => {
    const state = schema.getType('MemberState');
    if (!isObjectType(state)) throw new Error('no MemberState');
    const lists = Object.values(state.getFields()).filter(({ args }) =>
      args.some(({ name }) => name === 'filter'),
    );
    const strange = lists.flatMap(({ args, type }) => {
      const record = schema.getType(getNamedType(type).name.replace(/Connection$/u, ''));
      const filter = getNamedType(args.find(({ name }) => name === 'filter')!.type);
      if (!isObjectType(record) || !isInputObjectType(filter)) return [String(type)];
      return Object.keys(filter.getFields()).filter((name) => record.getFields()[name] === undefined);
    });
    expect([lists.length, strange]).toEqual([records.length, []]);
  });

  it('keeps every class through composition', () => {
    const composed = vocabularyOf(parse(supergraphSdl()));
    expect(
      Object.fromEntries([...composed.records].map(([type, fields]) => [type, Object.fromEntries(fields)])),
    ).toEqual(
      Object.fromEntries([...vocabulary.records].map(([type, fields]) => [type, Object.fromEntries(fields)])),
    );
  });
});
