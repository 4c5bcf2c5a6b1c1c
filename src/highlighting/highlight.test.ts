import { describe, expect, it } from 'vitest';
import { highlightCompact, tokenize } from './highlight.ts';
import { highlightedLines } from './tokens.ts';

const highlight = (code: string, language: string) =>
  highlightedLines(code, tokenize(code, language));

describe('highlighted code', () => {
  it('has Prism classes, and no element across lines', () => {
    expect(highlight('/* a\n\nb */ const c = `<${d}>`;', 'ts'))
      .toMatchInlineSnapshot(`
        [
          "<span class="token comment">/* a</span>",
          "",
          "<span class="token comment">b */</span> <span class="token keyword">const</span> c <span class="token operator">=</span> <span class="token template-string template-punctuation string">\`</span><span class="token template-string string">&lt;</span><span class="token template-string interpolation interpolation-punctuation punctuation">\${</span><span class="token template-string interpolation">d</span><span class="token template-string interpolation interpolation-punctuation punctuation">}</span><span class="token template-string string">></span><span class="token template-string template-punctuation string">\`</span><span class="token punctuation">;</span>",
        ]
      `);
  });

  it('is plain in an unknown language', () => {
    expect(highlight('a < b\n\nc', 'no-language')).toEqual([
      'a &lt; b',
      '',
      'c',
    ]);
    expect(highlight('a', '')).toEqual(['a']);
    expect(highlightCompact('<a>', 'no-language')).toBe('&lt;a>');
  });

  it('has three classes in its compact form', () => {
    expect(highlightCompact('const a = "<b>"; // c', 'ts')).toBe(
      '<span class="keyword">const</span> a = <span class="string">"&lt;b>"</span>; <span class="token comment">// c</span>',
    );
  });
});
