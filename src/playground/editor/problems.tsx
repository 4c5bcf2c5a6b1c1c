import type { ReactNode } from 'react';
import type { Problem } from './compile-all.ts';

/** What does not compile, by its place; a screen reader hears of it when it changes. */
export function Problems({
  id,
  title,
  problems,
  onGo,
}: {
  readonly id: string;
  readonly title: string;
  readonly problems: readonly Problem[];
  /** The reader wants to see the place. */
  readonly onGo: (problem: Problem) => void;
}): ReactNode {
  return (
    <div id={id} className="playground-edit__problems" role="status">
      {problems.length > 0 && (
        <>
          <p>{title}</p>
          <ul>
            {problems.map((problem) => {
              const { path, line, column, reason } = problem;
              return (
                <li key={path}>
                  <button type="button" onClick={() => onGo(problem)}>
                    <code>
                      {path}:{line}:{column}
                    </code>
                  </button>{' '}
                  <span lang="en">{reason}</span>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </div>
  );
}
