import type { RunningApp } from './running-app';
import { askHttp } from './ask-http';
import { askSockets } from './ask-sockets';
import type { Observation } from './outcome';
import { type Form, formOf, forms, type Question } from './questions';

/** Results by request, URL and form of the URL. */
export type Answers = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<Form, Observation>>>>>
>;

const formNames: readonly Form[] = ['plain', 'trailingSlash', 'query'];

/** Sends all requests to a running server: HTTP first, then all sockets together. */
export async function measure(
  app: RunningApp,
  questions: readonly Question[],
  page: string,
): Promise<Answers> {
  // The dev server needs longest for the first page.
  await (await fetch(app.url + page)).text();
  const upgrades = questions.filter(({ method }) => method === 'UPGRADE');
  const sockets = await askSockets(
    app.url,
    [...new Set(upgrades.flatMap(({ urls }) => urls.flatMap(allForms)))],
    page,
  );
  const answers: Record<string, Answers[string]> = {};
  for (const { name, method, handler, urls } of questions) {
    answers[name] = Object.fromEntries(
      await Promise.all(
        urls.map(async (url) => {
          const observations = await Promise.all(
            formNames.map(async (form) => {
              const asked = formOf(url, form);
              const observation =
                method === 'UPGRADE'
                  ? sockets.get(asked)
                  : await askHttp(app.url, { method, url: asked, handler });
              if (!observation) throw new Error(`${asked} was not asked.`);
              return [form, observation] as const;
            }),
          );
          return [url, byForm(observations)] as const;
        }),
      ),
    );
  }
  if (app.exitCode() !== undefined) {
    throw new Error(`The server exited meanwhile:\n${app.output()}`);
  }
  return answers;
}

function allForms(url: string): string[] {
  return formNames.map((form) => formOf(url, form));
}

function byForm(
  observations: readonly (readonly [Form, Observation])[],
): Record<Form, Observation> {
  const of = (form: Form) => {
    const found = observations.find(([name]) => name === form);
    if (!found)
      throw new Error(
        `No form ${form}; there is ${Object.keys(forms).join(', ')}`,
      );
    return found[1];
  };
  return {
    plain: of('plain'),
    trailingSlash: of('trailingSlash'),
    query: of('query'),
  };
}
