import type { MeasuredLabel } from './labels.ts';
import type { LoadRun, ServerName } from './load-record.ts';
import type { Numbers } from '../../evidence/bind/numbers.ts';

/** Words and numbers as a language writes them. */
export interface Wording {
  readonly label: MeasuredLabel;
  readonly numbers: Numbers;
  readonly list: (items: readonly string[]) => string;
}

/**
 * Joins items with the separator of a language: `, ` in English, `、` in Chinese.
 *
 * @param locale a language tag, such as `de`
 */
export function listOf(locale: string): Wording['list'] {
  const [, between] = new Intl.ListFormat(locale).formatToParts([
    '1',
    '2',
    '3',
  ]);
  return (items) => items.join(between?.value);
}

/**
 * The name of a server.
 *
 * @param name as it is recorded
 * @param run the baseline of streams is another one than that of sockets
 * @param label the words of the language
 */
export function serverLabel(
  name: ServerName,
  { kind }: LoadRun,
  label: MeasuredLabel,
): string {
  return name === 'bare'
    ? label(`evidence.load.bare.${kind}`)
    : label(`evidence.load.${name}`);
}
