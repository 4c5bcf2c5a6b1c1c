import type { SidebarsConfig } from '@docusaurus/plugin-content-docs';
import { existsSync } from 'node:fs';

const sidebars: SidebarsConfig = {
  guide: [
    'introduction',
    'quick-start',
    'where-a-route-lives',
    'websockets',
    'server-sent-events',
    'api-routes',
    'development-server',
    'about',
  ].filter((id) => existsSync(`docs/${id}.mdx`)),
};

export default sidebars;
