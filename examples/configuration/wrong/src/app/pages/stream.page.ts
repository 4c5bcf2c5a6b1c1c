import { Component } from '@angular/core';

/** Wrong on purpose: opens a stream wherever the page is rendered. */
@Component({ selector: 'app-stream-page', template: `<h1>Stream</h1>` })
export default class StreamPage {
  protected readonly stream = new EventSource('/api/events');
}
