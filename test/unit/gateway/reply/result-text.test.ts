import { describe, expect, it } from '@jest/globals';
import { JsonText } from '../../../../gateway/plan/json-text.js';
import { resultText } from '../../../../gateway/reply/result-text.js';

const extensions = { istmo: { requestId: 'r' } };
const errors = [{ message: 'x', path: ['a'] }];

describe('the text of a reply', () => {
  it('has data as they are written already, after errors and before extensions', () => {
    expect(resultText({ extensions, data: new JsonText('{ "b":1, "a":2 }'), errors })).toBe(
      '{"errors":[{"message":"x","path":["a"]}],"data":{ "b":1, "a":2 },"extensions":{"istmo":{"requestId":"r"}}}\n',
    );
  });

  it('has neither errors nor extensions where there are none', () => {
    expect(resultText({ data: new JsonText('{}'), errors: undefined, extensions: undefined })).toBe(
      '{"data":{}}\n',
    );
  });

  it.each([
    [{ data: null, errors }, '{"data":null,"errors":[{"message":"x","path":["a"]}]}\n'],
    [{ errors }, '{"errors":[{"message":"x","path":["a"]}]}\n'],
    [{ data: { a: 1 } }, '{"data":{"a":1}}\n'],
  ])('of a result without such data is its JSON: %j', (result, text) => {
    expect(resultText(result)).toBe(text);
  });

  it('gives its data as values to whoever writes it as JSON', () => {
    expect(JSON.stringify({ data: new JsonText('{"b":1,"a":[2]}') })).toBe('{"data":{"b":1,"a":[2]}}');
  });
});
