import { Hub } from './hub';
import { MemoryBroker } from './memory-broker';

/** The chat of this process. A plugin joins it with others when there is a Redis. */
export const chat = new Hub(new MemoryBroker());
