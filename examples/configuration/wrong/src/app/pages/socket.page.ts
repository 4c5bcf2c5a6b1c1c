import { Component } from '@angular/core';

/** Wrong on purpose: opens a socket wherever the page is rendered. */
@Component({ selector: 'app-socket-page', template: `<h1>Socket</h1>` })
export default class SocketPage {
  protected readonly socket = new WebSocket('/api/ws/account');
}
