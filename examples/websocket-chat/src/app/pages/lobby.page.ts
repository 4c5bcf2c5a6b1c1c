import { afterRenderEffect, Component, signal } from '@angular/core';

@Component({ template: `{{ last() }}` })
export default class LobbyPage {
  readonly last = signal('');
  readonly opened = afterRenderEffect((onCleanup) => {
    const socket = new WebSocket('/api/ws/lobby');
    socket.onopen = () => socket.send('Hello');
    socket.onmessage = ({ data }) => this.last.set(String(data));
    onCleanup(() => socket.close());
  });
}
