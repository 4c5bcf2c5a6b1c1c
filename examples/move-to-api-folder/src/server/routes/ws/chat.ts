// Keeps `/ws/chat` available for old clients.
export { default } from '../api/ws/chat';
