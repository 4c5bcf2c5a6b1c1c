import type { ExampleFile } from './files.ts';

/** A project as StackBlitz takes it. */
export interface Project {
  readonly title: string;
  readonly description: string;
  readonly files: readonly ExampleFile[];
}

/** The words of the page that sends a project, in its language. */
export interface LaunchWords {
  readonly language: string;
  readonly title: string;
  readonly button: string;
  /** What is about to be sent, and to whom. */
  readonly note: string;
}

/** Where StackBlitz takes a project. It then runs this script, and opens the file that `file` names. */
export const projectAddress = 'https://stackblitz.com/run?startScript=dev';

/**
 * The fields of the form that StackBlitz takes, as its own SDK writes them.
 *
 * @param project what is sent
 * @returns names and values in their order
 */
export function projectFields({
  title,
  description,
  files,
}: Project): (readonly [name: string, value: string])[] {
  return [
    ['project[title]', title],
    ['project[description]', description],
    // A container in the browser that runs Node.
    ['project[template]', 'node'],
    ...files.map(
      ({ path, text }) =>
        // Brackets divide the name of a field: those of `[id].get.ts` are written otherwise.
        [
          `project[files][${path.replaceAll('[', '%5B').replaceAll(']', '%5D')}]`,
          text,
        ] as const,
    ),
  ];
}

/**
 * A page of its own that sends a project: the files weigh on nobody who only reads. Its form works without scripts, and
 * with them it is sent at once.
 *
 * @param project what is sent
 * @param words in the language of the page
 * @returns its HTML
 */
export function launchPage(project: Project, words: LaunchWords): string {
  const inputs = projectFields(project)
    .map(
      ([name, value]) =>
        `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="${escaped(words.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escaped(words.title)}</title>
<script src="launch.js" defer></script>
</head>
<body>
<h1>${escaped(words.title)}</h1>
<p>${escaped(words.note)}</p>
<form method="post" action="${escaped(projectAddress)}">
${inputs}
<button>${escaped(words.button)}</button>
</form>
</body>
</html>
`;
}

/**
 * The script of that page. It is a file, since a strict policy of the site allows no script within a page.
 */
export const launchScript = `const form = document.querySelector('form');
const file = new URLSearchParams(location.search).get('file');
if (file !== null) {
  const address = new URL(form.action);
  address.searchParams.set('file', file);
  form.action = address.href;
}
// Who comes back from there does not want to be sent again.
const [entry] = performance.getEntriesByType('navigation');
if (entry.type === 'navigate') form.requestSubmit();
`;

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;');
}
