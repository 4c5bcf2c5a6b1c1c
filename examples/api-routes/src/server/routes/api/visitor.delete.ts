import { defineEventHandler } from 'h3';
import { forgetName } from '../../name-cookie';

export default defineEventHandler((event) => {
  forgetName(event);
  return null;
});
