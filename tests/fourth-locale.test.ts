import { expect, it } from 'vitest';
import { useSmallSite } from './support/small-site/served.ts';

const { sent, written } = useSmallSite();

it('a fourth language needs one command and one line', async () => {
  expect(written().line).toBe("fr: { label: 'Français', complete: false },");
  for (const path of ['', 'fr/']) {
    const $ = await sent(path);
    expect($('.dropdown__menu a').text()).toContain('Français');
  }
});

it('a fourth language shows English until it is translated', async () => {
  const more = await sent('fr/more');
  expect(more('html').attr('lang')).toBe('fr');
  expect(more('[lang=en]').text()).toContain('Read this, then about rooms.');
  const barely = await sent('fr/barely');
  expect(barely('h1 [lang=en]').text()).toBe('Barely');
  expect(barely('h2#own').text()).toContain('En français : Two');
});
