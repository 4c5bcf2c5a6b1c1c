import { readFileSync } from 'node:fs';
import type { SmallSite } from './files.ts';

const header = `msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"
`;

/**
 * In German, there is a page with a text in each state, and one with too few translations. `everything` contains each component
 * with text. `more` has no translations.
 */
export const smallSite: SmallSite = {
  pages: {
    'index.mdx': `---
title: Rooms
description: About rooms.
---

Everybody in a room sees a [message](./barely.mdx), also in \`rooms\`.

A room that has changed.

A room that nobody has translated.

A room with \`code\`.

A room by a machine.

## Doors and windows

- An open door
- A shut door

| Door | Key |
| --- | --- |
| front | brass |
| rear | steel |
`,
    'barely.mdx': `---
title: Barely
description: Barely said.
---

One.

## Two {/* #own */}

Three.
`,
    'translation-status.mdx': readFileSync(
      'docs/translation-status.mdx',
      'utf8',
    ),
    'everything.mdx': `---
title: Everything
description: All that has words of its own.
sidebar_label: All
pagination_label: All of it
keywords: [one, two]
---

It changes nothing.

\`\`\`text frames=websocket-chat/errors
\`\`\`

\`\`\`http output=api-routes/http#created
\`\`\`

<Playground of="websocket-chat/src/server/routes/api/ws/chat.ts" />

<UrlFinder of="route-layouts" />

<Layouts of="route-layouts" />

<LoadRatios of="limits/load#sockets" />

<LoadMemory of="limits/load#sockets" />
`,
    'examples/websocket-chat.mdx': `---
title: Chat
description: Its files.
---

<ExampleRuns of="websocket-chat" />

<ExampleFiles of="websocket-chat" />

<ExampleEvidence of="websocket-chat" />

<ExampleVersions of="websocket-chat" />
`,
    'more.mdx': `---
title: More
description: More of it.
---

Read this, then [about rooms](./index.mdx).
`,
  },
  catalogues: {
    'index.po': `${header}
msgctxt "title"
msgid "Rooms"
msgstr ""

msgid "About rooms."
msgstr "Über Räume."

msgid "Everybody in a room sees a [message](./barely.mdx), also in \`rooms\`."
msgstr "Alle in einem Raum sehen eine [Nachricht](./barely.mdx), auch in \`rooms\`."

#, fuzzy
#| msgid "A room that will change."
msgid "A room that has changed."
msgstr "Ein Raum, der sich ändern wird."

msgid "A room that nobody has translated."
msgstr ""

msgid "A room with \`code\`."
msgstr "Ein Raum ohne Code."

# by: machine
msgid "A room by a machine."
msgstr "Ein Raum von einer Maschine."

msgid "Doors and windows"
msgstr "Türen und Fenster"

# reviewed: Ada
msgid "An open door"
msgstr "Eine offene Tür"

msgid "A shut door"
msgstr ""

msgid "Door"
msgstr "Tür"

msgid "Key"
msgstr ""

msgid "front"
msgstr "vorn"

msgid "brass"
msgstr "Messing"

msgid "rear"
msgstr "hinten"

msgid "steel"
msgstr "Stahl"
`,
    'barely.po': `${header}
msgctxt "title"
msgid "Barely"
msgstr "Kaum"

msgid "Barely said."
msgstr ""

msgid "One."
msgstr ""

msgid "Two"
msgstr ""

msgid "Three."
msgstr ""
`,
    'translation-status.po': readFileSync(
      'i18n/de/docs/translation-status.po',
      'utf8',
    ),
  },
};
