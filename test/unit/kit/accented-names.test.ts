import { expect, it } from '@jest/globals';
import { foundBy, keysByName } from './accented-names.js';

it('a name with accents is found however its letters were written, small or capital', async () => {
  expect(await keysByName()).toEqual(foundBy);
});
