import { defineEventHandler, getRouterParam } from 'h3';
import { deleteNote } from '../../../notes';
import { problem } from '../../../problem';

export default defineEventHandler(async (event) => {
  const id = getRouterParam(event, 'id') ?? '';
  // h3 sends `null` as 204 No Content.
  return (await deleteNote(id))
    ? null
    : problem(404, `There is no note ${id}.`);
});
