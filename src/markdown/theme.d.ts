declare module '@theme/MarkdownActions' {
  import type { ReactNode } from 'react';
  import type { Props } from './theme/MarkdownActions/index.tsx';

  export type { Props };
  export default function MarkdownActions(props: Props): ReactNode;
}
