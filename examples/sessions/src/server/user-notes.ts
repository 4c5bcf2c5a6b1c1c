import type { Peer } from 'crossws';
import { limits } from '../shared/session-limits';
import type { NotesEvent } from '../shared/notes-event';
import type { Session } from './session';
import { admit, tellAll, userOf } from './windows';

/** The last notes of each user. */
const notesOf = new Map<string, string[]>();

/** Adds the window of a session, and sends it the notes of its user. */
export function openNotes(peer: Peer, session: Session | undefined): void {
  if (admit(peer, session) && session) {
    const { user, expiresAt } = session;
    const notes = notesOf.get(user) ?? [];
    tell(peer, { type: 'welcome', user, expiresAt, notes });
  }
}

/** Keeps what a window sends, for all windows of its user. */
export function writeNote(peer: Peer, json: string): void {
  const user = userOf(peer);
  if (user === undefined) {
    return;
  }
  const text = readText(json);
  if (text === undefined) {
    const reason = `A note looks like {"text":"Hello"} and has at most ${limits.charactersPerNote} characters.`;
    tell(peer, { type: 'error', reason });
    return;
  }
  notesOf.set(user, [...(notesOf.get(user) ?? []), text].slice(-limits.notes));
  tellAll(user, { type: 'note', text });
}

function readText(json: string): string | undefined {
  try {
    const value: unknown = JSON.parse(json);
    const text =
      typeof value === 'object' && value !== null && 'text' in value
        ? value.text
        : undefined;
    return typeof text === 'string' && text.length <= limits.charactersPerNote
      ? text
      : undefined;
  } catch {
    return undefined;
  }
}

function tell(peer: Peer, event: NotesEvent): void {
  peer.send(JSON.stringify(event));
}
