import { defineEventHandler, setResponseHeader, setResponseStatus } from 'h3';
import { newNoteSchema } from '../../../../shared/note';
import { readJson } from '../../../json-body';
import { addNote } from '../../../notes';

export default defineEventHandler(async (event) => {
  const body = await readJson(event, newNoteSchema);
  if (body instanceof Response) {
    return body;
  }
  const note = await addNote(body);
  setResponseStatus(event, 201);
  setResponseHeader(event, 'location', `/api/notes/${note.id}`);
  setResponseHeader(event, 'etag', `"${note.version}"`);
  return note;
});
