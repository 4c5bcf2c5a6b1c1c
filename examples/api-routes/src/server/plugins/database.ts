import { join } from 'node:path';
import { defineNitroPlugin } from 'nitropack/runtime';
import { keepNotesIn } from '../notes';
import { dataFolder, notesInMemory } from '../settings';

/** Opens the database when the server starts, not on the first request. */
export default defineNitroPlugin(({ hooks }) => {
  if (notesInMemory) {
    console.warn('Notes are kept in memory: a restart forgets them.');
    return;
  }
  // #region store
  const path = join(dataFolder, 'notes.db');
  const store = import('../sqlite-notes').then(({ sqliteNotes }) =>
    sqliteNotes(path),
  );
  keepNotesIn(store);
  // #endregion store
  store.then(
    (opened) => hooks.hook('close', () => opened.close()),
    (error: unknown) => {
      // Exits, because the server would lose all data that it receives.
      console.error(`${path} cannot be opened.`, error);
      process.exit(1);
    },
  );
});
