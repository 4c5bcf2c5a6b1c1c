import { Component } from '@angular/core';

/** Wrong on purpose: its timer runs wherever the page is rendered. */
@Component({ selector: 'app-clock-page', template: `<h1>Clock</h1>` })
export default class ClockPage {
  protected readonly timer = setInterval(() => undefined, 1000);
}
