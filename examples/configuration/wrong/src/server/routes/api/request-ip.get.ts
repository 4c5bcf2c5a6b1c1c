import { defineEventHandler, getRequestIP } from 'h3';

export default defineEventHandler((event) => ({
  default: getRequestIP(event) ?? 'unknown',
  forwarded: getRequestIP(event, { xForwardedFor: true }) ?? 'unknown',
}));
