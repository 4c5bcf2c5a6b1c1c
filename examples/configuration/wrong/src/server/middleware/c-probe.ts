import { defineEventHandler, setResponseHeader } from 'h3';

export default defineEventHandler((event) => {
  event.context['visited'] = true;
  setResponseHeader(event, 'x-path', event.path);
  setResponseHeader(event, 'x-greeting', process.env['GREETING'] ?? 'not set');
});
