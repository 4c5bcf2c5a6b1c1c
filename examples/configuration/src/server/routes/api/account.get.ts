import { defineEventHandler } from 'h3';

// The middleware `2.access.ts` only lets requests with the token through.
export default defineEventHandler(() => ({ plan: 'free' }));
