import { Component } from '@angular/core';

/** Opens a socket on creation, on the server, too. */
@Component({
  selector: 'app-relative-socket-page',
  template: `<output>rendered</output>`,
})
export default class RelativeSocketPage {
  readonly socket = new WebSocket('/api/ws/logbook');
}
