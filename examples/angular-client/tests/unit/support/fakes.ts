import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { Type } from '@angular/core';
import type { LogbookEvent } from '../../../src/shared/logbook-event';
import { FakeEventSource } from './fake-event-source';
import { FakeSocket } from './fake-socket';

/** Returns the latest socket. */
export function socket(): FakeSocket {
  const last = FakeSocket.opened.at(-1);
  if (!last) throw new Error('No socket was opened.');
  return last;
}

/** Returns the latest stream. */
export function source(): FakeEventSource {
  const last = FakeEventSource.opened.at(-1);
  if (!last) throw new Error('No stream was opened.');
  return last;
}

/** Creates a service in an injection context of a component. */
export function provided<T>(service: Type<T>): T {
  TestBed.configureTestingModule({ providers: [service] });
  return TestBed.inject(service);
}

export const alive: LogbookEvent = { type: 'alive', within: 15_000 };

/** Returns an entry with a number. */
export function entry(number: number): LogbookEvent & { type: 'entry' } {
  return {
    type: 'entry',
    entry: {
      id: `note-${number}`,
      text: `Note ${number}`,
      cursor: `b-${number}`,
    },
  };
}

/** Returns the element of a component. */
export function elementOf(fixture: ComponentFixture<unknown>): HTMLElement {
  const element: unknown = fixture.nativeElement;
  if (!(element instanceof HTMLElement)) throw new Error('No element of HTML.');
  return element;
}
