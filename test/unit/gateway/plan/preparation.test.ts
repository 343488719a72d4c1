import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { createEngine } from '../../../../gateway/plan/engine.js';
import { withPrivateKeys } from '../../../../gateway/plan/prepare/private-keys.js';
import { prepareSupergraph } from '../../../../gateway/plan/prepare/supergraph.js';
import { supergraphSdl } from '../../../../schema/sources.js';
import { harbour } from './harbour.js';

describe('preparing a supergraph', () => {
  it('leaves one alone in which nothing can be mistaken', () => {
    const { sdl, privateFields } = prepareSupergraph(supergraphSdl());
    expect(sdl).toBe(supergraphSdl());
    expect([...privateFields]).toEqual([]);
  });

  it('knows every field that the planner may add', () => {
    expect([...prepareSupergraph(supergraphSdl()).plannedNames].sort()).toEqual([
      '__typename',
      'birthDate',
      'calibre',
      'casNumber',
      'code',
      'commodity',
      'destination',
      'exportingState',
      'id',
      'imo',
      'importingState',
      'make',
      'model',
      'name',
      'nationalIdentification',
      'notificationNumber',
      'origin',
      'passport',
      'personName',
      'registration',
      'serialNumber',
      'state',
      'tail',
      'vin',
      'within',
    ]);
  });

  it('leaves an operation alone in which nothing can be mistaken', () => {
    const { plannedNames } = prepareSupergraph(supergraphSdl());
    const document = parse(
      '{ memberStates { code english: nameEnglish ...S } } fragment S on MemberState { id: code }',
    );
    const plain = parse('{ memberStates { code english: nameEnglish } }');
    expect(withPrivateKeys(plain, plannedNames)).toBe(plain);
    expect(withPrivateKeys(document, plannedNames)).not.toBe(document);
  });
});

describe('an operation that is planned under other keys', () => {
  const query = '{ cargos { id: owner fee } }';

  it('is planned once', () => {
    const { engine } = harbour();
    const compiled = engine.compile('k', parse(query), undefined, {});
    expect(engine.compile('k', parse(query), undefined, {})).toBe(compiled);
  });

  it('is planned anew, as its client wrote it, before a new supergraph takes over', async () => {
    const { engine, supergraphSdl: sdl } = harbour();
    const document = parse(query);
    engine.compile('k', document, undefined, {});
    const next = createEngine(sdl);
    await next.warm(engine);
    expect(next.busiest(1)).toEqual([
      ['k ', expect.objectContaining({ document, operationName: undefined })],
    ]);
  });
});
