/** The fields of the form. */
export interface SignIn {
  readonly name: string;
  readonly password: string;
}

/** Reads a body; `undefined` for anything else, and for what is too long. */
export function readSignIn(body: unknown): SignIn | undefined {
  if (typeof body !== 'object' || body === null) {
    return undefined;
  }
  const name = 'name' in body ? body.name : undefined;
  const password = 'password' in body ? body.password : undefined;
  return isShort(name, 30) && isShort(password, 200)
    ? { name, password }
    : undefined;
}

function isShort(value: unknown, characters: number): value is string {
  return typeof value === 'string' && value.length <= characters;
}
