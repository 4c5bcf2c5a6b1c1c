import type { BrowserContext, Page } from 'playwright-core';
import { password } from './accounts';

/** Returns the events of a socket in a page, until it closes. */
export function seenBy(page: Page, url: string): Promise<object> {
  return page.evaluate((path) => {
    const events: string[] = [];
    return new Promise<object>((resolve) => {
      const socket = new WebSocket(path);
      for (const type of ['open', 'error']) {
        socket.addEventListener(type, () => events.push(type));
      }
      socket.addEventListener('close', ({ code, reason }) => {
        resolve({ events: events.join(' '), code, reason });
      });
    });
  }, url);
}

/** Returns the first message of a socket or a stream as JSON. */
export function firstMessage(
  page: Page,
  kind: 'WebSocket' | 'EventSource',
  url: string,
): Promise<unknown> {
  return page.evaluate(
    ([name, address]) =>
      new Promise<unknown>((resolve) => {
        const source =
          name === 'WebSocket'
            ? new WebSocket(address)
            : // The options are ignored, which is what this tests.
              (Reflect.construct(EventSource, [
                address,
                { headers: { authorization: 'Bearer token' } },
              ]) as EventSource);
        source.onmessage = ({ data }) => {
          source.close();
          resolve(JSON.parse(String(data)));
        };
      }),
    [kind, url] as const,
  );
}

/** Opens a page. */
export async function openPage(
  context: BrowserContext,
  url: string,
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** Signs in with the form. */
export async function signInByForm(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await isConnected(page);
}

export async function isConnected(page: Page): Promise<void> {
  await page.getByRole('status').filter({ hasText: 'Connected' }).waitFor();
}

/** Writes a note, and waits for its echo. */
export async function write(page: Page, text: string): Promise<void> {
  await page.getByLabel('Note', { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Write' }).click();
  await sees(page, text);
}

/** Waits for a note. */
export async function sees(page: Page, text: string): Promise<void> {
  const notes = page.getByRole('log').getByRole('listitem');
  await notes.filter({ hasText: text }).first().waitFor();
}

/** Waits for the sign-in form with a message. */
export async function isAskedToSignIn(page: Page, why: string): Promise<void> {
  await page.getByRole('alert').filter({ hasText: why }).waitFor();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
}

/** Submits a form to a URL, and returns the JSON of the response. */
export async function submittedForm(
  page: Page,
  address: string,
  method: 'get' | 'post',
): Promise<unknown> {
  const answer = page.waitForResponse((response) =>
    response.url().startsWith(address),
  );
  await page.evaluate(
    ([action, verb]) => {
      const form = document.createElement('form');
      form.action = action;
      form.method = verb;
      document.documentElement.append(form);
      form.submit();
    },
    [address, method] as const,
  );
  return (await answer).json();
}
