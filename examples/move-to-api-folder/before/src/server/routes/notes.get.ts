import { defineEventHandler } from 'h3';
import { listNotes } from '../notes';

export default defineEventHandler(() => listNotes());
