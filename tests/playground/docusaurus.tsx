import type { ReactNode } from 'react';

// In place of @docusaurus/Link and @docusaurus/useBaseUrl, for a page without Docusaurus.

export default function linkOrUrl(value: unknown): unknown {
  if (typeof value === 'string') return value;
  const { to, children } = value as { to: string; children: ReactNode };
  return <a href={to}>{children}</a>;
}

export function useBaseUrlUtils() {
  return { withBaseUrl: (path: string) => path };
}
