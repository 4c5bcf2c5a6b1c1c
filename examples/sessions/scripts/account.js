// Prints a line for ACCOUNTS: npm run --silent account ada < file-with-the-password
import { randomBytes, scryptSync } from 'node:crypto';
import { text } from 'node:stream/consumers';

const [name = ''] = process.argv.slice(2);
if (!/^[a-z0-9-]{1,30}$/.test(name)) {
  console.error(
    `"${name}" is no name of an account: write npm run --silent account ada, with small letters, digits and hyphens.`,
  );
  process.exit(1);
}
if (process.stdin.isTTY) {
  console.error('Type the password, then Enter and Ctrl+D.');
}
const password = (await text(process.stdin)).replace(/\r?\n$/, '');
if (password.length < 8) {
  console.error(
    `A password of ${password.length} characters is found too soon; take 8 or more.`,
  );
  process.exit(1);
}
const salt = randomBytes(16);
const hash = scryptSync(password, salt, 32);
console.log(
  [name, salt.toString('base64url'), hash.toString('base64url')].join(':'),
);
