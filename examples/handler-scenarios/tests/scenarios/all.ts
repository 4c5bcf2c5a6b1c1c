import { chat, rooms } from './chat';
import {
  closedByClient,
  closedByServer,
  closeThatThrows,
  cut,
} from './closing';
import { malformedJson, textAndBinary, values } from './data';
import { answers, catchAll, errors, methods, unknownUrl } from './http';
import { streamCancelled, streamFields, streamResumes } from './streams';
import type { Scenario } from './transcript';
import {
  neverAnswered,
  notRefused,
  refused,
  subProtocol,
  throwingHooks,
  unknownSocket,
  upgraded,
} from './upgrading';

/** All scenarios by the name of their evidence file. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  chat,
  rooms,
  'text-and-binary': textAndBinary,
  values,
  'malformed-json': malformedJson,
  'closed-by-server': closedByServer,
  'closed-by-client': closedByClient,
  cut,
  'close-that-throws': closeThatThrows,
  refused,
  'not-refused': notRefused,
  'never-answered': neverAnswered,
  upgraded,
  'sub-protocol': subProtocol,
  'throwing-hooks': throwingHooks,
  'unknown-socket': unknownSocket,
  'stream-fields': streamFields,
  'stream-resumes': streamResumes,
  'stream-cancelled': streamCancelled,
  methods,
  'catch-all': catchAll,
  answers,
  errors,
  'unknown-url': unknownUrl,
};
