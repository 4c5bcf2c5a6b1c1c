import { defineEventHandler, getRouterParam } from 'h3';
import { findNote } from '../../../notes';
import { problem } from '../../../problem';

export default defineEventHandler((event) => {
  const id = getRouterParam(event, 'id') ?? '';
  return findNote(id) ?? problem(404, `There is no note ${id}.`);
});
