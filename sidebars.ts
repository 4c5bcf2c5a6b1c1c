import type { SidebarsConfig } from '@docusaurus/plugin-content-docs';

const sidebars: SidebarsConfig = {
  guide: [
    {
      type: 'category',
      label: 'Getting started',
      collapsed: false,
      items: ['introduction', 'quick-start'],
    },
    {
      type: 'category',
      label: 'Guide',
      collapsed: false,
      items: [
        'where-a-route-lives',
        'api-routes',
        'rest-api',
        'websockets',
        'server-sent-events',
        'angular-client',
        'development-server',
      ],
    },
    {
      type: 'category',
      label: 'Recipes',
      collapsed: false,
      items: [
        'rooms-and-presence',
        'authentication',
        'cross-site',
        'files-and-cookies',
        'sqlite',
        'moving-to-the-api-folder',
      ],
    },
    {
      type: 'category',
      label: 'Production',
      collapsed: false,
      items: [
        'deployment',
        'guards',
        'limits-and-load',
        'more-than-one-machine',
      ],
    },
    'testing',
    'symptoms',
    {
      type: 'category',
      label: 'Examples',
      items: [
        'examples/websocket-chat',
        'examples/rooms',
        'examples/angular-client',
        'examples/sessions',
        'examples/limits',
        'examples/server-sent-events',
        'examples/api-routes',
        'examples/move-to-api-folder',
        'examples/server-guards',
        'examples/redis-chat',
        'examples/symptoms',
        'examples/route-layouts',
        'examples/handler-scenarios',
      ],
    },
    'about',
    'translation-status',
  ],
};

export default sidebars;
