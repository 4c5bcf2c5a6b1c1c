import { defineEventHandler, getRouterParam } from 'h3';
import { deleteFile } from '../../../files';
import { problem } from '../../../problem';

export default defineEventHandler(async (event) => {
  const id = getRouterParam(event, 'id') ?? '';
  return (await deleteFile(id)) ? null : problem(404, 'There is no such file.');
});
