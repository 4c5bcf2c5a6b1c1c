// Keeps `/sse` available for old clients.
export { default } from './api/sse';
