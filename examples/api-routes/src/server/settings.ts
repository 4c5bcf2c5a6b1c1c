import { resolve } from 'node:path';

/**
 * The folder of persistent data: `DATA_FOLDER`, or `data` in the folder in which
 * the server is started.
 */
export const dataFolder = resolve(process.env['DATA_FOLDER'] ?? 'data');

/** `NOTES_STORE=memory` is for places where SQLite doesn't run. */
export const notesInMemory = process.env['NOTES_STORE'] === 'memory';
