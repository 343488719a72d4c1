import { describe, expect, it } from '@jest/globals';
import {
  type Declaration,
  declarationHeaders,
  emptyDeclaration,
  identityHeaders,
  unsendable,
} from '../../../console/declaration.js';

const filledIn: Declaration = {
  token: ' Bearer e30.e30.x\n',
  purpose: 'FIREARM_TRACING',
  caseNumber: ' ATF-2026-0117 ',
  urgency: 'ROUTINE',
  justification: 'riesgo de fuga',
};

describe('the headers of a declaration', () => {
  it('carry everything as filled in, without the blanks of pasting', () => {
    expect(declarationHeaders(filledIn)).toEqual({
      authorization: 'Bearer e30.e30.x',
      'istmo-purpose': 'FIREARM_TRACING',
      'istmo-case': 'ATF-2026-0117',
      'istmo-urgency': 'ROUTINE',
    });
  });

  it('carry the justification only where the request is urgent, on one line', () => {
    const urgent: Declaration = { ...filledIn, urgency: 'URGENT', justification: 'riesgo\nde fuga' };
    expect(declarationHeaders(urgent)).toMatchObject({
      'istmo-urgency': 'URGENT',
      'istmo-justification': 'riesgo de fuga',
    });
  });

  it('leave out what is empty, for the gateway to say what is missing', () => {
    expect(declarationHeaders(emptyDeclaration)).toEqual({ 'istmo-urgency': 'ROUTINE' });
    expect(identityHeaders(emptyDeclaration)).toEqual({});
  });

  it('name the characters that no header can carry', () => {
    expect(unsendable({ 'istmo-justification': 'acción “ya” – ya' })).toBe('“ ” –');
    expect(unsendable({ 'istmo-justification': 'acción y señal' })).toBe('');
  });
});
