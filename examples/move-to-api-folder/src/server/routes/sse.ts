// Keeps `/sse` alive for clients from before the move.
export { default } from './api/sse';
