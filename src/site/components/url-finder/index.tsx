import { translate } from '@docusaurus/Translate';
import { useHistory, useLocation } from '@docusaurus/router';
import clsx from 'clsx';
import {
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import type { FinderData } from '../../measured/layouts-finder.ts';
import { AllUrls } from './all-urls.tsx';
import {
  type Choice,
  choiceOf,
  hasChoice,
  queryOf,
  servers,
  baseUrlVariants,
} from './choice.ts';
import { Result } from './result.tsx';
import { Select } from './select.tsx';
import styles from './styles.module.css';
import { protocolLabel, serverLabel } from './labels.ts';

/**
 * The URL finder: a reader selects a layout, a file and a server and sees its URLs. The query string contains the choice. Without
 * scripts, tables show everything.
 *
 * @param props `measured` is `FinderData` as JSON, from the evidence plugin
 */
export default function UrlFinder({
  measured,
}: {
  readonly measured: string;
}): ReactNode {
  const data = useMemo(() => JSON.parse(measured) as FinderData, [measured]);
  const section = useRef<HTMLElement>(null);
  const history = useHistory();
  const rendered = useLocation();
  // Docusaurus renders a new URL with a delay, in which React would reset the lists.
  const search = useSyncExternalStore(
    (changed) => history.listen(changed),
    () => {
      const { pathname, search: current } = history.location;
      return pathname === rendered.pathname ? current : rendered.search;
    },
    // Hydration has to match the page, which was rendered without a query string.
    () => '',
  );
  const choice = choiceOf(search, data);
  const { layout, file, server } = choice;

  // Scrolls to the finder for a shared choice.
  useEffect(() => {
    const { search: shared, hash } = window.location;
    if (hasChoice(shared) && hash === '' && window.scrollY === 0) {
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
    // Adds a history entry without the router, since the theme resets focus and scroll position after a push.
    window.history.pushState(null, '');
    history.replace({
      ...history.location,
      search: queryOf(search, next),
    });
  };

  const bases = baseUrlVariants(layout, data);
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
              group: protocolLabel(protocol),
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
              text: serverLabel(name),
            }))}
            onChoose={(name) => choose({ server: name })}
          />
        </div>
        <Result choice={choice} data={data} />
      </div>
    </section>
  );
}
