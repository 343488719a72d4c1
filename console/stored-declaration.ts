import { type Declaration, emptyDeclaration } from './declaration.js';

const key = 'istmo:declaration';

/** Reads what was filled in before the page was loaded again. */
export function storedDeclaration(): Declaration {
  const stored = sessionStorage.getItem(key);
  if (stored === null) return emptyDeclaration;
  try {
    // only this page writes the key, so what is missing is all that can be wrong with it
    return { ...emptyDeclaration, ...(JSON.parse(stored) as Partial<Declaration>) };
  } catch {
    return emptyDeclaration;
  }
}

export function storeDeclaration(declaration: Declaration): void {
  sessionStorage.setItem(key, JSON.stringify(declaration));
}
