import { defineEventHandler } from 'h3';
import { countPeers } from '../../../support/news';

export default defineEventHandler(() => ({ peers: countPeers() }));
