import { expect, test } from 'vitest';
import { siteConfig } from '../../../site.config.ts';
import { pageOf } from '../pages/testing/page-of.ts';
import { declaredMembers } from './declared-members.ts';
import {
  type InstalledTypes,
  memberTableProblems,
  textsOfMembers,
} from './member-tables.ts';

const types: InstalledTypes = {
  membersOf: (of) =>
    of === 'sockets#Peer'
      ? [
          { name: 'id', signature: 'id?', type: 'string' },
          { name: 'send', signature: 'send(data, options?)', type: 'void' },
          { name: 'topics', signature: 'topics', type: 'Set<string> | null' },
        ]
      : of === 'http'
        ? [
            { name: 'read', signature: 'read(event)', type: 'Promise<T>' },
            { name: 'write', signature: 'write(event)', type: 'void' },
          ]
        : undefined,
  importedFrom: () => ['read', 'SomeType'],
};

async function problemsIn(source: string): Promise<string[]> {
  const page = await pageOf('docs/page.mdx', source);
  return memberTableProblems([page], types).map(
    ({ line, message }) => `${line}: ${message}`,
  );
}

test('accepts a table with every member', async () => {
  const source = `{/* members of sockets#Peer */}

| Member | Type | Description |
| --- | --- | --- |
| \`id?\` | \`string\` | the ID |
| \`send(data, options?)\` | \`void\` | sends |
| \`topics\` | \`Set<string> \\| null\` | the topics |
`;
  expect(await problemsIn(source)).toEqual([]);
});

test('reports missing members, unknown members and other signatures or types', async () => {
  const source = `{/* members of sockets#Peer */}

| Member | Type | Description |
| --- | --- | --- |
| \`idd\` | \`string\` | the ID |
| \`send(data)\` | \`number\` | sends |
| \`topics\` | a set | the topics |
`;
  expect(await problemsIn(source)).toEqual([
    '1: this table has no row for `id?` of sockets#Peer. Describe `id`.',
    '5: sockets#Peer has no member `idd`; the nearest is `id`. Delete the row, or correct the name.',
    '6: the installed sockets#Peer declares `send(data, options?)`, not `send(data)`. Correct it, and check the description.',
    '6: the installed sockets#Peer declares `void`, not `number`. Correct it, and check the description.',
  ]);
});

test('of a package, requires the functions that the examples import', async () => {
  expect(
    await problemsIn(`{/* members of http */}

| Function | Description |
| --- | --- |
| \`write(event)\` | writes |
`),
  ).toEqual([
    '1: this table has no row for `read(event)` of http. Describe `read`.',
  ]);
});

test('reports an unknown type, and a comment without a table', async () => {
  expect(
    await problemsIn(`{/* members of sockets#Pear */}

{/* members of sockets#Peer */}

A paragraph.
`),
  ).toEqual([
    '1: no installed package declares sockets#Pear. Name a type as `package#Type`.',
    '3: the table of sockets#Peer has to follow this comment. Move it here.',
  ]);
});

test('returns the signatures and types of tables, which code spans may show', async () => {
  const page = await pageOf('docs/page.mdx', '{/* members of http */}\n');
  expect(textsOfMembers([page], types)).toContain('read(event)');
});

test('reads classes, interfaces and functions of installed packages', () => {
  const members = (of: string) =>
    declaredMembers(of, siteConfig.root)?.map(
      ({ signature, type }) => `${signature}: ${type}`,
    );
  expect(members('crossws#Peer')).toEqual(
    expect.arrayContaining(['id: string', 'subscribe(topic): void']),
  );
  expect(members('crossws#Peer')?.join(' ')).not.toContain('_internal');
  expect(members('h3#EventStream')).toContain('push(message): Promise<void>');
  expect(members('h3#EventStreamMessage')).toEqual([
    'id?: string',
    'event?: string',
    'retry?: number',
    'data: string',
  ]);
  expect(members('h3')).toContain(
    'getHeader(event, name): RequestHeaders[string]',
  );
  expect(members('h3#Nothing')).toBeUndefined();
  expect(members('no-such-package')).toBeUndefined();
});
