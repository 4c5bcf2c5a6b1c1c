import { escapeAttribute, escapeHtml } from '../core/text.ts';
import type { ExampleFile } from './files.ts';

/** English messages of the page that sends an example to StackBlitz, by the id of their translation. */
export const launchMessages = {
  'stackblitz.title': 'Open {example} in StackBlitz',
  'stackblitz.button': 'Send and open',
  'stackblitz.note':
    'This page sends the files of the example to stackblitz.com, which runs them in your browser.',
} as const;

/** A project for StackBlitz. */
export interface Project {
  readonly title: string;
  readonly description: string;
  readonly files: readonly ExampleFile[];
}

/** The messages of the page that sends a project. */
export interface LaunchMessages {
  readonly language: string;
  readonly title: string;
  readonly button: string;
  readonly note: string;
}

/** The URL that accepts projects. The query names the npm script to run, and `file` a file to open. */
const projectAddress = 'https://stackblitz.com/run?startScript=dev';

/** Returns the form fields of a project, as StackBlitz's SDK writes them. */
function projectFields({
  title,
  description,
  files,
}: Project): (readonly [name: string, value: string])[] {
  return [
    ['project[title]', title],
    ['project[description]', description],
    ['project[template]', 'node'],
    ...files.map(
      ({ path, text }) =>
        // Brackets separate the parts of a field name.
        [
          `project[files][${path.replaceAll('[', '%5B').replaceAll(']', '%5D')}]`,
          text,
        ] as const,
    ),
  ];
}

/**
 * Writes a page that sends a project, so that the page of the example doesn't contain the files twice. The form works without scripts; with
 * scripts it is submitted at once.
 */
export function launchPage(project: Project, messages: LaunchMessages): string {
  const inputs = projectFields(project)
    .map(
      ([name, value]) =>
        `<input type="hidden" name="${escapeAttribute(name)}" value="${escapeAttribute(value)}">`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="${escapeAttribute(messages.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(messages.title)}</title>
<script src="launch.js" defer></script>
</head>
<body>
<h1>${escapeHtml(messages.title)}</h1>
<p>${escapeHtml(messages.note)}</p>
<form method="post" action="${escapeAttribute(projectAddress)}">
${inputs}
<button>${escapeHtml(messages.button)}</button>
</form>
</body>
</html>
`;
}

/** The script of that page. It is a file, since a strict content security policy allows no inline scripts. */
export const launchScript = `const form = document.querySelector('form');
const file = new URLSearchParams(location.search).get('file');
if (file !== null) {
  const address = new URL(form.action);
  address.searchParams.set('file', file);
  form.action = address.href;
}
// Not again after the back button.
const [entry] = performance.getEntriesByType('navigation');
if (entry.type === 'navigate') form.requestSubmit();
`;
