import { defineEventHandler, setResponseStatus } from 'h3';
import { publishNews } from '../../news';

export default defineEventHandler((event) => {
  publishNews(`It is ${new Date().toISOString()}`);
  setResponseStatus(event, 204);
  return null;
});
