import { type ReactNode, useId } from 'react';

interface TextInputProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly placeholder?: string;
  readonly type?: 'text' | 'datetime-local' | 'date';
  readonly required?: boolean;
  /** Values to choose from, which bind nobody. */
  readonly choices?: readonly string[];
  readonly className?: string;
}

/** A text with its label. */
export function TextInput({
  label,
  name,
  value,
  onValue,
  placeholder,
  type = 'text',
  required = false,
  choices,
  className,
}: TextInputProps): ReactNode {
  const list = useId();
  return (
    <label className={`input ${className ?? ''}`}>
      <span>{label}</span>
      <input
        name={name}
        type={type}
        autoComplete="off"
        spellCheck={false}
        required={required}
        value={value}
        placeholder={placeholder}
        {...(choices && { list })}
        onChange={({ target }) => {
          onValue(target.value);
        }}
      />
      {choices && (
        <datalist id={list}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
    </label>
  );
}

interface SelectInputProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly options: readonly (readonly [value: string, text: string])[];
  /** What no choice is called; absent: there must be one. */
  readonly none?: string;
}

/** A choice with its label. */
export function SelectInput({ label, name, value, onValue, options, none }: SelectInputProps): ReactNode {
  return (
    <label className="input">
      <span>{label}</span>
      <select
        name={name}
        value={value}
        onChange={({ target }) => {
          onValue(target.value);
        }}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
