import { defineEventHandler } from 'h3';

export default defineEventHandler(() => ({
  status: 'ok',
  uptimeSeconds: Math.round(process.uptime()),
}));
