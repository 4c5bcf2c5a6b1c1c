import { describe, expect, test } from 'vitest';

import { chineseProblem } from './chinese.ts';
import { germanProblem } from './german.ts';

describe('German', () => {
  test.each([
    ['Nenne sie "Kanal".', /^these quotation marks/],
    ['Es ist z. B. so.', /no-break space/],
    ['Es ist z.B. so.', /no-break space/],
    ['Starte sie einfach.', /^"einfach"/],
    ['Hier kannst Du lesen.', /lower-case/],
    ['Sie können lesen.', /"Sie"/],
    ['Das `peer` Objekt.', /hyphen/],
    ['Erst das - dann dies.', /dash/],
    ['Und so weiter...', /three dots/],
  ])('%s', (text, problem) => {
    expect(germanProblem(text)).toMatch(problem);
  });

  test.each([
    'Nenne sie „Kanal“.',
    'Es ist z.\u00a0B. so.',
    'Das `peer`-Objekt ruft `say("hello")` auf, `a - b` und `f(...x)`.',
    'Du liest es hier. Du kannst es lesen. **Grund.** Du liest.',
    'Erst das – dann dies.',
    'Unter <Badge of="a - b" /> und [hier](https://a.b/"c").',
    'Es [endet][=a-b] mit [=a-b].',
  ])('accepts %s', (text) => {
    expect(germanProblem(text)).toBeUndefined();
  });
});

describe('Chinese', () => {
  test.each([
    ['**注意：**请先运行。', '**注意：**请'],
    ['见**（可选）** 一节。', '见**（可选）** '],
    ['**`a*b`**是代码。', '**`a*b`**是'],
  ])('%s has bold words that Markdown does not close', (text, found) => {
    expect(chineseProblem(text)).toContain(
      `next to a letter; there is "${found}"; move the sign out`,
    );
  });

  test.each([
    ['使用`npm`命令。', '使用 `npm` 命令。'],
    ['你好world。', '你好 world。'],
    ['等一下,再试。', '等一下，再试。'],
    ['请用(括号)。', '请用（括号）。'],
    [
      '进程会 <Quote of="a" is="b"> 退出 </Quote> 。',
      '进程会<Quote of="a" is="b">退出</Quote>。',
    ],
    ['进程会 [ 退出 ][=exit] 。', '进程会[退出][=exit]。'],
    ['地址是[=url] 。', '地址是 [=url]。'],
  ])('%s', (text, expected) => {
    expect(chineseProblem(text)).toContain(`write "${expected}"`);
  });

  test.each([
    '把 `peer` 放在这里（可选），然后运行。',
    '**注意**：请先运行。**然后**重试。运行 **`npm`** 或 `a ** b`，`c ** d`。',
    '服务器发送事件（SSE）的 URL 是 <Badge of="a/b#c" />，再看。',
    '“引号”之间没有空格。',
    '先读[文档](https://example.org/a)，再继续。',
    'HTTP/1.1 的 `GET` 请求；返回 404。',
    '见第 2 页：`a`、`b` 和 `c`。',
    '复制 {count} 行',
    '进程会<Quote of="a" is="b">退出</Quote>。',
    '进程会[退出][=exit]，地址是 [=url]。',
  ])('accepts %s', (text) => {
    expect(chineseProblem(text)).toBeUndefined();
  });
});

describe('a long Chinese text is shown only around its problem', () => {
  const before = '服务器在同一个端口上处理普通请求和升级请求，之后它保持连接，';
  const after = '然后把每一条消息发送给房间里的所有其他客户端，再等待下一条。';

  test.each([
    [
      `${before}使用\`npm\`命令，${after}`,
      '; there is "…之后它保持连接，使用`npm`命令，然后把每一条消…"; write "…之后它保持连接，使用 `npm` 命令，然后把每一条消…".',
    ],
    [
      `${before}等一下,再试。${after}`,
      '; there is "…后它保持连接，等一下,再试。然后把每一条消…"; write "…后它保持连接，等一下，再试。然后把每一条消…".',
    ],
    [
      `等一下,再试。${before}${after}你好world。`,
      ' here and in 1 more place; there is "等一下,再试。服务器在同一个…"; write "等一下，再试。服务器在同一个…".',
    ],
    [
      `${before}${after}请用 <Badge of="a/b#c" /> 。`,
      '; there is "…"a/b#c" /> 。"; write "…"a/b#c" />。".',
    ],
  ])('%s', (text, problem) => {
    expect(chineseProblem(text)).toBe(
      `zhlint: the typography is not Chinese${problem}`,
    );
  });
});
