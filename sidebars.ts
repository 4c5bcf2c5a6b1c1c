import type { SidebarsConfig } from '@docusaurus/plugin-content-docs';

const sidebars: SidebarsConfig = {
  guide: [
    {
      type: 'category',
      label: 'Getting started',
      collapsed: false,
      items: ['getting-started/introduction', 'getting-started/quick-start'],
    },
    {
      type: 'category',
      label: 'Guide',
      collapsed: false,
      items: [
        'guide/files-and-urls',
        'guide/api-routes',
        'guide/rest-api',
        'guide/websockets',
        'guide/server-sent-events',
        'guide/angular-client',
        'guide/angular-resource',
        'guide/development-server',
      ],
    },
    {
      type: 'category',
      label: 'Recipes',
      collapsed: false,
      items: [
        'recipes/rooms-and-presence',
        'recipes/resume-after-a-reconnect',
        'recipes/authentication',
        'recipes/sign-in',
        'recipes/tickets',
        'recipes/cross-origin-protection',
        'recipes/uploads-and-downloads',
        'recipes/cookies',
        'recipes/sqlite',
        'recipes/migrate-to-the-api-folder',
      ],
    },
    {
      type: 'category',
      label: 'Production',
      collapsed: false,
      items: [
        'production/deployment',
        'production/nginx',
        'production/docker',
        'production/other-hosts',
        'production/server-plugins',
        'production/limits-and-backpressure',
        'production/scale-with-redis',
      ],
    },
    {
      type: 'category',
      label: 'Testing',
      collapsed: false,
      items: ['testing', 'test-angular-clients'],
    },
    'troubleshooting',
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
