import { describe, expect, it } from 'vitest';
import { compareVersions, targetOf } from './versions.ts';

const h3 = ['1.15.9', '1.15.11', '1.15.10', '2.0.0-rc.1', '1.8.0', '2.0.8'];

describe('without a version', () => {
  it('takes the newest that promises to be compatible, and tells of a newer one', () => {
    expect(targetOf('h3', '1.8.0', h3)).toEqual({
      version: '1.15.11',
      note: 'h3 2.0.8 is out, and promises no compatibility with 1.8.0; name it to go there.',
    });
  });

  it('takes no version before its release', () => {
    const published = ['1.0.0', '1.1.0-rc.1', '1.1.0-beta.2'];
    expect(targetOf('one', '1.0.0', published)).toEqual({ version: '1.0.0' });
  });

  it('takes the second number for the first where that is 0', () => {
    const crossws = ['0.3.4', '0.3.5', '0.4.17'];
    expect(targetOf('crossws', '0.3.4', crossws).version).toBe('0.3.5');
  });

  it('stays where nothing is published', () => {
    expect(targetOf('one', '1.0.0', [])).toEqual({ version: '1.0.0' });
  });
});

describe('with a version', () => {
  it('takes it, older or before its release as it may be', () => {
    expect(targetOf('h3', '1.15.11', h3, '1.15.9').version).toBe('1.15.9');
    expect(targetOf('h3', '1.15.11', h3, '2.0.0-rc.1').version).toBe(
      '2.0.0-rc.1',
    );
  });

  it('takes the newest before it of a package that has not got it', () => {
    expect(
      targetOf('@analogjs/router', '2.6.0', ['2.7.1', '2.7.2'], '2.7.5'),
    ).toEqual({
      version: '2.7.2',
      note: '@analogjs/router has no 2.7.5; 2.7.2 is the newest before it.',
    });
  });

  it('refuses one that is not there, and names the newest', () => {
    expect(() => targetOf('h3', '1.15.11', h3, '3.0.0')).toThrow(
      'h3 has no version 3.0.0; the newest are 1.8.0, 1.15.9, 1.15.10, 1.15.11, 2.0.8.',
    );
  });
});

it('compares numbers, not letters', () => {
  expect(compareVersions('1.15.10', '1.15.9')).toBeGreaterThan(0);
  expect(compareVersions('0.9.0', '0.10.0')).toBeLessThan(0);
  expect(compareVersions('1.2.3', '1.2.3')).toBe(0);
});
