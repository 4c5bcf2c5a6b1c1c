import { type ReactNode, useId } from 'react';
import styles from './styles.module.css';

/** One thing to choose; options of the same group are shown together. */
export interface Option {
  readonly value: string;
  readonly text: string;
  readonly group?: string;
}

/** A list to choose from, with its name above it. */
export function Select({
  name,
  label,
  value,
  options,
  onChoose,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChoose: (value: string) => void;
}): ReactNode {
  const id = useId();
  const groups = [...new Set(options.map(({ group }) => group))];
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        name={name}
        value={value}
        disabled={options.length < 2}
        onChange={(event) => {
          onChoose(event.target.value);
        }}
      >
        {groups.map((group) => {
          const own = options
            .filter((option) => option.group === group)
            .map((option) => (
              <option key={option.value} value={option.value}>
                {option.text}
              </option>
            ));
          return group === undefined ? (
            own
          ) : (
            <optgroup key={group} label={group}>
              {own}
            </optgroup>
          );
        })}
      </select>
    </div>
  );
}
