import type { StoredFile } from '../shared/file';

const beginnings: readonly [StoredFile['type'], string][] = [
  ['image/png', '89504e470d0a1a0a'],
  ['image/jpeg', 'ffd8ff'],
  ['application/pdf', '255044462d'],
];

/** Detects the type by the first bytes, because clients can declare any type. */
export function typeOf(beginning: Buffer): StoredFile['type'] | undefined {
  const hex = beginning.toString('hex');
  return beginnings.find(([, bytes]) => hex.startsWith(bytes))?.[0];
}
