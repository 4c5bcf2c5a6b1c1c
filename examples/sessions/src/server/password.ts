import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { settings } from './settings/settings';

const derive = promisify<string, Buffer, number, Buffer>(scrypt);

/** Used for accounts that don't exist: no password matches it. */
const nobody = { salt: randomBytes(16), hash: randomBytes(32) };

/** Checks the password of an account. Unknown names take the same time. */
export async function isPasswordOf(
  name: string,
  password: string,
): Promise<boolean> {
  const { salt, hash } = settings.accounts.get(name) ?? nobody;
  const derived = await derive(password, salt, 32);
  return derived.length === hash.length && timingSafeEqual(derived, hash);
}
