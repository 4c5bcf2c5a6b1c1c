import { defineEventHandler, getRouterParam, setResponseHeader } from 'h3';
import { findNote } from '../../../notes';
import { problem } from '../../../problem';

export default defineEventHandler(async (event) => {
  const id = getRouterParam(event, 'id') ?? '';
  const note = await findNote(id);
  if (note === undefined) {
    return problem(404, `There is no note ${id}.`);
  }
  setResponseHeader(event, 'etag', `"${note.version}"`);
  return note;
});
