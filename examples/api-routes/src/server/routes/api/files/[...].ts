import { defineEventHandler } from 'h3';
import { answerOthers } from '../../../other-requests';

export default defineEventHandler(answerOthers);
