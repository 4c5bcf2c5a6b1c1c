import {
  defineEventHandler,
  getQuery,
  setResponseHeader,
  setResponseStatus,
} from 'h3';
import { z } from 'zod';
import { fileNameSchema } from '../../../../shared/file';
import { listFiles } from '../../../files';
import { invalidQuery, problem } from '../../../problem';
import { receiveFile } from '../../../upload';

const capacity = 100;
const querySchema = z.object({ name: fileNameSchema });

export default defineEventHandler(async (event) => {
  const query = querySchema.safeParse(getQuery(event));
  if (!query.success) {
    return invalidQuery(query.error);
  }
  if ((await listFiles()).length >= capacity) {
    return problem(507, 'There is no room for another file.');
  }
  // #region receive
  const file = await receiveFile(event, query.data.name);
  if (file instanceof Response) {
    return file;
  }
  setResponseStatus(event, 201);
  setResponseHeader(event, 'location', `/api/files/${file.id}`);
  return file;
  // #endregion receive
});
