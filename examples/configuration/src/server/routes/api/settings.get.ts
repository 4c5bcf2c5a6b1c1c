import { defineEventHandler } from 'h3';
import { useRuntimeConfig } from 'nitropack/runtime';

export default defineEventHandler((event) => {
  const config = useRuntimeConfig(event);
  return { pageSize: Number(config['pageSize']) };
});
