import { type ReactNode, useId } from 'react';
import styles from './styles.module.css';

/** An option and its group. */
interface Option {
  readonly value: string;
  readonly text: string;
  readonly group?: string;
}

/** A select element with its label. */
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
          const items = options
            .filter((option) => option.group === group)
            .map((option) => (
              <option key={option.value} value={option.value}>
                {option.text}
              </option>
            ));
          return group === undefined ? (
            items
          ) : (
            <optgroup key={group} label={group}>
              {items}
            </optgroup>
          );
        })}
      </select>
    </div>
  );
}
