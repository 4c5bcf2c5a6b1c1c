import { defineEventHandler } from 'h3';

/** `null` is answered with 204. */
export default defineEventHandler(() => null);
