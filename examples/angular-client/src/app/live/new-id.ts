/** Creates a unique ID of 24 characters. Unlike `randomUUID`, it works without HTTPS too. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}
