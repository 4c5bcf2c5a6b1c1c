import { listRooms } from '../../../src/server/rooms/rooms';

/** Runs on the server with the routes, not in the rendering bundle. */
export const load = () => Promise.resolve({ rooms: listRooms().length });
