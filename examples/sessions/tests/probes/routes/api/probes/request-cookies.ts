import { defineEventHandler, parseCookies } from 'h3';

/** Says which cookies came with a request, by whatever method. */
export default defineEventHandler((event) => Object.keys(parseCookies(event)));
