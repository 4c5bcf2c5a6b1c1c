import type { FromWorker, HeaderList, ServerRecord } from '../protocol.ts';
import { batchSize } from '../protocol.ts';

const levels = ['debug', 'log', 'info', 'warn', 'error'] as const;

/**
 * Reads what came from the worker. Handlers run in it and can post anything, so
 * nothing is taken for granted.
 *
 * @returns undefined for what the runtime never posts
 */
export function readMessage(data: unknown): FromWorker | undefined {
  if (!isObject(data)) return undefined;
  switch (data['type']) {
    case 'ready':
    case 'alive':
      return { type: data['type'] };
    case 'pong':
      return isNumber(data['count'])
        ? { type: 'pong', count: data['count'] }
        : undefined;
    case 'fatal':
      return isString(data['message'])
        ? { type: 'fatal', message: data['message'] }
        : undefined;
    case 'batch': {
      const { records } = data;
      return Array.isArray(records) &&
        records.length <= batchSize &&
        records.every(isRecord)
        ? { type: 'batch', records }
        : undefined;
    }
    default:
      return undefined;
  }
}

function isRecord(value: unknown): value is ServerRecord {
  if (!isObject(value)) return false;
  if (value['type'] === 'console') {
    return (
      levels.some((level) => level === value['level']) &&
      isString(value['text']) &&
      isNumber(value['dropped'])
    );
  }
  if (!isNumber(value['id'])) return false;
  switch (value['type']) {
    case 'handshake':
      return isHead(value) && isString(value['body']);
    case 'head':
      return isHead(value);
    case 'data':
      return isString(value['data']) || value['data'] instanceof Uint8Array;
    case 'chunk':
      return value['data'] instanceof Uint8Array;
    case 'close':
      return (
        (value['code'] === undefined || isNumber(value['code'])) &&
        isString(value['reason'])
      );
    case 'end':
    case 'finish':
      return true;
    default:
      return false;
  }
}

function isHead(value: Record<string, unknown>): boolean {
  return (
    isNumber(value['status']) &&
    isString(value['statusText']) &&
    isHeaders(value['headers'])
  );
}

function isHeaders(value: unknown): value is HeaderList {
  return (
    Array.isArray(value) &&
    value.every(
      (pair) =>
        Array.isArray(pair) && pair.length === 2 && pair.every(isString),
    )
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}
