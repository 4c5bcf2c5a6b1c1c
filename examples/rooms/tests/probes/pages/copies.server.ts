import { listRooms } from '../../../src/server/rooms/rooms';

/** Runs among the server's routes, and not where a page is rendered. */
export const load = () => Promise.resolve({ rooms: listRooms().length });
