// Keeps `/ws/chat` alive for clients from before the move.
export { default } from '../api/ws/chat';
