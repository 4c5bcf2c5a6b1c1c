import { translate } from '@docusaurus/Translate';
import type { WrapperProps } from '@docusaurus/types';
import type CategoryType from '@theme/DocSidebarItem/Category';
import Category from '@theme-original/DocSidebarItem/Category';
import type { ReactNode } from 'react';

/** A category of the sidebar, whose label is translated here: it stands on no page. */
export default function TranslatedCategory({
  item,
  ...props
}: WrapperProps<typeof CategoryType>): ReactNode {
  return <Category {...props} item={{ ...item, label: labelOf(item.label) }} />;
}

function labelOf(label: string): string {
  switch (label) {
    case 'Examples':
      return translate({
        id: 'sidebar.examples',
        message: 'Examples',
        description: 'A category of the sidebar',
      });
    default:
      return label;
  }
}
