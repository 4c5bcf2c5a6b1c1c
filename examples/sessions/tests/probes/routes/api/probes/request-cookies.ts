import { defineEventHandler, parseCookies } from 'h3';

/** Returns the cookies of a request with any method. */
export default defineEventHandler((event) => Object.keys(parseCookies(event)));
