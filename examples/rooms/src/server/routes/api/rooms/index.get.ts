import { defineEventHandler } from 'h3';
import { listRooms } from '../../../rooms/rooms';

/** Who is where, without a socket. */
export default defineEventHandler(() => listRooms());
