import { defineEventHandler } from 'h3';
import { listFiles } from '../../../files';

export default defineEventHandler(async () => ({ files: await listFiles() }));
