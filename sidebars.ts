import type { SidebarsConfig } from '@docusaurus/plugin-content-docs';

const sidebars: SidebarsConfig = {
  guide: [
    'introduction',
    'quick-start',
    'where-a-route-lives',
    'moving-to-the-api-folder',
    'websockets',
    'server-sent-events',
    'api-routes',
    'development-server',
    'guards',
    'symptoms',
    'about',
    'translation-status',
  ],
};

export default sidebars;
