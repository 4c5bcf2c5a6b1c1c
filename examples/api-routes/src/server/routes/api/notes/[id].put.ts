import {
  defineEventHandler,
  getRequestHeader,
  getRouterParam,
  setResponseHeader,
} from 'h3';
import { newNoteSchema } from '../../../../shared/note';
import { readJson } from '../../../json-body';
import { changeNote } from '../../../notes';
import { problem } from '../../../problem';

export default defineEventHandler(async (event) => {
  const id = getRouterParam(event, 'id') ?? '';
  const seen = /^"(\d+)"$/.exec(getRequestHeader(event, 'if-match') ?? '');
  if (seen === null) {
    return problem(428, 'Send the etag of the note that you change: if-match.');
  }
  const body = await readJson(event, newNoteSchema);
  if (body instanceof Response) {
    return body;
  }
  const note = await changeNote(id, Number(seen[1]), body);
  if (note === undefined) {
    return problem(404, `There is no note ${id}.`);
  }
  if (note === 'conflict') {
    return problem(412, 'Somebody has changed the note. Read it again.');
  }
  setResponseHeader(event, 'etag', `"${note.version}"`);
  return note;
});
