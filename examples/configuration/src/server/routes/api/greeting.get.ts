import { defineEventHandler } from 'h3';

export default defineEventHandler(() => ({
  greeting: process.env['GREETING'] ?? 'not set',
}));
