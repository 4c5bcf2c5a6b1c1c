/** The words of a generated language, and the end of its sentences. */
interface Lexicon {
  readonly words: readonly string[];
  readonly between: string;
  readonly end: string;
}

const lexicons: Readonly<Record<string, Lexicon>> = {
  en: {
    words:
      'server route socket stream client message answers opens closes sends waits room reader page value when after before every'.split(
        ' ',
      ),
    between: ' ',
    end: '.',
  },
  de: {
    words:
      'Server Route Socket Stream Client Nachricht antwortet öffnet schließt sendet wartet Raum Seite Wert sobald danach zuvor jede'.split(
        ' ',
      ),
    between: ' ',
    end: '.',
  },
  zh: {
    words:
      '服务器 路由 套接字 数据流 客户端 消息 应答 打开 关闭 发送 等待 房间 读者 页面 数值 以后 之前 每个'.split(
        ' ',
      ),
    between: '',
    end: '。',
  },
};

/** Languages of generated pages; the first is the source language. */
export const generatedLocales = Object.keys(lexicons);

const sections = 6;

/**
 * Generates a technical page of about sixty messages. In every language it has the same blocks in the same order, and the same code
 * except for comments.
 *
 * @param page its number; pages share no sentence
 * @returns MDX with front matter
 */
export function generatedPage(page: number, locale: string): string {
  const lexicon = lexicons[locale] ?? lexicons['en'];
  if (!lexicon) throw new Error(`No words for ${locale}.`);
  let count = 0;
  const words = (length: number): string =>
    Array.from({ length }, (_, index) => {
      // Two primes, so that neighbours differ.
      const hash = (page * 7919 + count * 104_729 + index * 31) >>> 0;
      return lexicon.words[hash % lexicon.words.length] ?? '';
    }).join(lexicon.between);
  const sentence = (length = 12): string => {
    count += 1;
    // Makes every message unique.
    return `${words(length)} ${page}-${count}${lexicon.end}`;
  };
  const section = (index: number): string =>
    [
      `## ${sentence(4)}`,
      // JSX elements, which a fourth of the messages of a guide contain.
      `${sentence()} **${words(2)}** \`option${index}\` <kbd>K${index}</kbd> ${sentence(8)}`,
      `${sentence(20)} [${words(3)}](https://example.org/${page}/${index}) ${sentence(6)}`,
      `- ${sentence(9)}\n- ${sentence(9)}\n- \`key${index}\` <kbd>${page}</kbd> ${sentence(6)}`,
      index % 2 === 0
        ? `:::note[${sentence(3)}]\n\n${sentence(16)} <kbd>N</kbd>\n\n:::`
        : `| ${sentence(2)} | ${sentence(2)} |\n| --- | --- |\n| \`a${index}\` | ${sentence(5)} |`,
      `\`\`\`ts\n// ${sentence(7)}\nexport const value${index} = ${page};\n\`\`\``,
    ].join('\n\n');
  return [
    `---\ntitle: ${sentence(4)}\ndescription: ${sentence(10)}\n${page === 0 ? 'slug: /\n' : ''}---`,
    sentence(24),
    ...Array.from({ length: sections }, (_, index) => section(index)),
    '',
  ].join('\n\n');
}
