import { translate } from '@docusaurus/Translate';
import { useHistory, useLocation } from '@docusaurus/router';
import useIsBrowser from '@docusaurus/useIsBrowser';
import clsx from 'clsx';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { FinderData } from '../../evidence/layouts-finder.ts';
import { AllUrls } from './all-urls.tsx';
import {
  type Choice,
  choiceOf,
  holdsChoice,
  searchOf,
  servers,
  withEachBase,
} from './choice.ts';
import { Result } from './result.tsx';
import { Select } from './select.tsx';
import styles from './styles.module.css';
import { protocolWord, serverWord } from './words.ts';

/**
 * The URL finder: a reader chooses a layout, a file and a server and sees at which URL it answers. The
 * choice is in the address. Without scripts all of it is there as tables.
 *
 * @param props `measured` is written by the evidence's plugin: a `FinderData` as JSON
 */
export default function UrlFinder({
  measured,
}: {
  readonly measured: string;
}): ReactNode {
  const data = useMemo(() => JSON.parse(measured) as FinderData, [measured]);
  const section = useRef<HTMLElement>(null);
  const history = useHistory();
  const location = useLocation();
  // The page was rendered without a query, and the first rendering here has to be the same.
  const search = useIsBrowser() ? location.search : '';
  const choice = choiceOf(search, data);
  const { layout, file, server } = choice;

  // Who follows a shared link wants to see what it shares.
  useEffect(() => {
    const { search: shared, hash } = window.location;
    if (holdsChoice(shared) && hash === '' && window.scrollY === 0) {
      section.current?.scrollIntoView();
    }
  }, []);

  const choose = (change: Partial<Record<keyof Choice, string>>) => {
    const query = new URLSearchParams({
      layout: change.layout ?? layout.name,
      route: change.file ?? file.key,
      server: change.server ?? server,
    });
    const next = choiceOf(`?${query}`, data);
    // An entry of its own for the way back. The router only replaces it: after a push of its own,
    // the theme moves focus and page to the top, as it does for a new page.
    window.history.pushState(null, '');
    history.replace({ ...location, search: searchOf(search, next) });
  };

  const bases = withEachBase(layout, data);
  return (
    <section
      ref={section}
      className={clsx('url-finder', styles.finder)}
      aria-label={translate({
        id: 'urlFinder.title',
        message: 'URL finder',
        description: 'The name of the URL finder for a screen reader',
      })}
      data-pagefind-ignore
    >
      <noscript>
        <style>{'.url-finder__live { display: none }'}</style>
        <AllUrls data={data} />
      </noscript>
      <div className={clsx('url-finder__live', styles.live)}>
        <div className={styles.fields}>
          <Select
            name="layout"
            label={translate({
              id: 'urlFinder.layout',
              message: 'Layout',
              description: 'URL finder: where the routes lie, and the options',
            })}
            value={layout.withoutBase}
            options={data.layouts
              .filter(({ name, withoutBase }) => name === withoutBase)
              .map(({ name, about }) => ({ value: name, text: about }))}
            onChoose={(name) => choose({ layout: name })}
          />
          <Select
            name="base"
            label={translate({
              id: 'urlFinder.base',
              message: 'Base URL',
              description: 'URL finder: how the app gets its base URL',
            })}
            value={layout.name}
            options={bases.map(({ name, about, withoutBase }) => ({
              value: name,
              text:
                name === withoutBase
                  ? translate({
                      id: 'urlFinder.noBase',
                      message: 'none',
                      description: 'URL finder: the app has no base URL',
                    })
                  : about,
            }))}
            onChoose={(name) => choose({ layout: name })}
          />
          <Select
            name="route"
            label={translate({
              id: 'urlFinder.file',
              message: 'Route file',
              description: 'URL finder: the file whose URL is looked for',
            })}
            value={file.key}
            options={layout.files.map(({ key, path, protocol }) => ({
              value: key,
              text: path,
              group: protocolWord(protocol),
            }))}
            onChoose={(key) => choose({ file: key })}
          />
          <Select
            name="server"
            label={translate({
              id: 'urlFinder.server',
              message: 'Server',
              description: 'URL finder: development or production',
            })}
            value={server}
            options={servers.map((name) => ({
              value: name,
              text: serverWord(name),
            }))}
            onChoose={(name) => choose({ server: name })}
          />
        </div>
        <Result choice={choice} data={data} />
      </div>
    </section>
  );
}
