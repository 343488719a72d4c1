import { readFileSync } from 'node:fs';

const fileVariable = /^(ISTMO_[A-Z_]+|REDIS_URL)_FILE$/u;

/**
 * The environment, where `NAME_FILE` names a file that holds `NAME`: secrets then stand in no list of a process's or
 * container's variables.
 *
 * @throws Error naming the variable whose file cannot be read
 */
export function readEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const fromFiles = Object.entries(env).flatMap(([variable, path]) => {
    const name = fileVariable.exec(variable)?.[1];
    return name === undefined || path === undefined ? [] : [[name, readSecret(variable, path)] as const];
  });
  return { ...env, ...Object.fromEntries(fromFiles) };
}

function readSecret(variable: string, path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (cause) {
    throw new Error(`${variable}: ${path} cannot be read`, { cause });
  }
}
