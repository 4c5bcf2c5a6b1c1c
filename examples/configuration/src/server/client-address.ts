/** The number of your reverse proxies that a request passes. */
const proxies = Number(process.env['TRUSTED_PROXIES'] ?? 0);

/** Each proxy adds an address at the end. Those before can be forged. */
export function clientAddress(headers: Headers, remoteAddress = '') {
  const forwarded = headers.get('x-forwarded-for')?.split(',') ?? [];
  return [...forwarded, remoteAddress].at(-1 - proxies)?.trim();
}
