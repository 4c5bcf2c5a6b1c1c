/** Numbers as a language writes them. */
export interface Numbers {
  /** A number, with its unit if it has one: `percent`, or a symbol such as `KiB`. */
  readonly amount: (value: number, unit?: string) => string;
  /** How many times a value is another one, with two digits. */
  readonly ratio: (value: number, base: number) => string;
}

/** A number and its unit stay on one line. */
const joined = '\u00a0';

/**
 * @param locale a language tag, such as `de`
 */
export function numbersOf(locale: string): Numbers {
  const plain = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  const ratio = new Intl.NumberFormat(locale, {
    minimumSignificantDigits: 2,
    maximumSignificantDigits: 2,
  });
  return {
    amount(value, unit) {
      if (unit === undefined) return plain.format(value);
      return unit === 'percent'
        ? percent.format(value / 100)
        : `${plain.format(value)}${joined}${unit}`;
    },
    ratio: (value, base) => ratio.format(value / base),
  };
}

/**
 * Writes the number of a recorded text such as `1.5 MiB` as the language does.
 *
 * @returns undefined for a text that isn't a number with a unit
 */
export function measuredText(
  text: string,
  { amount }: Numbers,
): string | undefined {
  const [, number, unit] =
    /^(\d+(?:\.\d+)?) (µs|ms|s|B|KiB|MiB|GiB)$/.exec(text) ?? [];
  return number === undefined ? undefined : amount(Number(number), unit);
}
