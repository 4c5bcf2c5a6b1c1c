import { defineEventHandler } from 'h3';
import { personSchema } from '../../../shared/person';
import { readJson } from '../../json-body';
import { rememberName } from '../../name-cookie';

export default defineEventHandler(async (event) => {
  const body = await readJson(event, personSchema);
  if (body instanceof Response) {
    return body;
  }
  rememberName(event, body.name);
  return body;
});
