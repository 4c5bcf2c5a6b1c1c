import { injectLoad } from '@analogjs/router';
import { Component } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { listRooms } from '../../../src/server/rooms/rooms';
import type { load } from './copies.server';

@Component({
  selector: 'app-copies-page',
  template: `
    <output id="imported">{{ imported }}</output>
    <output id="loaded">{{ loaded().rooms }}</output>
  `,
})
export default class CopiesPage {
  protected readonly imported = listRooms().length;
  protected readonly loaded = toSignal(injectLoad<typeof load>(), {
    requireSync: true,
  });
}
