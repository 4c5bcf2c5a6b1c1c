/**
 * Whether the tree of an example's page shows the code of a file. What tests the app, what it recorded, and what the page
 * says in other words is read in the repository.
 *
 * @param path inside the example
 */
export function isShown(path: string): boolean {
  return !/^(?:tests\/|evidence\/|README\.md$)/.test(path);
}

/**
 * The place in the site that shows a file of an example, or at least its name.
 *
 * @param path from `examples/`
 * @returns it from the root of the site in any language: `/examples/chat#vite.config.ts`
 */
export function filePage(path: string): string {
  const [example = '', ...inside] = path.split('/');
  const file = inside.join('/');
  return `/examples/${example}${isShown(file) ? `#${file}` : ''}`;
}
