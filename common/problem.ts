import { type Document, isNode, LineCounter, parseDocument } from 'yaml';

/** Something wrong in a file that people write. */
export interface Problem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** What is wrong, and what would be right. */
  readonly message: string;
}

export function describeProblem({ file, line, column, message }: Problem): string {
  return `${file}:${String(line)}:${String(column)}: ${message}`;
}

/** A YAML file that remembers where its values stand. */
export interface YamlFile {
  readonly value: unknown;
  /** What makes it no YAML at all. */
  readonly problems: readonly Problem[];
  /** Says that the value at this path is wrong; a path that leads nowhere is placed at its nearest parent. */
  readonly problemAt: (path: readonly PropertyKey[], message: string) => Problem;
}

export function readYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number, message: string): Problem => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col, message };
  };
  return {
    value: document.errors.length === 0 ? (document.toJS() as unknown) : undefined,
    problems: document.errors.map(({ pos: [offset], message }) => at(offset, message)),
    problemAt: (path, message) => at(offsetOf(document, path), message),
  };
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range != null) return node.range[0];
  }
  return 0;
}
