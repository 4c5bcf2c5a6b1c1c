import { defineEventHandler } from 'h3';
import { clientAddress } from '../../client-address';

export default defineEventHandler(({ headers, node }) => ({
  address: clientAddress(headers, node.req.socket.remoteAddress),
}));
