import { defineEventHandler } from 'h3';
import { listRooms } from '../../../rooms/rooms';

/** Lists all rooms and their members. */
export default defineEventHandler(() => listRooms());
