import { describe, expect, it } from '@jest/globals';
import { demoStates } from '../../../cli/region/demo-region.js';
import { planRegion } from '../../../cli/region/options.js';

const all = demoStates.map(({ code }) => code).join(', ');

describe('what istmo region is to start', () => {
  it('is all States where none is named, else those that are', () => {
    expect(planRegion({ port: '4000' })).toEqual({ states: undefined, port: 4000 });
    expect(planRegion({ states: 'GT, HN', port: '5000' })).toEqual({ states: ['GT', 'HN'], port: 5000 });
  });

  it.each([
    [
      'a State that there is not',
      'GT,XX',
      [`--states: no State "XX"; there are / no hay Estado "XX"; hay: ${all}`],
    ],
    ['no State', '', [`--states: names none; there are / no nombra ninguno; hay: ${all}`]],
    ['commas alone', ',', [`--states: names none; there are / no nombra ninguno; hay: ${all}`]],
    ['a comma too many', 'GT,', ['--states: a comma too many / una coma de más']],
    ['a State twice', 'GT,SV,GT', ['--states: GT is named twice / GT está dos veces']],
    ['small letters', 'gt,SV', ['--states: "gt": in capital letters / en mayúsculas: GT']],
  ])('is nothing for %s, which is told in two languages', (_, states, problems) => {
    expect(planRegion({ states, port: '4000' })).toEqual({ problems });
  });

  it.each(['', 'many', '0', '-1', '65526', '4000.5'])('is nothing at the port "%s"', (port) => {
    expect(planRegion({ port })).toEqual({
      problems: [`--port: "${port}": a number from 1 to 65525 / un número de 1 a 65525`],
    });
  });

  it('tells all that is wrong at once', () => {
    expect(planRegion({ states: 'XX,gt', port: 'x' })).toEqual({
      problems: [
        `--states: no State "XX"; there are / no hay Estado "XX"; hay: ${all}`,
        '--states: "gt": in capital letters / en mayúsculas: GT',
        '--port: "x": a number from 1 to 65525 / un número de 1 a 65525',
      ],
    });
  });
});
