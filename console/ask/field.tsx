import type { ReactNode } from 'react';

interface FieldProps {
  readonly label: string;
  /** Name of the HTTP header that carries it. */
  readonly header: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** An input with its label, and the header that it becomes. */
export function Field({ label, header, className, children }: FieldProps): ReactNode {
  return (
    <label className={`field ${className ?? ''}`}>
      <span className="field-label">
        {label} <code aria-hidden="true">{header}</code>
      </span>
      {children}
    </label>
  );
}
