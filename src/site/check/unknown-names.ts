import { nearest } from '../../core/nearest.ts';
import type { Problem } from '../../core/problem.ts';
import { measuredComponents } from '../measured/index.ts';
import { componentNames as examples } from '../../examples/element.ts';
import { installCommand } from '../../examples/install-command.ts';
import type { Coverage } from '../../snippets/coverage.ts';
import type { SitePage } from '../pages/pages.ts';

/** Components that pages use without an import: those of the theme, and those that plugins replace. */
const components = [
  ...['Details', 'Head', 'Playground', 'TranslationStatus'],
  'KnownBug',
  ...Object.keys(measuredComponents),
  ...examples,
  installCommand,
];

/** Reports components that don't exist, which a build reports only when it renders the page. */
export function unknownComponentProblems(
  pages: readonly SitePage[],
): Problem[] {
  return pages.flatMap(({ file, index: { elements, defined } }) => {
    const known = [...components, ...defined];
    return elements.flatMap(({ name, line }) => {
      const [base = ''] = name?.split('.') ?? [];
      const isComponent =
        /^\p{Lu}/u.test(base) ||
        // A component in lower case; `<details>` is HTML.
        known.some((one) => one.toLowerCase() === base && one !== 'Details');
      if (!isComponent || known.includes(base)) return [];
      const message = `there is no component <${base}>; the nearest is <${nearest(base, known)}>. Write that one, or import yours.`;
      return [{ file, line, message }];
    });
  });
}

/** Reports commands that run an unknown npm script; npm test executes only a sample of the commands. */
export function unknownScriptProblems(
  commands: Coverage['commands'],
  scripts: readonly string[],
): Problem[] {
  return commands.flatMap(({ file, line, command }) => {
    const [, script] = /^npm run ([^\s-]\S*)/.exec(command) ?? [];
    if (script === undefined || scripts.includes(script)) return [];
    const message = `"${command}" runs no script; the nearest is "${nearest(script, scripts)}". Name one that exists.`;
    return [{ file, line, message }];
  });
}
