import { defineEventHandler, handleCors } from 'h3';

const origin = process.env['ALLOWED_ORIGINS']?.split(',') ?? [];

export default defineEventHandler((event) => {
  if (!event.path.startsWith('/api/')) return;
  handleCors(event, {
    origin,
    credentials: true,
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
  });
});
