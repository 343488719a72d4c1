import { demoStates } from './demo-region.js';

/** What `istmo region` is to start. */
export interface RegionPlan {
  /** Undefined: all of them. */
  readonly states: readonly string[] | undefined;
  /** The gateway's; those of the nodes and of the identity provider follow it. */
  readonly port: number;
}

/** The arguments as they were typed. */
export interface RegionArguments {
  readonly states?: string | undefined;
  readonly port: string;
}

/** Ports that a region takes besides the gateway's. */
const portsBeside = 10;

/** What is to be started, or all that is wrong with the arguments, in English and Spanish. */
export function planRegion({
  states,
  port,
}: RegionArguments): RegionPlan | { readonly problems: readonly string[] } {
  const codes = states?.split(',').map((code) => code.trim());
  const problems = [...(codes === undefined ? [] : stateProblems(codes)), ...portProblems(port)];
  return problems.length > 0 ? { problems } : { states: codes, port: Number(port) };
}

function stateProblems(codes: readonly string[]): readonly string[] {
  const known = demoStates.map(({ code }) => code);
  const list = known.join(', ');
  if (codes.every((code) => code === ''))
    return [`--states: names none; there are / no nombra ninguno; hay: ${list}`];
  return [...new Set(codes)].flatMap((code) => {
    if (code === '') return ['--states: a comma too many / una coma de más'];
    if (!known.includes(code))
      return known.includes(code.toUpperCase())
        ? [`--states: "${code}": in capital letters / en mayúsculas: ${code.toUpperCase()}`]
        : [`--states: no State "${code}"; there are / no hay Estado "${code}"; hay: ${list}`];
    const times = codes.filter((other) => other === code).length;
    return times > 1 ? [`--states: ${code} is named twice / ${code} está dos veces`] : [];
  });
}

function portProblems(port: string): readonly string[] {
  const number = /^\d+$/u.test(port) ? Number(port) : 0;
  const most = 65_535 - portsBeside;
  if (number >= 1 && number <= most) return [];
  return [`--port: "${port}": a number from 1 to ${String(most)} / un número de 1 a ${String(most)}`];
}
