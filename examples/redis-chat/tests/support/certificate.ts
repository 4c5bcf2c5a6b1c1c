import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureProgram } from './ensure-program';

/** A self-signed certificate. */
export interface Certificate {
  readonly certificateFile: string;
  readonly keyFile: string;
  /** The certificate for clients. */
  readonly ca: string;
}

/** Creates a certificate for `localhost` in a folder. */
export async function makeCertificate(folder: string): Promise<Certificate> {
  const openssl = await ensureProgram('openssl', 'openssl');
  const certificateFile = join(folder, 'fullchain.pem');
  const keyFile = join(folder, 'privkey.pem');
  await promisify(execFile)(openssl, [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
    ...['-nodes', '-days', '2', '-subj', '/CN=localhost'],
    ...['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
    ...['-keyout', keyFile, '-out', certificateFile],
  ]);
  const ca = await readFile(certificateFile, 'utf8');
  return { certificateFile, keyFile, ca };
}
