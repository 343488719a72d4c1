import { jest } from '@jest/globals';

// databases, processes and a machine that may be busy: a test that hangs must end, one that waits its turn must not fail
jest.setTimeout(180_000);
