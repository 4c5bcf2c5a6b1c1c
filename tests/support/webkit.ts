import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { hasWebKit, webKitPrograms } from '../../scripts/browser/browsers.ts';
import { freePort } from '../../scripts/site/ports.ts';

/** Timeout in milliseconds, longer than that of tests. */
const timeout = 60_000;

/** WebKitGTK on a virtual display, driven by WebDriver. */
export interface WebKit {
  goto(url: string): Promise<void>;
  /**
   * Runs a script in the page.
   *
   * @param expression may be a promise of a JSON value
   * @throws if the script throws
   */
  evaluate(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * Starts an installed WebKit.
 *
 * @throws if there is none, or it doesn't start
 */
export async function launchWebKit(): Promise<WebKit> {
  if (!hasWebKit()) {
    throw new Error(
      `No ${webKitPrograms.join(' and ')} on this machine. npm test installs them; or install the packages webkit2gtk-driver, xvfb and xauth.`,
    );
  }
  const port = await freePort();
  const driver = spawn(
    'xvfb-run',
    ['--auto-servernum', 'WebKitWebDriver', `--port=${port}`],
    { stdio: ['ignore', 'ignore', 'ignore'], detached: true },
  );
  const address = `http://127.0.0.1:${port}`;
  try {
    await isUp(address, driver);
    const { sessionId } = (await send(`${address}/session`, {
      capabilities: { alwaysMatch: { timeouts: { script: timeout } } },
    })) as { sessionId: string };
    const session = `${address}/session/${sessionId}`;
    return {
      async goto(url) {
        await send(`${session}/url`, { url });
      },
      async evaluate(expression) {
        const outcome = (await send(`${session}/execute/async`, {
          script: `const done = arguments[arguments.length - 1];
            (async () => (${expression}))().then(
              (value) => done({ json: JSON.stringify(value) ?? 'null' }),
              (error) => done({ failed: String(error) }),
            );`,
          args: [],
        })) as { json: string } | { failed: string };
        if ('failed' in outcome) throw new Error(outcome.failed);
        return JSON.parse(outcome.json) as unknown;
      },
      async close() {
        await fetch(session, { method: 'DELETE' });
        await end(driver);
      },
    };
  } catch (error) {
    await end(driver);
    throw error;
  }
}

async function send(url: string, body: object): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`${url}: ${JSON.stringify(value)}`);
  return value;
}

/** Polls the driver, which doesn't signal its start. */
async function isUp(address: string, driver: ChildProcess): Promise<void> {
  for (;;) {
    if (driver.exitCode !== null) {
      throw new Error(`WebKitWebDriver ended with ${driver.exitCode}.`);
    }
    const isThere = await fetch(`${address}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Ends driver, browser and display. */
async function end(driver: ChildProcess): Promise<void> {
  if (driver.pid === undefined || driver.exitCode !== null) return;
  const ended = once(driver, 'exit');
  process.kill(-driver.pid);
  await ended;
}
