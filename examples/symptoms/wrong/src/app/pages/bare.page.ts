import { Component, inject } from '@angular/core';
import { NewsFeed } from '../news-feed';

/** Wrong on purpose: opens the stream wherever the page is rendered. */
@Component({
  selector: 'app-bare-page',
  providers: [NewsFeed],
  template: `
    <h1>News, bare</h1>
    <p id="state" role="status">{{ feed.state() }}</p>
  `,
})
export default class BarePage {
  protected readonly feed = inject(NewsFeed);

  constructor() {
    this.feed.open();
  }
}
