import {
  afterNextRender,
  Component,
  DestroyRef,
  inject,
  signal,
} from '@angular/core';

/** Shows what a browser sees of the guards: a socket, a stream, and their end. */
@Component({
  selector: 'app-guards-page',
  template: `
    <h1>Server guards</h1>
    <dl>
      <dt>Socket at /api/ws/echo</dt>
      <dd id="socket" role="status">{{ socketState() }}</dd>
      <dt>Stream at /api/sse</dt>
      <dd id="stream" role="status">{{ streamState() }}</dd>
    </dl>
  `,
})
export default class GuardsPage {
  protected readonly socketState = signal('Connecting…');
  protected readonly streamState = signal('Connecting…');

  constructor() {
    const destroyed = inject(DestroyRef);
    // Not called while the server renders the page.
    afterNextRender(() => {
      const socket = new WebSocket('/api/ws/echo');
      socket.onopen = () => socket.send('Hello');
      socket.onmessage = ({ data }) =>
        this.socketState.set(`Echoes ${String(data)}`);
      socket.onclose = ({ code }) =>
        this.socketState.set(`Closed with ${code}`);

      const stream = new EventSource('/api/sse');
      stream.onmessage = () => this.streamState.set('Live');
      stream.onerror = () => this.streamState.set('Reconnecting…');

      destroyed.onDestroy(() => {
        socket.close();
        stream.close();
      });
    });
  }
}
