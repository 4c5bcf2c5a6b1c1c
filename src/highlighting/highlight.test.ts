import { describe, expect, it } from 'vitest';
import { highlight } from './highlight.ts';

describe('highlighted code', () => {
  it('has classes, and no element over the end of a line', () => {
    expect(highlight('/* a\n\nb */ const c = `<${d}>`;', 'ts').split('\n'))
      .toMatchInlineSnapshot(`
        [
          "<span class="token comment">/* a</span>",
          "",
          "<span class="token comment">b */</span> <span class="token keyword">const</span> c <span class="token operator">=</span> <span class="token template-string template-punctuation string">\`</span><span class="token template-string string">&lt;</span><span class="token template-string interpolation interpolation-punctuation punctuation">\${</span><span class="token template-string interpolation">d</span><span class="token template-string interpolation interpolation-punctuation punctuation">}</span><span class="token template-string string">></span><span class="token template-string template-punctuation string">\`</span><span class="token punctuation">;</span>",
        ]
      `);
  });

  it('is plain where nobody knows the language', () => {
    expect(highlight('a < b && c', 'no-language')).toBe(
      'a &lt; b &amp;&amp; c',
    );
    expect(highlight('a', '')).toBe('a');
  });
});
