import { defineNitroPlugin } from 'nitropack/runtime';
import { appendEntry, readBook, writeBook } from '../logbook/book-file';
import { logbook } from '../logbook/logbook';

const file = process.env['LOGBOOK_FILE'] ?? 'data/logbook.jsonl';
const aliveSeconds = Number(process.env['ALIVE_SECONDS'] ?? 15);

/** Continues the logbook of the previous server process. */
export default defineNitroPlugin(() => {
  const kept = readBook(file, logbook.name);
  writeBook(file, kept);
  logbook.goOn(kept, (entry) => appendEntry(file, entry));
  logbook.alivePeriod = aliveSeconds * 1000;
});
