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
    'sqlite',
    'files-and-cookies',
    'rooms-and-presence',
    'authentication',
    'cross-site',
    'limits-and-load',
    'angular-client',
    'testing',
    'development-server',
    'guards',
    'deployment',
    'more-than-one-machine',
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
