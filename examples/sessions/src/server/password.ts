import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { settings } from './settings/settings';

const derive = promisify<string, Buffer, number, Buffer>(scrypt);

/** Takes the place of an account that there is not: its password is unknown to all. */
const nobody = { salt: randomBytes(16), hash: randomBytes(32) };

/** Whether a password is that of an account. A name that is unknown takes as long. */
export async function isPasswordOf(
  name: string,
  password: string,
): Promise<boolean> {
  const { salt, hash } = settings.accounts.get(name) ?? nobody;
  const derived = await derive(password, salt, 32);
  return derived.length === hash.length && timingSafeEqual(derived, hash);
}
