import { createApp, createRouter, eventHandler, toWebHandler } from 'h3';
import { expect, it } from 'vitest';
import { expectEvidence } from './support/evidence';

/** Returns the response to a PUT next to a GET route, with h3's routes for the files of a folder. */
async function wrongMethod(catchAll: string): Promise<string> {
  const router = createRouter({ preemptive: true })
    .get(
      '/notes',
      eventHandler(() => 'index.get.ts'),
    )
    .use(
      catchAll,
      eventHandler(() => 'the catch-all'),
    );
  const handle = toWebHandler(createApp().use(router));
  const unknown = await handle(new Request('http://a/notes/b/c'));
  expect(await unknown.text()).toBe('the catch-all');
  const answer = await handle(new Request('http://a/notes', { method: 'PUT' }));
  return answer.status === 405 ? 'nothing' : answer.text();
}

it('handles a wrong method if it has no name', async () => {
  const answers = {
    // Nitro's routes for `[...].ts` and `[...slug].ts`.
    unnamed: { wrongMethod: await wrongMethod('/notes/**') },
    named: { wrongMethod: await wrongMethod('/notes/**:slug') },
    folderAbove: { wrongMethod: await wrongMethod('/**') },
  };
  expect(answers).toEqual({
    unnamed: { wrongMethod: 'the catch-all' },
    named: { wrongMethod: 'nothing' },
    folderAbove: { wrongMethod: 'the catch-all' },
  });
  await expectEvidence('catch-all', { kind: 'facts', ...answers });
});
