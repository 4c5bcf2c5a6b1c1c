import { defineEventHandler } from 'h3';
import { rememberedName } from '../../name-cookie';

export default defineEventHandler((event) => ({ name: rememberedName(event) }));
